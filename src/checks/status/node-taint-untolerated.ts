import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { valueText } from '../../core/value-text.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { type Taint, tolerates } from '../../kubernetes/toleration.ts';

const ownPrefixes = ['node.kubernetes.io/', 'node-role.kubernetes.io/'];

export default defineCheck({
  id: 'node-taint-untolerated',
  on: objectsOf('Node'),
  severity: 'low',
  reads: ['Pod'],
  title: 'No pod tolerates a taint of the node',
  why: 'The node was set apart for pods that are not there: it costs, and nothing uses it.',
  advice: 'Remove the taint, or give the pods it was meant for the toleration.',
  messages: { untolerated: 'no pod tolerates the taint {key}:{effect}' },
  evaluate(judged, report, { inventory }) {
    for (const [index, entry] of asList(judged.spec['taints']).entries()) {
      const taint = taintOf(asObject(entry));
      if (taint === undefined || toleranceOf(inventory).some((toleration) => tolerates(toleration, taint))) continue;
      const { missing } = inventory.select('Pod');
      if (missing !== undefined) report.unknown(missing);
      else {
        const { key, effect } = taint;
        report.fail('untolerated', judged.at('spec', 'taints', index), { key, effect });
      }
    }
  },
});

/** A taint that keeps pods away and that an administrator set; undefined for every other. */
function taintOf(entry: JsonObject): Taint | undefined {
  const effect = asString(entry['effect']) ?? '';
  const key = asString(entry['key']) ?? '';
  if (effect !== 'NoSchedule' && effect !== 'NoExecute') return undefined;
  if (ownPrefixes.some((prefix) => key.startsWith(prefix))) return undefined;
  return { key, effect, value: asString(entry['value']) ?? '' };
}

const tolerationsOf = new WeakMap<Inventory, readonly JsonObject[]>();

const LONGEST_TOLERATION = 4096;

/** The different tolerations of all pods that no DaemonSet made. */
function toleranceOf(inventory: Inventory): readonly JsonObject[] {
  const known = tolerationsOf.get(inventory);
  if (known !== undefined) return known;
  const different = new Map<string, JsonObject>();
  for (const { content } of inventory.select('Pod').items) {
    const owners = asList(asObject(content['metadata'])['ownerReferences']).map(asObject);
    if (owners.some((owner) => owner['controller'] === true && owner['kind'] === 'DaemonSet')) continue;
    for (const entry of asList(asObject(content['spec'])['tolerations'])) {
      const toleration = asObject(entry);
      const { key, operator, value, effect } = toleration;
      different.set(valueText([key, operator, value, effect], LONGEST_TOLERATION), toleration);
    }
  }
  const found = [...different.values()];
  tolerationsOf.set(inventory, found);
  return found;
}

function node(...taints: readonly string[]): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
spec:
  taints:
${taints.map((taint) => `    - ${taint}\n`).join('')}`;
}

function pod(toleration: string, owner = 'ReplicaSet'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: train
  namespace: shop
  ownerReferences:
    - kind: ${owner}
      name: train
      controller: true
spec:
  tolerations:
    - ${toleration}
  containers:
    - name: train
      image: registry.example/train:1.4.2
`;
}

const gpu = '{key: gpu, value: "yes", effect: NoSchedule}';

/** Tolerations of which the first one matches, the next like it but for one field. */
const pairs = [
  ['{key: gpu, operator: Exists}', '{key: gpu, operator: Equal}'],
  ['{key: gpu, operator: Exists}', '{key: disk, operator: Exists}'],
  ['{key: gpu, value: "yes"}', '{key: gpu, value: "no"}'],
  ['{key: gpu, operator: Exists, effect: NoSchedule}', '{key: gpu, operator: Exists, effect: NoExecute}'],
];

export const examples: CheckExamples = {
  pass: [
    ...pairs.map((tolerations) => [node(gpu), ...tolerations.map((toleration) => pod(toleration))].join('---\n')),
    [node(gpu), node(gpu).replace('one', 'two'), pod('{key: gpu, operator: Exists}')].join('---\n'),
    node('{key: node.kubernetes.io/unschedulable, effect: NoSchedule}'),
    node('{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}', '{key: slow, effect: PreferNoSchedule}'),
  ],
  fail: [
    {
      yaml: [node(gpu, '{key: node.kubernetes.io/not-ready, effect: NoExecute}'), pod('{key: gpu, value: "no"}')].join(
        '---\n',
      ),
      complete: true,
      at: '7:7',
      message: 'no pod tolerates the taint gpu:NoSchedule',
    },
    {
      yaml: [node('{key: gpu, effect: NoExecute}'), pod('{operator: Exists}', 'DaemonSet')].join('---\n'),
      complete: true,
      at: '7:7',
      message: 'no pod tolerates the taint gpu:NoExecute',
    },
  ],
  unknown: [{ yaml: node(gpu), missing: 'no Pod is among the inputs' }],
};
