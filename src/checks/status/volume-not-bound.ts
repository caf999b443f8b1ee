import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import type { Lookup } from '../../core/lookup.ts';
import { integer } from '../../core/parameter.ts';
import type { Resource } from '../../core/resource.ts';
import { no, type Truth, unknown, yes } from '../../core/truth.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { daysSince, minutesSince } from '../../kubernetes/time.ts';

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
  reads: [CLASS, 'Pod'],
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
    else if (days > most) report.fail('idle', place, { phase, days: Math.floor(days) });
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
  if (phase !== 'Pending') return;
  const minutes = minutesSince(judged.metadata['creationTimestamp'], now);
  if (minutes !== undefined && minutes <= PATIENCE_MINUTES) return;
  const waits = waitsForPod(judged, inventory);
  if (waits.is === 'no') failIfLong(report, place, minutes);
  if (waits.is === 'unknown') for (const what of waits.missing) report.unknown({ what });
}

function failIfLong(
  report: Reporter<typeof messages>,
  place: ReturnType<KubernetesObject['at']>,
  minutes: number | undefined,
): void {
  if (minutes === undefined) report.unknown({ what: 'since when it is pending' });
  else if (minutes > PATIENCE_MINUTES) report.fail('pending', place, { minutes: Math.floor(minutes) });
}

/** A class may bind a claim only when a pod uses it. */
function waitsForPod(judged: KubernetesObject, inventory: Inventory): Truth {
  const className = asString(judged.spec['storageClassName']) ?? '';
  const found: Lookup<Resource> = className === '' ? { is: 'absent' } : inventory.find(CLASS, className);
  if (found.is === 'absent') return no;
  if (found.is === 'found' && found.item.content['volumeBindingMode'] !== 'WaitForFirstConsumer') return no;
  const { namespace = '' } = judged;
  const pods = inventory.select('Pod', namespace);
  if (pods.items.some((user) => isUserOf(user, judged.name))) return no;
  const missing = found.is === 'unknown' ? found.missing : pods.missing;
  return missing === undefined ? yes : unknown(missing.what);
}

/** True for a pod that mounts a claim; one for a volume of its own is named after both. */
function isUserOf({ name, content }: Resource, claimName: string): boolean {
  return asList(asObject(content['spec'])['volumes']).some((entry) => {
    const used = asObject(entry);
    if (used['ephemeral']) return claimName === `${name}-${String(used['name'])}`;
    return asObject(used['persistentVolumeClaim'])['claimName'] === claimName;
  });
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

function ephemeral(name: string): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: database
  namespace: shop
spec:
  volumes:
    - name: ${name}
      ephemeral: { volumeClaimTemplate: {} }
`;
}

/** No pod of it is there. */
const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: database
  namespace: shop
spec:
  replicas: 0
  template:
    spec:
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
`;

const waits = storageClass('WaitForFirstConsumer');
const pending = 'it has been pending for 11 minutes';

export const examples: CheckExamples = {
  pass: [
    claim('Bound'),
    claim('Pending', '  uid: c1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n'),
    { yaml: claim('Pending') + waits + pod('other'), complete: true },
    { yaml: claim('Pending') + waits + ephemeral('cache'), complete: true },
    { yaml: claim('Pending') + waits + deployment, complete: true },
    volume('Bound'),
    volume('Pending', '', '  uid: v1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n'),
    volume('Available', '', '  uid: v1\n  creationTimestamp: "2025-12-25T00:00:00Z"\n'),
    volume('Released', '  lastPhaseTransitionTime: "2025-12-31T00:00:00Z"\n'),
    { yaml: volume('Available'), parameters: { days: 8 } },
  ],
  fail: [
    { yaml: claim('Lost'), at: '11:10', message: 'its phase is Lost' },
    { yaml: claim('Pending') + storageClass('Immediate'), at: '11:10', message: pending },
    { yaml: claim('Pending'), complete: true, at: '11:10', message: pending },
    { yaml: claim('Pending').replace('fast', '""'), at: '11:10', message: pending },
    { yaml: claim('Pending') + pod('data'), at: '11:10', message: pending },
    {
      yaml: claim('Pending', '  uid: c1\n  creationTimestamp: "2025-12-31T23:49:30Z"\n') + storageClass('Immediate'),
      at: '11:10',
      message: 'it has been pending for 10 minutes',
    },
    {
      yaml: claim('Pending').replace('name: data', 'name: database-data') + waits + ephemeral('data'),
      at: '11:10',
      message: pending,
    },
    { yaml: claim('Pending') + waits + pod('data'), at: '11:10', message: pending },
    { yaml: volume('Failed'), at: '8:10', message: 'its phase is Failed' },
    { yaml: volume('Available'), at: '8:10', message: 'it has been Available for 8 days' },
    {
      yaml: volume('Available', '', '  uid: v1\n  creationTimestamp: "2025-12-24T12:00:00Z"\n'),
      at: '8:10',
      message: 'it has been Available for 7 days',
    },
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
    { yaml: claim('Pending', '  uid: c1\n') + storageClass('Immediate'), missing: 'since when it is pending' },
    { yaml: claim('Pending'), missing: 'no StorageClass "fast" is among the inputs' },
    { yaml: claim('Pending') + waits, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: volume('Released', '', '  uid: v1\n'), missing: 'since when the volume is Released' },
  ],
  notApplicable: [claim('Lost', '')],
};
