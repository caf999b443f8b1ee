import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { strings } from '../../core/parameter.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { isMirrorPod } from '../../kubernetes/mirror-pod.ts';
import { controllerReference } from '../../kubernetes/ownership.ts';
import { isSystemComponent } from '../../kubernetes/system-component.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'workload-in-kube-system',
  on: workload,
  severity: 'low',
  optIn: true,
  parameters: { systemWorkloads: strings() },
  title: 'Workload runs in kube-system',
  why: 'Among the components of the cluster it goes unnoticed, and their secrets and permissions lie beside it.',
  advice: 'Move it to a namespace of its own, or list its name or registry in systemWorkloads.',
  messages: { foreign: 'no known component of a cluster runs in kube-system' },
  evaluate(judged, report, { parameters }) {
    const { resource } = judged;
    if (resource.namespace !== 'kube-system' || isMirrorPod(resource)) return;
    // What a listed controller makes has a name that is its own.
    const controller = judged.owner ?? controllerReference(resource);
    const names = [resource.name, ...(controller === undefined ? [] : [controller.name])];
    if (names.some((name) => parameters.systemWorkloads.includes(name))) return;
    if (isSystemComponent(judged.podMetadata) || isSystemComponent(asObject(resource.content['metadata']))) return;
    if (hostsOf(judged).some((host) => parameters.systemWorkloads.includes(host))) return;
    report.fail('foreign', { resource, path: ['metadata', 'namespace'] });
  },
});

function hostsOf({ containers }: Workload): string[] {
  return containers.map(({ image }) => parseImageReference(image ?? '').registry);
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: miner
  namespace: kube-system
spec:
  selector:
    matchLabels:
      app: miner
  template:
    metadata:
      labels:
        app: miner
    spec:
      containers:
        - name: miner
          image: registry.example/miner:1.0.0
`;

/** Its controller is not among the inputs. */
const replicaSet = `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: csi-6c9
  namespace: kube-system
  ownerReferences:
    - {apiVersion: apps/v1, kind: Deployment, name: csi, controller: true}
spec:
  template:
    spec:
      containers:
        - name: csi
          image: registry.example/csi:1.0.0
`;

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: csi-6c9-x7k2p
  namespace: kube-system
  ownerReferences:
    - {apiVersion: apps/v1, kind: ReplicaSet, name: csi-6c9, controller: true}
spec:
  containers:
    - name: csi
      image: registry.example/csi:1.0.0
`;

const message = 'no known component of a cluster runs in kube-system';

export const examples: CheckExamples = {
  pass: [
    deployment.replace('namespace: kube-system', 'namespace: shop'),
    deployment.replaceAll('app: miner', 'k8s-app: kube-dns'),
    deployment.replace('  name: miner', '  name: dns\n  labels: {k8s-app: kube-dns}'),
    { yaml: deployment, parameters: { systemWorkloads: ['csi', 'miner'] } },
    { yaml: deployment, parameters: { systemWorkloads: ['registry.example'] } },
    { yaml: replicaSet, parameters: { systemWorkloads: ['csi'] } },
    {
      yaml: [pod, replicaSet, deployment.replace('name: miner', 'name: csi')].join('---\n'),
      parameters: { systemWorkloads: ['csi'] },
    },
    `apiVersion: v1
kind: Pod
metadata:
  name: etcd-node-1
  namespace: kube-system
  annotations:
    kubernetes.io/config.mirror: 0123456789abcdef
spec:
  containers:
    - name: etcd
      image: registry.example/etcd:3.6.5
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: etcd
`,
  ],
  fail: [
    { yaml: deployment, parameters: { systemWorkloads: ['csi', 'docker.io'] }, at: '5:14', message },
    { yaml: replicaSet, parameters: { systemWorkloads: ['cni'] }, at: '5:14', message },
  ],
};
