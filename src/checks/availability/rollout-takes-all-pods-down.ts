import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { intOrString, percentOf } from '../../kubernetes/int-or-string.ts';
import { replicasOf } from '../../kubernetes/replicas.ts';
import { updateStrategyField } from '../../kubernetes/update-strategy.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'rollout-takes-all-pods-down',
  on: workloadsOnly('apps/DaemonSet', 'apps/Deployment'),
  severity: 'medium',
  title: 'Rolling update may stop all pods at once',
  why: 'The service is down during every update, and stays down if the new version does not start.',
  advice: 'Set maxUnavailable to 25%, or to fewer pods than there are.',
  messages: { all: 'a rolling update may stop all pods at once: maxUnavailable is {maxUnavailable}' },
  evaluate({ resource }, report) {
    const field = updateStrategyField(resource);
    const strategy = asObject(asObject(resource.content['spec'])[field]);
    if ((asString(strategy['type']) || 'RollingUpdate') !== 'RollingUpdate') return;
    const maxUnavailable = intOrString(asObject(strategy['rollingUpdate'])['maxUnavailable']);
    if (maxUnavailable === undefined || !meansAll(maxUnavailable, resource)) return;
    const at = { resource, path: ['spec', field, 'rollingUpdate', 'maxUnavailable'] };
    report.fail('all', at, { maxUnavailable });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'updates take longer',
    edits: (edit, finding) => edit.set(finding.at, '25%'),
  },
});

/** A percentage under 100 is rounded down, so it never means all; the nodes of a DaemonSet cannot be counted here. */
function meansAll(maxUnavailable: number | string, resource: Resource): boolean {
  if (typeof maxUnavailable === 'string') return (percentOf(maxUnavailable) ?? 0) >= 100;
  const replicas = replicasOf(resource) ?? 0;
  return replicas >= 2 && maxUnavailable >= replicas;
}

function rolling(kind: string, replicas: string, strategy: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
${replicas}  ${kind === 'Deployment' ? 'strategy' : 'updateStrategy'}: ${strategy}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`;
}

function upTo(maxUnavailable: number | string): string {
  return `{ type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: ${maxUnavailable} } }`;
}

const three = '  replicas: 3\n';

export const examples: CheckExamples = {
  pass: [
    rolling('Deployment', three, '{}'),
    rolling('Deployment', three, upTo('99%')),
    rolling('Deployment', three, upTo(2)),
    rolling('Deployment', '  replicas: 1\n', upTo(1)),
    rolling('Deployment', three, upTo('most')),
    rolling('Deployment', three, '{ type: Recreate, rollingUpdate: { maxUnavailable: 100% } }'),
    rolling('DaemonSet', '', upTo(1)),
  ],
  fail: [
    {
      yaml: rolling('Deployment', three, upTo('100%')),
      at: '7:82',
      message: 'a rolling update may stop all pods at once: maxUnavailable is 100%',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 25% } }
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: rolling('Deployment', '', upTo('100%')),
      at: '6:82',
      message: 'a rolling update may stop all pods at once: maxUnavailable is 100%',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 25% } }
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: rolling('Deployment', three, upTo(3)),
      at: '7:82',
      message: 'a rolling update may stop all pods at once: maxUnavailable is 3',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 25% } }
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: rolling('Deployment', '  replicas: 2\n', '{ rollingUpdate: { maxUnavailable: 4 } }'),
      at: '7:48',
      message: 'a rolling update may stop all pods at once: maxUnavailable is 4',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  strategy: { rollingUpdate: { maxUnavailable: 25% } }
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
    {
      yaml: rolling('DaemonSet', '', upTo('120%')),
      at: '6:88',
      message: 'a rolling update may stop all pods at once: maxUnavailable is 120%',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: web
spec:
  updateStrategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 25% } }
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
  ],
};
