import type { Missing } from '../../core/lookup.ts';
import type { Report } from '../../core/report.ts';
import { exampleCheck, exampleFinding, exampleReport, exampleSubject } from './example-report.ts';

const apiText = `kind: Deployment
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.shop.example/api:3.8.1
      securityContext:
        privileged: true # perf would not attach without it; remove after the latency hunt
    - name: metrics
      image: registry.shop.example/metrics:1.0.0
`;

const logsText = `kind: DaemonSet
spec:
  hostPID: true
  volumes:
    - name: socket
      hostPath: {path: /run/containerd/containerd.sock}
`;

const api = { kind: 'apps/Deployment', namespace: 'shop', name: 'api' };
const apiPod = { kind: 'Pod', namespace: 'shop', name: 'api-5d8f7' };
const logs = { kind: 'apps/DaemonSet', namespace: 'shop', name: 'logs' };
const web = { kind: 'apps/Deployment', namespace: 'shop', name: 'web' };
const shop = { kind: 'Namespace', namespace: undefined, name: 'shop' };
const jobs = { kind: 'Namespace', namespace: undefined, name: 'shop-jobs' };

function noPolicyOf(name: string): Missing[] {
  const hint = 'scan its folder too, or pass --complete';
  return [{ what: `no NetworkPolicy of "${name}" is among the inputs`, hint }];
}

/** A small report with one of everything that people are shown, for tests. */
export function exampleShop(): Report {
  const privileged = exampleFinding(api, 'privileged-container', 'high', 'shop/api.yaml:9:21-25', {
    part: 'container "api"',
    message: 'is given every capability and device of the node',
  });
  const escalation = exampleFinding(api, 'allow-privilege-escalation', 'medium', 'shop/api.yaml:8:7-22', {
    part: 'container "api"',
    message: 'may gain privileges',
    missing: 'securityContext.allowPrivilegeEscalation',
    assuming: ['no policy of the cluster forbids it'],
  });
  const second = exampleFinding(api, 'allow-privilege-escalation', 'medium', 'shop/api.yaml:10:7-11', {
    part: 'container "metrics"',
    message: 'may gain privileges',
    missing: 'securityContext.allowPrivilegeEscalation',
    assuming: ['no policy of the cluster forbids it'],
  });
  const podTwin = exampleFinding(apiPod, 'privileged-container', 'high', 'shop/pods.yaml:7:1-2');
  const socket = exampleFinding(logs, 'container-runtime-socket', 'critical', 'shop/logs.yaml:6:24-55', {
    message: 'volume "socket" opens the socket of the container runtime',
  });
  const volume = exampleFinding(logs, 'host-path-volume', 'medium', 'shop/logs.yaml:6:17-56');
  const accepted = exampleFinding(logs, 'host-pid', 'high', 'shop/logs.yaml:3:12-16', {
    accepted: { reason: 'log lines are matched to the processes that wrote them', until: '2099-12-31' },
  });
  return exampleReport({
    checks: [
      exampleCheck('privileged-container', 'high', {
        title: 'Container runs privileged',
        why: 'Whoever takes over the process has every capability and device of the node.',
        advice: 'Remove it, or add the one capability the process needs.',
        controls: ['PSS baseline', 'CIS 5.2.2', 'NSA', 'T1611'],
      }),
      exampleCheck('allow-privilege-escalation', 'medium', {
        title: 'Process can gain more privileges than it was started with',
        why: 'A set-user-ID program turns an ordinary user into root.',
        advice: 'Set allowPrivilegeEscalation to false on every container.',
      }),
      exampleCheck('container-runtime-socket', 'critical', {
        title: 'Volume opens the socket of the container runtime',
        why: 'Whoever reaches the socket owns the node.',
        advice: 'Remove the volume; read container data through the API of Kubernetes, which asks who wants to know.',
      }),
      exampleCheck('host-path-volume', 'medium'),
      exampleCheck('host-pid', 'high', { title: 'Pod shares the process table of its node' }),
      exampleCheck('namespace-isolation', 'medium', { title: 'Namespace has no NetworkPolicy' }),
      exampleCheck('service-account-missing', 'high', { title: 'ServiceAccount does not exist' }),
    ],
    subjects: [
      exampleSubject(api, 'shop/api.yaml', [privileged, escalation, second], { passed: 3 }),
      exampleSubject(shop, 'shop/api.yaml', [], {
        unknowns: [{ check: 'namespace-isolation', missing: noPolicyOf('shop') }],
      }),
      exampleSubject(apiPod, 'shop/pods.yaml', [podTwin], { passed: 3 }),
      exampleSubject(logs, 'shop/logs.yaml', [socket, volume, accepted], {
        passed: 1,
        notApplicable: 1,
        unknowns: [
          {
            check: 'service-account-missing',
            missing: [{ what: 'no ServiceAccount "shop/logs" is among the inputs' }],
          },
        ],
      }),
      exampleSubject(web, 'shop/web.yaml', [], {
        passed: 5,
        unknowns: [
          {
            check: 'service-account-missing',
            missing: [{ what: 'no ServiceAccount "shop/logs" is among the inputs' }],
          },
        ],
      }),
      exampleSubject(jobs, 'shop/web.yaml', [], {
        unknowns: [{ check: 'namespace-isolation', missing: noPolicyOf('shop-jobs') }],
      }),
    ],
    covered: new Map([
      [privileged, [podTwin]],
      [socket, [volume]],
    ]),
    coverage: {
      files: 5,
      objects: 14,
      workloads: 4,
      otherDocuments: 3,
      notJudged: new Map([
        ['ConfigMap', 2],
        ['Service', 5],
      ]),
    },
    diagnostics: [
      {
        code: 'not-covered',
        message: 'shop/chart is a Helm chart; nothing in it was judged',
        file: 'shop/chart',
        hint: 'render it and scan the output',
      },
      {
        code: 'duplicate-object',
        message: 'Deployment shop/api is defined here again',
        file: 'shop/api.yaml',
        location: { file: 'shop/api.yaml', line: 3, column: 9, endLine: 3, endColumn: 12 },
        related: { file: 'shop/old.yaml', line: 3, column: 9, endLine: 3, endColumn: 12 },
      },
      {
        code: 'unreadable-input',
        message: 'shop/secret.yaml cannot be read: it may not be opened by this user',
        file: 'shop/secret.yaml',
      },
    ],
    score: 71,
    files: { 'shop/api.yaml': apiText, 'shop/logs.yaml': logsText },
  });
}
