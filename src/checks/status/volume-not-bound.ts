import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asObject, asString } from '../../core/json.ts';
import { integer } from '../../core/parameter.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { daysSince, minutesSince } from '../../kubernetes/time.ts';
import { workloadsIn } from '../../kubernetes/workload.ts';

const PATIENCE_MINUTES = 10;
const CLASS = 'storage.k8s.io/StorageClass';

const messages = {
  pending: 'it has been pending for {minutes} minutes',
  phase: 'its phase is {phase}',
  idle: 'it has been {phase} for {days} days',
} as const;

export default defineCheck({
  id: 'volume-not-bound',
  on: objectsOf('PersistentVolume', 'PersistentVolumeClaim'),
  severity: 'medium',
  parameters: { days: integer(7) },
  reads: [CLASS, ...workloadKinds],
  title: 'Volume or claim is not bound',
  why: 'A pod that waits for a claim does not start; a volume that nobody claims keeps data and costs.',
  advice: 'Look at the events of the claim and at its class; delete volumes that are no longer needed.',
  messages,
  evaluate(judged, report, { parameters, now, inventory }) {
    if (!isStored(judged.resource)) report.notApplicable();
    else if (judged.kind === 'PersistentVolume') evaluateVolume(judged, report, now, parameters.days);
    else evaluateClaim(judged, report, now, inventory);
  },
});

function evaluateVolume(judged: KubernetesObject, report: Reporter<typeof messages>, now: number, most: number): void {
  const phase = asString(judged.status['phase']) ?? '';
  const place = judged.at('status', 'phase');
  const since = judged.status['lastPhaseTransitionTime'] ?? judged.metadata['creationTimestamp'];
  if (phase === 'Failed') report.fail('phase', place, { phase });
  else if (phase === 'Pending') failIfLong(report, place, minutesSince(since, now));
  else if (phase === 'Available' || phase === 'Released') {
    const days = daysSince(since, now);
    if (days === undefined) report.unknown({ what: `since when the volume is ${phase}` });
    else if (days > most) report.fail('idle', place, { phase, days });
  }
}

function evaluateClaim(
  judged: KubernetesObject,
  report: Reporter<typeof messages>,
  now: number,
  inventory: Inventory,
): void {
  const { phase } = judged.status;
  const place = judged.at('status', 'phase');
  if (phase === 'Lost') report.fail('phase', place, { phase });
  if (phase !== 'Pending' || waitsForPod(judged, inventory)) return;
  failIfLong(report, place, minutesSince(judged.metadata['creationTimestamp'], now));
}

function failIfLong(
  report: Reporter<typeof messages>,
  place: ReturnType<KubernetesObject['at']>,
  minutes: number | undefined,
): void {
  if (minutes === undefined) report.unknown({ what: 'since when it is pending' });
  else if (minutes > PATIENCE_MINUTES) report.fail('pending', place, { minutes });
}

/** A class may bind a claim only when a pod uses it. */
function waitsForPod({ name, namespace, spec }: KubernetesObject, inventory: Inventory): boolean {
  const found = inventory.find(CLASS, asString(spec['storageClassName']) ?? '');
  if (found.is !== 'found' || found.item.content['volumeBindingMode'] !== 'WaitForFirstConsumer') return false;
  return !workloadsIn(namespace ?? '', inventory).some((user) =>
    user.volumes.some(({ content }) => asObject(content['persistentVolumeClaim'])['claimName'] === name),
  );
}

function claim(status: string, metadata = '  uid: c1\n  creationTimestamp: "2025-12-31T23:49:00Z"\n'): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: shop
${metadata}spec:
  storageClassName: fast
status:
  phase: ${status}
`;
}

function volume(
  phase: string,
  more = '',
  metadata = '  uid: v1\n  creationTimestamp: "2025-12-24T00:00:00Z"\n',
): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: data
${metadata}status:
  phase: ${phase}
${more}`;
}

function storageClass(mode: string): string {
  return `---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
volumeBindingMode: ${mode}
`;
}

function pod(claimName: string): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: database
  namespace: shop
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: ${claimName}
`;
}

const waits = storageClass('WaitForFirstConsumer');
const pending = 'it has been pending for 11 minutes';

export const examples: CheckExamples = {
  pass: [
    claim('Bound'),
    claim('Pending', '  uid: c1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n'),
    claim('Pending') + waits + pod('other'),
    volume('Bound'),
    volume('Pending', '', '  uid: v1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n'),
    volume('Available', '', '  uid: v1\n  creationTimestamp: "2025-12-25T00:00:00Z"\n'),
    volume('Released', '  lastPhaseTransitionTime: "2025-12-31T00:00:00Z"\n'),
    { yaml: volume('Available'), parameters: { days: 8 } },
  ],
  fail: [
    { yaml: claim('Lost'), at: '11:10', message: 'its phase is Lost' },
    { yaml: claim('Pending') + storageClass('Immediate'), at: '11:10', message: pending },
    { yaml: claim('Pending'), at: '11:10', message: pending },
    { yaml: claim('Pending') + waits + pod('data'), at: '11:10', message: pending },
    { yaml: volume('Failed'), at: '8:10', message: 'its phase is Failed' },
    { yaml: volume('Available'), at: '8:10', message: 'it has been Available for 8 days' },
    {
      yaml: volume('Released', '  lastPhaseTransitionTime: "2025-12-20T00:00:00Z"\n'),
      at: '8:10',
      message: 'it has been Released for 12 days',
    },
    {
      yaml: volume('Pending', '', '  uid: v1\n  creationTimestamp: "2025-12-31T23:49:00Z"\n'),
      at: '8:10',
      message: pending,
    },
  ],
  unknown: [
    { yaml: claim('Pending', '  uid: c1\n'), missing: 'since when it is pending' },
    { yaml: volume('Released', '', '  uid: v1\n'), missing: 'since when the volume is Released' },
  ],
  notApplicable: [claim('Lost', '')],
};
