import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { podTemplatePaths, workloadKinds } from '../pod-template.ts';
import { admitPod, allowedAnswer, type PodRequest } from './admission.ts';
import { exampleContainer, examplePod } from './check-example.ts';

const prefix = 'pod-security.kubernetes.io/';

function labels(entries: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(entries).map(([key, value]) => [prefix + key, value]));
}

function request(object: JsonObject, changes: Partial<PodRequest> = {}): PodRequest {
  return { operation: 'create', kind: 'Pod', namespace: 'shop', name: 'web', username: 'jo', object, ...changes };
}

/** An object of a kind whose pods are the given one. */
function wrapped(kind: string, pod: JsonObject): JsonObject {
  let content = pod;
  for (const field of (podTemplatePaths.get(kind) ?? []).toReversed()) content = { [String(field)]: content };
  return content;
}

const good = examplePod();
const bad = examplePod({ spec: { hostPID: true } });
const violation = 'host namespaces (hostPID=true)';
const exemptions = { usernames: ['admin'], namespaces: ['kube-system'], runtimeClasses: ['kata'] };
const everyMode = labels({ enforce: 'baseline', audit: 'baseline', warn: 'baseline' });

describe('admitPod', () => {
  it('refuses a pod, in the words of the API server and without a warning', () => {
    expect(
      admitPod(request(bad), labels({ enforce: 'baseline', 'enforce-version': 'v1.30', audit: 'restricted' })),
    ).toEqual({
      allowed: false,
      message: `pods "web" is forbidden: violates PodSecurity "baseline:v1.30": ${violation}`,
      code: 403,
      warnings: [],
      auditAnnotations: {
        [`${prefix}enforce-policy`]: 'baseline:v1.30',
        [`${prefix}audit-violations`]: `would violate PodSecurity "restricted:latest": ${violation}`,
      },
    });
  });

  it('names no pod that has no name yet', () => {
    expect(admitPod(request(bad, { name: '' }), everyMode).message).toBe(
      `pods is forbidden: violates PodSecurity "baseline:latest": ${violation}`,
    );
  });

  it('warns and notes where it does not enforce', () => {
    expect(admitPod(request(bad), labels({ warn: 'baseline', audit: 'baseline', 'audit-version': 'v1.20' }))).toEqual({
      allowed: true,
      message: '',
      code: 200,
      warnings: [`would violate PodSecurity "baseline:latest": ${violation}`],
      auditAnnotations: {
        [`${prefix}enforce-policy`]: 'privileged:latest',
        [`${prefix}audit-violations`]: `would violate PodSecurity "baseline:v1.20": ${violation}`,
      },
    });
  });

  it('lets a good pod pass', () => {
    expect(admitPod(request(good), labels({ enforce: 'restricted' }))).toEqual({
      ...allowedAnswer,
      auditAnnotations: { [`${prefix}enforce-policy`]: 'restricted:latest' },
    });
  });

  it('says that everything is privileged, whatever the versions', () => {
    expect(admitPod(request(bad), labels({ 'enforce-version': 'v1.20' }))).toEqual({
      ...allowedAnswer,
      auditAnnotations: { [`${prefix}enforce-policy`]: 'privileged:latest' },
    });
  });

  it('enforces restricted under a label that it does not understand, and notes the error', () => {
    const { allowed, auditAnnotations } = admitPod(request(good), labels({ enforce: 'strict' }));
    expect(allowed).toBe(true);
    expect(auditAnnotations).toEqual({
      [`${prefix}enforce-policy`]: 'restricted:latest',
      [`${prefix}error`]:
        `Failed to parse policy: metadata.labels[${prefix}enforce]: Invalid value: "strict": ` +
        'must be one of privileged, baseline, restricted',
    });
  });

  it.each(workloadKinds.filter((kind) => kind !== 'Pod'))('warns of a %s, and refuses none', (kind) => {
    expect(admitPod(request(wrapped(kind, bad), { kind }), everyMode)).toEqual({
      ...allowedAnswer,
      warnings: [`would violate PodSecurity "baseline:latest": ${violation}`],
      auditAnnotations: { [`${prefix}audit-violations`]: `would violate PodSecurity "baseline:latest": ${violation}` },
    });
    expect(admitPod(request(wrapped(kind, good), { kind }), everyMode)).toEqual(allowedAnswer);
    expect(
      admitPod(request(wrapped(kind, bad), { kind }), labels({ enforce: 'baseline', warn: 'privileged' })),
    ).toEqual(allowedAnswer);
    expect(admitPod(request(wrapped(kind, bad), { kind, subresource: 'scale' }), everyMode)).toEqual(allowedAnswer);
  });

  it('passes over a controller without a template, and over other kinds', () => {
    expect(admitPod(request({ spec: {} }, { kind: 'ReplicationController' }), labels({ warn: 'x' }))).toEqual(
      allowedAnswer,
    );
    expect(admitPod(request({ spec: {} }, { kind: 'apps/Deployment' }), everyMode)).toEqual(allowedAnswer);
    expect(admitPod(request(bad, { kind: 'example.test/Farm' }), everyMode)).toEqual(allowedAnswer);
  });

  it('fills in what the server fills in a template, and no more', () => {
    const container = { ports: [{ containerPort: 80 }] };
    const pod = examplePod({ container, spec: { hostNetwork: true } });
    const inTemplate = admitPod(request(wrapped('batch/Job', pod), { kind: 'batch/Job' }), everyMode);
    expect(inTemplate.warnings).toEqual([
      'would violate PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
    ]);
    expect(admitPod(request(pod), everyMode).message).toBe(
      'pods "web" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true), ' +
        'hostPort (container "web" uses hostPort 80)',
    );
  });

  it('exempts by namespace, then user, then runtime class', () => {
    const inKata = examplePod({ spec: { hostPID: true, runtimeClassName: 'kata' } });
    const exempt = (reason: string) => ({ ...allowedAnswer, auditAnnotations: { [`${prefix}exempt`]: reason } });
    const everything = request(inKata, { namespace: 'kube-system', username: 'admin' });
    expect(admitPod(everything, everyMode, { exemptions })).toEqual(exempt('namespace'));
    expect(admitPod({ ...everything, namespace: 'shop' }, everyMode, { exemptions })).toEqual(exempt('user'));
    expect(admitPod(request(inKata), everyMode, { exemptions })).toEqual(exempt('runtimeClass'));
    const job = request(wrapped('batch/Job', inKata), { kind: 'batch/Job' });
    expect(admitPod(job, everyMode, { exemptions })).toEqual(exempt('runtimeClass'));
    expect(admitPod(request(inKata), labels({}), { exemptions }).auditAnnotations).toEqual({
      [`${prefix}enforce-policy`]: 'privileged:latest',
    });
  });

  it.each(['exec', 'attach', 'binding', 'eviction', 'log', 'portforward', 'proxy', 'status'])(
    'does not look at the subresource %s',
    (subresource) => {
      expect(admitPod(request(bad, { subresource }), everyMode)).toEqual(allowedAnswer);
    },
  );

  it('judges other subresources and significant updates', () => {
    const update = { operation: 'update', oldObject: bad } as const;
    expect(admitPod(request(bad, update), everyMode)).toEqual(allowedAnswer);
    expect(admitPod(request(bad, { ...update, subresource: 'resize' }), everyMode)).toEqual(allowedAnswer);
    const ephemeralContainers = [exampleContainer('shell')];
    const debugged = examplePod({ spec: { hostPID: true, ephemeralContainers } });
    const debug = request(debugged, { ...update, subresource: 'ephemeralcontainers' });
    expect(admitPod(debug, everyMode).code).toBe(403);
    expect(admitPod(request(bad, { operation: 'update' }), everyMode).code).toBe(403);
  });

  it('takes the defaults and the version of the server', () => {
    const level = { level: 'baseline', version: { label: 'latest', minor: Infinity } } as const;
    const defaults = { enforce: level, audit: level, warn: level };
    expect(admitPod(request(bad), labels({}), { defaults }).code).toBe(403);
    const probing = examplePod({ container: { livenessProbe: { httpGet: { port: 1, host: 'a.test' } } } });
    const serverVersion = { major: 1, minor: 33 };
    expect(admitPod(request(probing), everyMode, { serverVersion }).code).toBe(200);
    expect(admitPod(request(probing), everyMode).code).toBe(403);
  });
});
