import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const LONGEST_MINUTES = 10;

export default defineCheck({
  id: 'namespace-terminating',
  on: objectsOf('Namespace'),
  severity: 'low',
  title: 'Namespace does not go away',
  why: 'Something in it cannot be removed, such as a finalizer whose controller is gone; nothing new can be created there.',
  advice: 'Look at the conditions of the namespace, and remove what is left or run the controller that should do so.',
  messages: { stuck: 'its deletion was asked for {minutes} minutes ago{reason}' },
  evaluate(judged, report, { now }) {
    if (judged.status['phase'] !== 'Terminating') return;
    const minutes = minutesSince(judged.metadata['deletionTimestamp'], now);
    if (minutes === undefined) {
      report.unknown({ what: 'when the deletion of the namespace was asked for' });
      return;
    }
    if (minutes <= LONGEST_MINUTES) return;
    report.fail('stuck', judged.at('status', 'phase'), { minutes: Math.floor(minutes), reason: reasonOf(judged) });
  },
});

/** The conditions that hold the namespace back, by type. */
function reasonOf({ status }: KubernetesObject): string {
  const held = asList(status['conditions'])
    .map(asObject)
    .filter((condition) => condition['status'] === 'True');
  const types = held.map((condition) => asString(condition['type']) ?? '').filter((type) => type !== '');
  return types.length === 0 ? '' : ` (${types.join(', ')})`;
}

function namespace(status: string, deleted = '  deletionTimestamp: "2025-12-31T23:49:00Z"\n'): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: shop
${deleted}status:
${status}`;
}

export const examples: CheckExamples = {
  pass: [
    namespace('  phase: Active\n', ''),
    namespace('  phase: Terminating\n', '  deletionTimestamp: "2025-12-31T23:50:00Z"\n'),
  ],
  fail: [
    {
      yaml: namespace('  phase: Terminating\n', '  deletionTimestamp: "2025-12-31T23:49:59Z"\n'),
      at: '7:10',
      message: 'its deletion was asked for 10 minutes ago',
    },
    {
      yaml: namespace('  phase: Terminating\n'),
      at: '7:10',
      message: 'its deletion was asked for 11 minutes ago',
    },
    {
      yaml: namespace(`  phase: Terminating
  conditions:
    - type: NamespaceContentRemaining
      status: "True"
    - type: NamespaceDeletionDiscoveryFailure
      status: "False"
    - type: NamespaceFinalizersRemaining
      status: "True"
    - status: "True"
`),
      at: '7:10',
      message: 'its deletion was asked for 11 minutes ago (NamespaceContentRemaining, NamespaceFinalizersRemaining)',
    },
  ],
  unknown: [
    { yaml: namespace('  phase: Terminating\n', ''), missing: 'when the deletion of the namespace was asked for' },
  ],
};
