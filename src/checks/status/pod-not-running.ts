import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asNumber, asObject, asString } from '../../core/json.ts';
import { integer } from '../../core/parameter.ts';
import type { Resource } from '../../core/resource.ts';
import { known, no, type Truth, unknown, yes } from '../../core/truth.ts';
import { kindOf } from '../../kubernetes/kind.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const DAEMON_SET = 'apps/DaemonSet';
const replicated = ['apps/ReplicaSet', 'apps/StatefulSet', 'ReplicationController', DAEMON_SET];

export default defineCheck({
  id: 'pod-not-running',
  on: objectsOf('Pod'),
  severity: 'medium',
  reads: replicated,
  parameters: { pendingMinutes: integer(10) },
  title: 'Pod does not run',
  why: 'The service it belongs to has less capacity than it should have, or none.',
  advice: 'Look at the events of the pod: what the scheduler, the image or the node lacks.',
  messages: { phase: 'its phase is {phase}', pending: 'it has been pending for {minutes} minutes' },
  evaluate(judged, report, { parameters, now, inventory }) {
    const { phase } = judged.status;
    if (!isStored(judged.resource)) report.notApplicable();
    else if (phase === undefined) report.unknown({ what: 'the phase of the pod' });
    else if (phase === 'Unknown') report.fail('phase', judged.at('status', 'phase'), { phase });
    else if (phase === 'Failed') {
      const leftOver = isLeftOver(judged, inventory);
      if (leftOver.is === 'no') report.fail('phase', judged.at('status', 'phase'), { phase });
      if (leftOver.is === 'unknown') for (const what of leftOver.missing) report.unknown({ what });
    } else if (phase === 'Pending') {
      const minutes = minutesSince(judged.metadata['creationTimestamp'], now);
      if (minutes === undefined) report.unknown({ what: 'when the pod was created' });
      else if (minutes > parameters.pendingMinutes) {
        report.fail('pending', judged.at('status', 'phase'), { minutes: Math.floor(minutes) });
      }
    }
  },
});

/** Failed pods of a Job count there; an evicted one stays behind when its controller has made another. */
function isLeftOver({ metadata, status, namespace }: KubernetesObject, inventory: Inventory): Truth {
  const owner = asList(metadata['ownerReferences'])
    .map(asObject)
    .find((reference) => reference['controller'] === true);
  if (owner?.['kind'] === 'Job') return yes;
  if (owner === undefined || status['reason'] !== 'Evicted') return no;
  const kind = kindOf(asString(owner['apiVersion']) ?? '', asString(owner['kind']) ?? '');
  if (!replicated.includes(kind)) return no;
  const controller = inventory.find(kind, asString(owner['name']) ?? '', namespace);
  if (controller.is === 'unknown') return unknown(controller.missing.what);
  if (controller.is === 'absent') return no;
  return known(isWholeAgain(controller.item));
}

/** True if as many pods of a controller are ready as it wants. */
function isWholeAgain({ kind, content }: Resource): boolean {
  const state = asObject(content['status']);
  if (kind === DAEMON_SET) return numberOf(state['numberReady']) >= numberOf(state['desiredNumberScheduled']);
  return numberOf(state['readyReplicas']) >= (asNumber(asObject(content['spec'])['replicas']) ?? 1);
}

function numberOf(value: unknown): number {
  return asNumber(value) ?? 0;
}

function pod(status: string, metadata = '  uid: p1\n'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
${metadata}status:
${status}`;
}

function ownedBy(kind: string, isController = true, apiVersion = 'apps/v1'): string {
  return `  uid: p1
  ownerReferences:
    - apiVersion: ${apiVersion}
      kind: ${kind}
      name: web
      controller: ${isController}
`;
}

function replicaSet(ready: string, replicas = '  replicas: 2\n', kind = 'ReplicaSet', apiVersion = 'apps/v1'): string {
  return `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
  namespace: shop
spec:
${replicas}status:
${ready}`;
}

const evicted = pod('  phase: Failed\n  reason: Evicted\n', ownedBy('ReplicaSet'));

const created = '  uid: p1\n  creationTimestamp: "2025-12-31T23:49:00Z"\n';

export const examples: CheckExamples = {
  pass: [
    pod('  phase: Running\n'),
    pod('  phase: Succeeded\n'),
    pod('  phase: Failed\n', ownedBy('Job')),
    evicted + replicaSet('  readyReplicas: 2\n'),
    evicted + replicaSet('  readyReplicas: 1\n', '  minReadySeconds: 1\n'),
    evicted.replace('ReplicaSet', 'StatefulSet') + replicaSet('  readyReplicas: 2\n', '  replicas: 2\n', 'StatefulSet'),
    evicted.replace('apps/v1', 'v1').replace('ReplicaSet', 'ReplicationController') +
      replicaSet('  readyReplicas: 2\n', '  replicas: 2\n', 'ReplicationController', 'v1'),
    evicted.replace('ReplicaSet', 'DaemonSet') +
      replicaSet('  desiredNumberScheduled: 3\n  numberReady: 3\n', '  minReadySeconds: 1\n', 'DaemonSet'),
    pod('  phase: Pending\n', '  uid: p1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n'),
    { yaml: pod('  phase: Pending\n', created), parameters: { pendingMinutes: 11 } },
  ],
  fail: [
    { yaml: pod('  phase: Unknown\n'), at: '8:10', message: 'its phase is Unknown' },
    { yaml: pod('  phase: Failed\n', ownedBy('ReplicaSet')), at: '13:10', message: 'its phase is Failed' },
    { yaml: pod('  phase: Failed\n', ownedBy('Job', false)), at: '13:10', message: 'its phase is Failed' },
    { yaml: evicted + replicaSet('  readyReplicas: 1\n'), at: '13:10', message: 'its phase is Failed' },
    { yaml: evicted + replicaSet('  replicas: 2\n'), at: '13:10', message: 'its phase is Failed' },
    { yaml: evicted, complete: true, at: '13:10', message: 'its phase is Failed' },
    {
      yaml: pod('  phase: Failed\n  reason: Evicted\n', ownedBy('Rollout', true, 'argoproj.io/v1alpha1')),
      at: '13:10',
      message: 'its phase is Failed',
    },
    {
      yaml:
        evicted.replace('ReplicaSet', 'DaemonSet') +
        replicaSet('  desiredNumberScheduled: 3\n  numberReady: 2\n', '  minReadySeconds: 1\n', 'DaemonSet'),
      at: '13:10',
      message: 'its phase is Failed',
    },
    {
      yaml:
        evicted.replace('ReplicaSet', 'DaemonSet') +
        replicaSet('  desiredNumberScheduled: 3\n', '  minReadySeconds: 1\n', 'DaemonSet'),
      at: '13:10',
      message: 'its phase is Failed',
    },
    { yaml: pod('  phase: Failed\n  reason: Evicted\n'), at: '8:10', message: 'its phase is Failed' },
    { yaml: pod('  phase: Pending\n', created), at: '9:10', message: 'it has been pending for 11 minutes' },
    {
      yaml: pod('  phase: Pending\n', created.replace('23:49:00', '23:49:59')),
      at: '9:10',
      message: 'it has been pending for 10 minutes',
    },
  ],
  unknown: [
    { yaml: evicted, missing: 'no ReplicaSet "shop/web" is among the inputs' },
    { yaml: pod('  qosClass: Burstable\n'), missing: 'the phase of the pod' },
    { yaml: pod('  phase: Pending\n'), missing: 'when the pod was created' },
  ],
  notApplicable: [pod('  phase: Failed\n', '')],
};
