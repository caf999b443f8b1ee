import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { updateStrategyField } from '../../kubernetes/update-strategy.ts';
import type { Volume } from '../../kubernetes/volume.ts';
import { workloadsOnly } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'update-strategy-not-rolling',
  on: workloadsOnly('apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet'),
  severity: 'low',
  title: 'Update is not rolling',
  why: 'An update stops every pod before the first new one runs, or waits for a person and leaves old images running.',
  advice: 'Use RollingUpdate, which is the default.',
  messages: {
    recreate: 'every update stops all pods before it starts new ones',
    onDelete: 'an update reaches a pod only when somebody deletes it',
  },
  evaluate({ resource, volumes }, report) {
    const field = updateStrategyField(resource);
    const type = asObject(asObject(resource.content['spec'])[field])['type'];
    const at = { resource, path: ['spec', field, 'type'] };
    if (field === 'updateStrategy') {
      if (type === 'OnDelete') report.fail('onDelete', at);
    } else if (type === 'Recreate' && !volumes.some(isClaim)) {
      report.fail('recreate', at);
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods of the old and the new version run beside each other during an update',
    edits: (edit, finding) => edit.set(finding.at, 'RollingUpdate'),
  },
});

/** A volume that one node mounts at a time would keep new pods from starting beside the old ones. */
function isClaim({ content }: Volume): boolean {
  return (content['persistentVolumeClaim'] ?? null) !== null;
}

function updated(kind: string, strategy: string, volumes = ''): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
${strategy}  selector:
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
${volumes}`;
}

const recreate = '  strategy:\n    type: Recreate\n';
const onDelete = '  updateStrategy:\n    type: OnDelete\n';
const claim = '      volumes:\n        - name: data\n          persistentVolumeClaim:\n            claimName: data\n';
const scratch = '      volumes:\n        - name: scratch\n          persistentVolumeClaim: null\n';

export const examples: CheckExamples = {
  pass: [
    updated('Deployment', ''),
    updated('Deployment', '  strategy:\n    type: RollingUpdate\n'),
    updated('Deployment', recreate, claim),
    updated('StatefulSet', '  updateStrategy: {}\n'),
    updated('DaemonSet', '  updateStrategy:\n    type: RollingUpdate\n'),
  ],
  fail: [
    {
      yaml: updated('Deployment', recreate),
      at: '7:11',
      message: 'every update stops all pods before it starts new ones',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: RollingUpdate
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
      yaml: updated('Deployment', recreate, scratch),
      at: '7:11',
      message: 'every update stops all pods before it starts new ones',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    type: RollingUpdate
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
      volumes:
        - name: scratch
          persistentVolumeClaim: null
`,
    },
    {
      yaml: updated('StatefulSet', onDelete, claim),
      at: '7:11',
      message: 'an update reaches a pod only when somebody deletes it',
      fixed: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  updateStrategy:
    type: RollingUpdate
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
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
`,
    },
    {
      yaml: updated('DaemonSet', onDelete),
      at: '7:11',
      message: 'an update reaches a pod only when somebody deletes it',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: web
spec:
  updateStrategy:
    type: RollingUpdate
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
