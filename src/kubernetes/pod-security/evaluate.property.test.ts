import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asList, asObject, isObject, type JsonObject, valueAt } from '../../core/json.ts';
import { exampleContainer, examplePod, server } from './check-example.ts';
import { evaluatePod } from './evaluate.ts';
import { podSecurityLevels } from './levels.ts';
import { policyVersion } from './policy-version.ts';

const RUNS = 500;

/** Rarely anything but the first, so that about half of the pods meet a level. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 60, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const profile = mostly<JsonObject | undefined>(undefined, { type: 'RuntimeDefault' }, { type: 'Unconfined' });

const shared = {
  runAsUser: mostly<number | undefined>(undefined, 0, 1000),
  appArmorProfile: profile,
  seLinuxOptions: mostly<JsonObject | undefined>(undefined, { type: 'container_engine_t' }, { user: 'system_u' }),
  windowsOptions: mostly<JsonObject | undefined>(undefined, { hostProcess: true }, { hostProcess: false }),
};

const container = fc
  .record({
    context: fc.record({
      ...shared,
      runAsNonRoot: mostly<boolean | undefined>(undefined, true, false),
      seccompProfile: profile,
      allowPrivilegeEscalation: mostly<boolean | undefined>(false, true, undefined),
      privileged: mostly(false, true),
      procMount: mostly('Default', 'Unmasked'),
      capabilities: mostly<JsonObject>({ drop: ['ALL'] }, { drop: ['ALL'], add: ['SYS_ADMIN'] }, { add: ['CHOWN'] }),
    }),
    hostPort: mostly(0, 80),
    host: mostly('', 'a.test'),
  })
  .map(({ context, hostPort, host }) =>
    exampleContainer('web', context, {
      ports: [{ containerPort: 80, hostPort }],
      livenessProbe: { httpGet: { port: 80, host } },
    }),
  );

const sysctls = ['net.ipv4.tcp_syncookies', 'net.ipv4.tcp_rmem', 'kernel.msgmax'].map((name) => [{ name, value: '1' }]);

// A Windows pod with Linux settings, or a volume with two sources, is none that the API server would take.
const pod: fc.Arbitrary<JsonObject> = fc
  .record({
    podSecurityContext: fc.record({
      ...shared,
      runAsNonRoot: mostly<boolean | undefined>(true, false, undefined),
      seccompProfile: mostly<JsonObject | undefined>({ type: 'RuntimeDefault' }, { type: 'Unconfined' }, undefined),
      sysctls: mostly<JsonObject[]>([], ...sysctls),
    }),
    spec: fc.record({
      initContainers: fc.array(container, { maxLength: 1 }),
      containers: fc.array(container, { minLength: 1, maxLength: 2 }),
      ephemeralContainers: fc.array(container, { maxLength: 1 }),
      hostUsers: fc.constantFrom(true, false, undefined),
      hostNetwork: mostly(false, true),
      hostPID: mostly(false, true),
      os: fc.constantFrom({ name: 'linux' }, undefined),
      volumes: mostly<JsonObject[]>([{ name: 'c' }], [{ name: 'a', hostPath: {} }], [{ name: 'b', nfs: {} }]),
    }),
    annotations: mostly<JsonObject>(
      {},
      { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
      { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' },
    ),
  })
  .map((changes) => examplePod(changes));

const setting = fc.record({
  minor: fc.integer({ min: 0, max: 40 }),
  serverVersion: fc.integer({ min: 22, max: 40 }).map(server),
  isTemplate: fc.boolean(),
});

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, NaN, '', 'text', [], {}, [null], { name: null }, [
    '__proto__',
  ]),
  fc.anything(),
);

/** The value with one of its nodes, chosen by `choices`, replaced. */
function damaged(value: unknown, choices: readonly number[], replacement: unknown): unknown {
  const [choice, ...rest] = choices;
  if (choice === undefined) return replacement;
  if (Array.isArray(value) && value.length > 0) {
    const at = choice % value.length;
    return value.map((entry: unknown, index) => (index === at ? damaged(entry, rest, replacement) : entry));
  }
  if (!isObject(value) || Object.keys(value).length === 0) return replacement;
  const key = Object.keys(value)[choice % Object.keys(value).length] ?? '';
  return { ...value, [key]: damaged(value[key], rest, replacement) };
}

describe('evaluatePod on any pod', () => {
  it('never throws, whatever stands in a field', () => {
    const damage = fc.record({ pod, choices: fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }), junk, setting });
    fc.assert(
      fc.property(damage, ({ pod: whole, choices, junk: replacement, setting: { minor, ...rest } }) => {
        const broken = asObject(damaged(whole, choices, replacement));
        for (const level of podSecurityLevels) {
          const { allowed, violations, text } = evaluatePod(level, policyVersion(minor), broken, rest);
          expect(allowed).toBe(violations.length === 0);
          expect(text === '').toBe(allowed);
          expect(violations.filter(({ locations }) => locations.length === 0)).toEqual([]);
        }
      }),
      { seed: 7, numRuns: RUNS },
    );
  });

  it('allows at a level what it allows at the next stricter one', () => {
    let restricted = 0;
    let baseline = 0;
    fc.assert(
      fc.property(pod, setting, (any, { minor, ...rest }) => {
        const [privilegedAllows, baselineAllows, restrictedAllows] = podSecurityLevels.map(
          (level) => evaluatePod(level, policyVersion(minor), any, rest).allowed,
        );
        expect(privilegedAllows).toBe(true);
        if (restrictedAllows) expect(baselineAllows).toBe(true);
        if (restrictedAllows) restricted += 1;
        if (baselineAllows) baseline += 1;
      }),
      { seed: 11, numRuns: RUNS },
    );
    expect(restricted).toBeGreaterThan(RUNS / 10);
    expect(baseline).toBeGreaterThan(restricted);
    expect(RUNS).toBeGreaterThan(baseline);
  });

  it('names fields of the pod, and entries of lists that are there', () => {
    fc.assert(
      fc.property(pod, setting, (any, { minor, ...rest }) => {
        const { violations } = evaluatePod('restricted', policyVersion(minor), any, rest);
        for (const path of violations.flatMap(({ locations }) => locations)) {
          expect(['metadata', 'spec']).toContain(path[0]);
          for (const [depth, segment] of path.entries()) {
            if (typeof segment === 'number')
              expect(segment).toBeLessThan(asList(valueAt(any, path.slice(0, depth))).length);
          }
        }
      }),
      { seed: 13, numRuns: RUNS },
    );
  });
});
