import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { controlPlaneTolerationsOf } from '../../kubernetes/control-plane-toleration.ts';
import { isControlledBy } from '../../kubernetes/ownership.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';
import { workloadsExcept } from '../../kubernetes/workload-kinds.ts';

export default defineCheck({
  id: 'control-plane-toleration',
  on: workloadsExcept('apps/DaemonSet', 'PodTemplate'),
  severity: 'medium',
  parameters: { systemNamespaces },
  title: 'Workload may run on control-plane nodes',
  why: 'Whoever leaves a container there finds the keys of the cluster, and a greedy process slows the API server down.',
  advice: 'Remove the toleration, so that the pods run on worker nodes.',
  messages: {
    key: 'the pod tolerates the taint {key}, which keeps pods off control-plane nodes',
    every: 'the pod tolerates every taint, also the one that keeps pods off control-plane nodes',
  },
  evaluate(judged, report, { parameters }) {
    if (parameters.systemNamespaces.includes(judged.namespace)) return;
    // What an agent of every node tolerates, its pods do too.
    if (isControlledBy(judged.resource, 'apps/DaemonSet')) return;
    for (const { key, at } of controlPlaneTolerationsOf(judged)) {
      if (key === undefined) report.fail('every', at);
      else report.fail('key', at, { key });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods that run on a control-plane node are made again on another, or wait for one',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

const tolerant = `spec:
  tolerations:
    - operator: Exists
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
`;

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  tolerations:
    - key: shop.example/gpu
      operator: Exists
    - key: node-role.kubernetes.io/control-plane
      operator: Exists
      effect: NoExecute
    - operator: Equal
      value: "true"
    - key: node-role.kubernetes.io/control-plane
      value: "true" # the taint has none
    - key: node-role.kubernetes.io/master
      operator: Equal
      value: "true"
      effect: NoSchedule
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: kube-system
${tolerant}`,
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: operations
${tolerant}`,
      parameters: { systemNamespaces: ['operations'] },
    },
    `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: operations
spec:
  template:
    spec:
      tolerations:
        - operator: Exists
      containers:
        - name: agent
          image: registry.example/agent:0.9.0
---
apiVersion: v1
kind: Pod
metadata:
  name: agent-x7k2p
  namespace: operations
  ownerReferences:
    - apiVersion: apps/v1
      kind: DaemonSet
      name: agent
      uid: 5f0a8c1e-54b4-4c0e-9d3c-3a5b5f6f2b11
      controller: true
${tolerant}`,
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: backup
  namespace: operations
spec:
  selector:
    matchLabels:
      app: backup
  template:
    metadata:
      labels:
        app: backup
    spec:
      containers:
        - name: backup
          image: registry.example/backup:4.0.0
      tolerations:
        - key: node-role.kubernetes.io/control-plane
          effect: NoSchedule # next to etcd
        - key: node-role.kubernetes.io/master
          operator: Exists
        - key: shop.example/gpu
          operator: Exists
`,
      at: ['19:11', '21:11'],
      message: [
        'the pod tolerates the taint node-role.kubernetes.io/control-plane, which keeps pods off control-plane nodes',
        'the pod tolerates the taint node-role.kubernetes.io/master, which keeps pods off control-plane nodes',
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: backup
  namespace: operations
spec:
  selector:
    matchLabels:
      app: backup
  template:
    metadata:
      labels:
        app: backup
    spec:
      containers:
        - name: backup
          image: registry.example/backup:4.0.0
      tolerations:
        - key: shop.example/gpu
          operator: Exists
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: operations
${tolerant}`,
      at: '8:7',
      message: 'the pod tolerates every taint, also the one that keeps pods off control-plane nodes',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: operations
spec:
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
`,
    },
  ],
};
