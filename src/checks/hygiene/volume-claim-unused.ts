import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';

export default defineCheck({
  id: 'volume-claim-unused',
  on: objectsOf('PersistentVolumeClaim'),
  severity: 'low',
  reads: [...workloadKinds],
  title: 'PersistentVolumeClaim is not used',
  why: 'The data of what is gone stays, is paid for, and can be mounted by whoever may create pods.',
  advice: 'Save the data if it is needed, and remove the claim.',
  messages: { unused: 'no pod mounts PersistentVolumeClaim "{name}"' },
  evaluate(judged, report, { inventory }) {
    const { name, namespace = '', references } = judged;
    if (references.useOf('PersistentVolumeClaim', name, namespace) !== undefined) return;
    const hidden = references.hidden(namespace);
    const missing = hidden === undefined ? missingKinds(inventory, workloadKinds, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else report.fail('unused', judged.at('metadata', 'name'), { name }).about(judged.at());
  },
});

const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data-db-3
  namespace: shop
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

const pod = `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data-db-3
`;

const statefulSet = `---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: shop
spec:
  replicas: 1
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: registry.example/db:17.2.0
  volumeClaimTemplates:
    - metadata:
        name: data
`;

export const examples: CheckExamples = {
  pass: [`${claim}${pod}`, `${claim}${statefulSet}`],
  fail: [
    { yaml: claim, complete: true, at: '4:9', message: 'no pod mounts PersistentVolumeClaim "data-db-3"' },
    {
      yaml: `${claim}${pod.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '4:9',
      message: 'no pod mounts PersistentVolumeClaim "data-db-3"',
    },
    {
      yaml: `${claim}${statefulSet.replace('name: db', 'name: cache')}`,
      complete: true,
      at: '4:9',
      message: 'no pod mounts PersistentVolumeClaim "data-db-3"',
    },
  ],
  unknown: [{ yaml: claim, missing: 'no Pod of "shop" is among the inputs' }],
};
