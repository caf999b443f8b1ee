import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { allowedAnswer, type PodSecuritySetting } from './admission.ts';
import { examplePod } from './check-example.ts';
import { admitNamespace } from './namespace-change.ts';

const prefix = 'pod-security.kubernetes.io/';

type Labels = Readonly<Record<string, string>>;

function labels(entries: Labels): Map<string, string> {
  return new Map(Object.entries(entries).map(([key, value]) => [prefix + key, value]));
}

function pod(name: string, spec: JsonObject, controller?: string): JsonObject {
  const ownerReferences = controller === undefined ? [] : [{ uid: 'other' }, { uid: controller, controller: true }];
  return { ...examplePod({ spec }), metadata: { name, ownerReferences } };
}

function relabelled(from: Labels, to: Labels, pods: readonly JsonObject[], setting?: PodSecuritySetting) {
  return admitNamespace({ name: 'shop', labels: labels(to), oldLabels: labels(from), pods }, setting);
}

const hostPid = { hostPID: true };
const pods = [pod('web', hostPid)];
const warned = [
  'existing pods in namespace "shop" violate the new PodSecurity enforce level "baseline:latest"',
  'web: host namespaces',
];
const exemptions = { usernames: [], namespaces: ['shop'], runtimeClasses: ['kata'] };

const exempt = (policy: string) => [
  `namespace "shop" is exempt from Pod Security, and the policy (${policy}) will be ignored`,
];

describe('admitNamespace', () => {
  it('refuses a new namespace with wrong labels', () => {
    expect(admitNamespace({ name: 'shop', labels: labels({ enforce: 'strict', 'warn-version': '1.30' }) })).toEqual({
      ...allowedAnswer,
      allowed: false,
      code: 422,
      message:
        `Namespace "shop" is invalid: [metadata.labels[${prefix}enforce]: Invalid value: "strict": ` +
        `must be one of privileged, baseline, restricted, metadata.labels[${prefix}warn-version]: ` +
        'Invalid value: "1.30": must be "latest" or "v1.x"]',
    });
    expect(admitNamespace({ name: 'shop', labels: labels({ enforce: 'restricted' }), pods })).toEqual(allowedAnswer);
  });

  it('refuses wrong labels of an update only if they are new', () => {
    expect(relabelled({ warn: 'x' }, { warn: 'x' }, pods).code).toBe(200);
    expect(relabelled({ warn: 'x' }, { warn: 'y' }, pods).message).toBe(
      `Namespace "shop" is invalid: metadata.labels[${prefix}warn]: Invalid value: "y": ` +
        'must be one of privileged, baseline, restricted',
    );
    expect(relabelled({}, { warn: 'x' }, pods).code).toBe(422);
    expect(relabelled({ warn: 'x' }, { warn: 'x', audit: 'x' }, pods).code).toBe(422);
    expect(relabelled({ warn: 'x' }, {}, pods).code).toBe(200);
  });

  it('warns of pods that break a stricter policy', () => {
    expect(relabelled({}, { enforce: 'baseline' }, pods)).toEqual({ ...allowedAnswer, warnings: warned });
    expect(relabelled({}, { enforce: 'baseline' }, [pod('web', {})]).warnings).toEqual([]);
    expect(relabelled({}, { enforce: 'baseline' }, []).warnings).toEqual([]);
  });

  it('warns of another version, were it the more permissive', () => {
    const versions = relabelled({ enforce: 'restricted' }, { enforce: 'baseline', 'enforce-version': 'v1.20' }, pods);
    expect(versions.warnings[0]).toBe(
      'existing pods in namespace "shop" violate the new PodSecurity enforce level "baseline:v1.20"',
    );
  });

  it.each<[string, Labels, Labels]>([
    ['stays', { enforce: 'baseline' }, { enforce: 'baseline', warn: 'restricted' }],
    ['becomes more permissive', { enforce: 'restricted' }, { enforce: 'baseline' }],
    ['becomes privileged', { enforce: 'restricted' }, { enforce: 'privileged', 'enforce-version': 'v1.20' }],
  ])('says nothing where the enforced level %s', (_, from, to) => {
    expect(relabelled(from, to, pods)).toEqual(allowedAnswer);
  });

  it('counts pods with the same violations under the first name', () => {
    const many = [
      pod('web-2', hostPid),
      pod('web-10', hostPid),
      pod('log', { hostIPC: true }),
      pod('api', { hostNetwork: true, volumes: [{ name: 'root', hostPath: { path: '/' } }] }),
      pod('log-2', { hostIPC: true }),
      pod('db', { volumes: [{ name: 'root', hostPath: { path: '/' } }] }),
      pod('fine', {}),
    ];
    expect(relabelled({}, { enforce: 'baseline' }, many).warnings).toEqual([
      warned[0],
      'api: host namespaces, hostPath volumes',
      'db: hostPath volumes',
      'log (and 3 other pods): host namespaces',
    ]);
    expect(relabelled({}, { enforce: 'baseline' }, many.slice(0, 2)).warnings[1]).toBe(
      'web-10 (and 1 other pod): host namespaces',
    );
  });

  it('looks at 3,000 pods at most, those of each controller first', () => {
    const replicas = Array.from({ length: 3000 }, (_, index) => pod(`web-${index}`, {}, 'one'));
    const others = [pod('alone', hostPid), pod('kata', { runtimeClassName: 'kata' }), pod('log', hostPid, 'two')];
    const { warnings } = relabelled({}, { enforce: 'baseline' }, [...replicas, ...others], {
      exemptions: { ...exemptions, namespaces: [] },
    });
    expect(warnings).toEqual([
      'new PodSecurity enforce level only checked against the first 3000 of 3002 existing pods',
      warned[0],
      'alone (and 1 other pod): host namespaces',
    ]);
  });

  it('does not look at pods of exempt runtime classes', () => {
    const inKata = [pod('web', { ...hostPid, runtimeClassName: 'kata' })];
    const setting = { exemptions: { ...exemptions, namespaces: [] } };
    expect(relabelled({}, { enforce: 'baseline' }, inKata, setting).warnings).toEqual([]);
  });

  it('says that labels of an exempt namespace do nothing', () => {
    const asked = { enforce: 'baseline', 'audit-version': 'v1.20', audit: 'restricted', warn: 'restricted' };
    const created = admitNamespace({ name: 'shop', labels: labels(asked) }, { exemptions });
    const policy = 'enforce=baseline:latest, audit=restricted:v1.20, warn=restricted:latest';
    expect(created).toEqual({ ...allowedAnswer, warnings: exempt(policy) });
    expect(relabelled({}, { enforce: 'baseline' }, pods, { exemptions }).warnings).toEqual(
      exempt('enforce=baseline:latest'),
    );
    expect(relabelled({ enforce: 'baseline' }, { ...asked }, pods, { exemptions }).warnings).toEqual([]);
    expect(relabelled(asked, { audit: 'baseline', 'enforce-version': 'v1.20' }, pods, { exemptions })).toEqual(
      allowedAnswer,
    );
    expect(admitNamespace({ name: 'shop', labels: labels({ 'warn-version': 'v1.20' }) }, { exemptions })).toEqual(
      allowedAnswer,
    );
  });

  it('says nothing where an exempt namespace asks for what holds anyway', () => {
    const level = { level: 'baseline', version: { label: 'latest', minor: Infinity } } as const;
    const defaults = { enforce: level, audit: level, warn: level };
    const request = { name: 'shop', labels: labels({ enforce: 'baseline' }) };
    expect(admitNamespace(request, { exemptions, defaults }).warnings).toEqual([]);
    expect(
      admitNamespace({ ...request, labels: labels({ enforce: 'privileged' }) }, { exemptions, defaults }).warnings,
    ).toEqual(['namespace "shop" is exempt from Pod Security, and the policy () will be ignored']);
  });
});
