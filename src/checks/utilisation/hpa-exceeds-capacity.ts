import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { HORIZONTAL_POD_AUTOSCALER } from '../../kubernetes/autoscaler.ts';
import { autoscalerGrowth } from '../../kubernetes/autoscaler-growth.ts';
import { clusterAnd, isCluster } from '../../kubernetes/cluster-and-objects.ts';
import { capacityKinds, freeCapacity } from '../../kubernetes/cluster-capacity.ts';
import { isStored } from '../../kubernetes/object.ts';
import { readableAmount } from '../../kubernetes/quantity-share.ts';
import { scaledKinds } from '../../kubernetes/scaled-workload.ts';

const resources = ['cpu', 'memory'] as const;

export default defineCheck({
  id: 'hpa-exceeds-capacity',
  on: clusterAnd(HORIZONTAL_POD_AUTOSCALER),
  severity: 'medium',
  reads: [...new Set([HORIZONTAL_POD_AUTOSCALER, ...capacityKinds, ...scaledKinds])],
  title: 'Autoscaler asks for more than the cluster has',
  why: 'Under load the new pods find no node, and the service goes down although an autoscaler guards it.',
  advice: 'Add nodes, let an autoscaler add them, or lower maxReplicas or the requests.',
  messages: {
    one: 'at maxReplicas the autoscaler asks for {wanted} of {resource} more, and the nodes have {free} left',
    all: 'all autoscalers at their maxReplicas ask for {wanted} of {resource} more, and the nodes have {free} left',
  },
  evaluate(judged, report, context) {
    const { inventory } = context;
    // Manifests alone have no room to run out of.
    const isManifest = inventory.ofKind('Node').length === 0 && (isCluster(judged) || !isStored(judged.resource));
    const autoscalers = inventory.select(HORIZONTAL_POD_AUTOSCALER);
    // A single autoscaler is judged by itself already.
    if (isCluster(judged) && autoscalers.items.length < 2) {
      if (autoscalers.missing === undefined || isManifest) report.notApplicable();
      else report.unknown(autoscalers.missing);
      return;
    }
    const capacity = freeCapacity(context);
    if (capacity.is === 'unknown' && isManifest) report.notApplicable();
    else if (capacity.is === 'unknown') report.unknown(capacity.missing);
    if (capacity.is !== 'known') return;
    const { free } = capacity;
    const growing = isCluster(judged) ? autoscalers.items : [judged.resource];
    const wanted = { cpu: 0n, memory: 0n };
    for (const autoscaler of growing) {
      const growth = autoscalerGrowth(autoscaler, context);
      if (growth.is === 'unknown') report.unknown(growth.missing);
      else for (const resource of resources) wanted[resource] += growth.amounts[resource];
    }
    const message = isCluster(judged) ? 'all' : 'one';
    const at = isCluster(judged) ? judged.at() : judged.at('spec', 'maxReplicas');
    for (const resource of resources) {
      if (wanted[resource] === 0n || wanted[resource] <= free[resource]) continue;
      const [more, left] = [wanted[resource], free[resource]].map((nano) => amountText(nano, resource));
      report.fail(message, at, { resource, wanted: more ?? '', free: left ?? '' });
    }
  },
});

function amountText(nano: bigint, resource: 'cpu' | 'memory'): string {
  return nano <= 0n ? 'nothing' : readableAmount({ nano }, resource);
}

function node(name: string, spec = '{}'): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: ${name}
spec: ${spec}
status:
  allocatable: { cpu: 2, memory: 4Gi }
---
`;
}

function pod(name: string, phase: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      resources: { requests: { cpu: 500m, memory: 1Gi } }
status:
  phase: ${phase}
---
`;
}

function scaled(apiVersion: string, kind: string, name: string, requests: string, replicas = '2'): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  namespace: shop
spec:
  replicas: ${replicas}
  template:
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          resources: { requests: ${requests} }
---
`;
}

function autoscalerOf(
  name: string,
  maxReplicas: number,
  status = '{}',
  target = 'apiVersion: apps/v1, kind: Deployment',
): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${name}
  namespace: shop
spec:
  maxReplicas: ${maxReplicas}
  scaleTargetRef: { ${target}, name: ${name} }
status: ${status}
---
`;
}

function deployment(name: string, requests: string): string {
  return scaled('apps/v1', 'Deployment', name, requests);
}

const small = '{ cpu: 500m, memory: 256Mi }';

/** One node with 1500m and 3Gi left. */
const cluster =
  node('node-1') + node('node-2', '{ unschedulable: true }') + pod('web-a', 'Running') + pod('web-b', 'Succeeded');

const nodePool = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata:
  name: usual
---
`;

const targets = [
  ['v1', 'ReplicationController'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'StatefulSet'],
  ['argoproj.io/v1alpha1', 'Rollout'],
] as const;

/** As a cluster holds it. */
const stored = autoscalerOf('web', 5).replace('  namespace: shop\n', '  namespace: shop\n  uid: h1\n');

export const examples: CheckExamples = {
  pass: [
    {
      yaml:
        cluster + autoscalerOf('web', 5) + deployment('web', small) + autoscalerOf('api', 2) + deployment('api', small),
      complete: true,
    },
    {
      yaml:
        cluster +
        autoscalerOf('web', 9, '{ currentReplicas: 8 }') +
        autoscalerOf('api', 1) +
        deployment('web', small) +
        deployment('api', small),
      complete: true,
    },
    {
      yaml:
        cluster +
        nodePool +
        autoscalerOf('web', 50) +
        autoscalerOf('api', 50) +
        deployment('web', small) +
        deployment('api', small),
      complete: true,
    },
    autoscalerOf('web', 50) + autoscalerOf('api', 50) + deployment('cluster-autoscaler', small),
  ],
  fail: [
    {
      yaml: cluster + autoscalerOf('web', 6) + deployment('web', small),
      complete: true,
      at: '49:16',
      message: 'at maxReplicas the autoscaler asks for 2 of cpu more, and the nodes have 1500m left',
    },
    {
      yaml:
        cluster + autoscalerOf('web', 5) + deployment('web', small) + autoscalerOf('api', 3) + deployment('api', small),
      complete: true,
      at: 'nowhere',
      message: 'all autoscalers at their maxReplicas ask for 2 of cpu more, and the nodes have 1500m left',
    },
    ...targets.map(([apiVersion, kind]) => ({
      yaml:
        cluster +
        autoscalerOf('web', 15, '{}', `apiVersion: ${apiVersion}, kind: ${kind}`) +
        scaled(apiVersion, kind, 'web', '{ memory: 256Mi }'),
      complete: true,
      at: '49:16',
      message: 'at maxReplicas the autoscaler asks for 3328Mi of memory more, and the nodes have 3Gi left',
    })),
    {
      yaml: node('node-1', '{ unschedulable: true }') + autoscalerOf('web', 3) + deployment('web', '{ cpu: 1m }'),
      complete: true,
      at: '15:16',
      message: 'at maxReplicas the autoscaler asks for 1m of cpu more, and the nodes have nothing left',
    },
  ],
  unknown: [
    { yaml: stored + deployment('web', small), missing: 'no Node is among the inputs' },
    { yaml: stored + deployment('web', small), complete: true, missing: 'no Node is among the inputs' },
    { yaml: cluster + autoscalerOf('web', 5), complete: true, missing: 'what the autoscaler scales does not exist' },
    {
      yaml: cluster + autoscalerOf('web', 5) + deployment('web', '{}'),
      complete: true,
      missing: 'the pods that the autoscaler adds request nothing',
    },
    { yaml: node('node-1') + deployment('web', small), missing: 'no HorizontalPodAutoscaler is among the inputs' },
  ],
  notApplicable: [deployment('web', small), { yaml: node('node-1') + deployment('web', small), complete: true }],
};
