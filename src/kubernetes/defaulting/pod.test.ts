import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { pod } from './pod.ts';
import { podMetadata, podSpec, podTemplate } from './pod-spec.ts';
import { mappingOf } from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const specDefaults = {
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  terminationGracePeriodSeconds: 30,
  securityContext: {},
};
const containerDefaults = {
  imagePullPolicy: 'IfNotPresent',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

function podOf(spec: object): unknown {
  return pod({ spec }, target);
}

function specOf(spec: object): unknown {
  return mappingOf(podOf(spec))['spec'];
}

describe('podSpec', () => {
  it('has policies, a scheduler, and time to end', () => {
    expect(podSpec(undefined, target)).toEqual(specDefaults);
    expect(podSpec({ dnsPolicy: '', restartPolicy: null, terminationGracePeriodSeconds: 0 }, target)).toEqual({
      ...specDefaults,
      terminationGracePeriodSeconds: 0,
    });
  });

  it('leaves out host namespaces that are not shared', () => {
    const given = { hostNetwork: false, hostPID: false, hostIPC: true, hostUsers: false, nodeName: '', subdomain: '' };
    expect(podSpec(given, target)).toEqual({ ...specDefaults, hostIPC: true, hostUsers: false });
  });

  it('defaults containers of every role, volumes and tolerations', () => {
    const containers = [{ name: 'c', image: 'c:1' }];
    const given = {
      containers,
      initContainers: containers,
      ephemeralContainers: containers,
      volumes: [{ name: 'v' }],
      tolerations: [{ key: 'k', operator: 'Exists', effect: '' }],
      imagePullSecrets: [{ name: '' }],
      overhead: { cpu: '0.25' },
      securityContext: { seLinuxOptions: { type: '' } },
    };
    const expected = [{ name: 'c', image: 'c:1', ...containerDefaults }];
    expect(podSpec(given, target)).toEqual({
      ...specDefaults,
      containers: expected,
      initContainers: expected,
      ephemeralContainers: expected,
      volumes: [{ name: 'v', emptyDir: {} }],
      tolerations: [{ key: 'k', operator: 'Exists' }],
      imagePullSecrets: [{}],
      overhead: { cpu: '250m' },
      securityContext: { seLinuxOptions: {} },
    });
  });

  it.each([
    [{ serviceAccount: 'a' }, { serviceAccountName: 'a', serviceAccount: 'a' }],
    [{ serviceAccountName: 'a' }, { serviceAccountName: 'a', serviceAccount: 'a' }],
    [
      { serviceAccountName: 'a', serviceAccount: 'b' },
      { serviceAccountName: 'a', serviceAccount: 'a' },
    ],
    [
      { serviceAccountName: '', serviceAccount: 'b' },
      { serviceAccountName: 'b', serviceAccount: 'b' },
    ],
    [{ serviceAccountName: '', serviceAccount: null }, {}],
  ])('names the account of %j by both names', (given, expected) => {
    expect(podSpec(given, target)).toEqual({ ...specDefaults, ...expected });
  });
});

describe('podMetadata and podTemplate', () => {
  it('drop annotations that held init containers', () => {
    const annotations = { 'pod.beta.kubernetes.io/init-containers': '[]', a: 'b' };
    expect(podMetadata({ annotations }, target)).toEqual({ annotations: { a: 'b' } });
    expect(podTemplate({ metadata: { annotations } }, target)).toEqual({
      metadata: { annotations: { a: 'b' } },
      spec: specDefaults,
    });
  });
});

describe('pod', () => {
  it('is told of services', () => {
    expect(pod({}, target)).toEqual({ spec: { ...specDefaults, enableServiceLinks: true } });
    expect(specOf({ enableServiceLinks: false })).toEqual({ ...specDefaults, enableServiceLinks: false });
  });

  it('asks for what it is limited to', () => {
    const containers = [
      { resources: { limits: { cpu: 1, memory: '1Gi' }, requests: { cpu: '0.5' } } },
      { resources: { limits: { cpu: '2' }, requests: null } },
      { resources: { requests: { cpu: '2' } } },
      { resources: { limits: 'none' } },
    ];
    expect(specOf({ containers, initContainers: containers.slice(0, 1) })).toMatchObject({
      containers: [
        { resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m', memory: '1Gi' } } },
        { resources: { limits: { cpu: '2' }, requests: { cpu: '2' } } },
        { resources: { requests: { cpu: '2' } } },
        { resources: { limits: 'none' } },
      ],
      initContainers: [{ resources: { requests: { cpu: '500m', memory: '1Gi' } } }],
    });
  });

  it('opens ports of the node where it is on its network', () => {
    const containers = [{ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 82 }, { hostPort: 0 }] }];
    const tcp = { protocol: 'TCP' };
    expect(specOf({ hostNetwork: true, containers })).toMatchObject({
      containers: [
        { ports: [{ containerPort: 80, hostPort: 80, ...tcp }, { containerPort: 81, hostPort: 82, ...tcp }, tcp] },
      ],
    });
    expect(mappingOf(specOf({ containers }))['containers']).toEqual([
      {
        ports: [{ containerPort: 80, ...tcp }, { containerPort: 81, hostPort: 82, ...tcp }, tcp],
        ...containerDefaults,
      },
    ]);
  });

  it('ends after a second where the time is below 0', () => {
    expect(specOf({ terminationGracePeriodSeconds: -5 })).toMatchObject({ terminationGracePeriodSeconds: 1 });
  });

  it('keeps a template as it is where only Pods change', () => {
    const given = {
      hostNetwork: true,
      terminationGracePeriodSeconds: -5,
      containers: [{ ports: [{ containerPort: 80 }], resources: { limits: { cpu: '1' } } }],
    };
    expect(podSpec(given, target)).toEqual({
      ...specDefaults,
      hostNetwork: true,
      terminationGracePeriodSeconds: -5,
      containers: [
        { ports: [{ containerPort: 80, protocol: 'TCP' }], resources: { limits: { cpu: '1' } }, ...containerDefaults },
      ],
    });
  });

  it('leaves unknown values and what is malformed', () => {
    const unknown = new UnknownValue('a variable');
    for (const spec of ['text', unknown, []]) expect(pod({ spec }, target)).toEqual({ spec });
    const given = { containers: unknown, volumes: [unknown], hostNetwork: unknown, tolerations: {} };
    expect(specOf(given)).toEqual({ ...specDefaults, ...given, enableServiceLinks: true });
  });
});
