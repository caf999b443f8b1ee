import { type CheckExamples, type Context, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import type { Missing } from '../../core/lookup.ts';
import { clusterAnd, isCluster } from '../../kubernetes/cluster-and-objects.ts';
import { NODE_METRICS, POD_METRICS } from '../../kubernetes/measured-usage.ts';
import type { KubernetesObject } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

/** How long a node may be ready without a sample. */
const PATIENCE_MINUTES = 5;

const messages = {
  cluster: 'the cluster serves no sample of metrics.k8s.io',
  node: 'the cluster serves no sample of metrics.k8s.io for the node',
} as const;

export default defineCheck({
  id: 'metrics-missing',
  on: clusterAnd('Node'),
  severity: 'low',
  reads: [NODE_METRICS, POD_METRICS, 'Node'],
  title: 'Use of CPU and memory is not measured',
  why: 'Autoscalers stand still, and nobody sees a container that burns CPU for a stranger.',
  advice: 'Install metrics-server, and see that it reaches the kubelet of every node.',
  messages,
  evaluate(judged, report, context) {
    const samples = samplesIn(context);
    if (isCluster(judged)) {
      if (samples.areThere) return;
      const nodes = context.inventory.select('Node');
      const missing = samples.missing ?? nodes.missing;
      if (missing !== undefined) report.unknown(missing);
      // Files that show no node do not show a running cluster.
      else if (nodes.items.length === 0) report.notApplicable();
      else report.fail('cluster', judged.at());
    } else {
      const found = context.inventory.find(NODE_METRICS, judged.name);
      if (found.is === 'unknown') report.unknown(found.missing);
      if (found.is !== 'absent') return;
      // Where nothing is measured at all, the finding is that of the cluster.
      if (!samples.areThere) report.notApplicable();
      else judgeReadyNode(judged, report, context.now);
    }
  },
});

interface Samples {
  readonly areThere: boolean;
  readonly missing: Missing | undefined;
}

function samplesIn({ inventory }: Context): Samples {
  const selections = [NODE_METRICS, POD_METRICS].map((kind) => inventory.select(kind));
  return {
    areThere: selections.some(({ items }) => items.length > 0),
    missing: selections.map(({ missing }) => missing).find((missing) => missing !== undefined),
  };
}

function judgeReadyNode(judged: KubernetesObject, report: Reporter<typeof messages>, now: number): void {
  const ready = asList(judged.status['conditions'])
    .map(asObject)
    .find(({ type, status }) => type === 'Ready' && status === 'True');
  if (ready === undefined) return;
  const minutes = minutesSince(ready['lastTransitionTime'], now);
  if (minutes === undefined) report.unknown({ what: 'since when the node is ready' });
  else if (minutes > PATIENCE_MINUTES) report.fail('node', judged.at('metadata', 'name'));
}

function node(
  name: string,
  ready = '{ type: Ready, status: "True", lastTransitionTime: "2025-12-31T23:54:59Z" }',
): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: ${name}
status:
  conditions:
    - { type: MemoryPressure, status: "False", lastTransitionTime: "2025-01-01T00:00:00Z" }
    - ${ready}
---
`;
}

function sampleOf(name: string): string {
  return `apiVersion: metrics.k8s.io/v1beta1
kind: NodeMetrics
metadata:
  name: ${name}
usage: { cpu: 1, memory: 1Gi }
---
`;
}

const ofPod = `apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata:
  name: web
  namespace: shop
containers: []
---
`;

function condition(status: string, since: string): string {
  return `{ type: Ready, status: "${status}", lastTransitionTime: "${since}" }`;
}

export const examples: CheckExamples = {
  pass: [
    node('node-1') + sampleOf('node-1'),
    {
      yaml:
        sampleOf('node-1') +
        node('node-1') +
        node('node-2', condition('True', '2025-12-31T23:55:00Z')) +
        node('node-3', condition('False', '2025-12-31T20:00:00Z')) +
        node('node-4', condition('Unknown', '2025-12-31T20:00:00Z')) +
        node('node-5', '{ type: DiskPressure, status: "True", lastTransitionTime: "2025-12-31T20:00:00Z" }'),
      complete: true,
    },
  ],
  fail: [
    {
      yaml: node('node-1') + node('node-2'),
      complete: true,
      at: 'nowhere',
      message: 'the cluster serves no sample of metrics.k8s.io',
    },
    {
      yaml: node('node-1') + sampleOf('node-1') + node('node-2'),
      complete: true,
      at: '19:9',
      message: 'the cluster serves no sample of metrics.k8s.io for the node',
    },
    {
      yaml: node('node-1') + ofPod,
      complete: true,
      at: '4:9',
      message: 'the cluster serves no sample of metrics.k8s.io for the node',
    },
  ],
  unknown: [
    { yaml: node('node-1'), missing: 'no NodeMetrics is among the inputs' },
    { yaml: node('node-1'), missing: 'no NodeMetrics "node-1" is among the inputs' },
    {
      yaml: sampleOf('node-1') + node('node-2', '{ type: Ready, status: "True" }'),
      complete: true,
      missing: 'since when the node is ready',
    },
  ],
  notApplicable: [
    {
      yaml: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`,
      complete: true,
    },
  ],
};
