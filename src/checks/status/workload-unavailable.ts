import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asNumber, asObject, type JsonObject } from '../../core/json.ts';
import { controlledPodKinds } from '../../kubernetes/controlled-pods.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { timeOf } from '../../kubernetes/time.ts';
import { unreadySince } from '../../kubernetes/unready-pods.ts';

/** In milliseconds. */
const PATIENCE = 10 * 60_000;

const messages = {
  missing: '{available} of {desired} pods are available',
  stalled: 'its rollout makes no progress',
} as const;

export default defineCheck({
  id: 'workload-unavailable',
  on: objectsOf('apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'ReplicationController'),
  severity: 'medium',
  reads: controlledPodKinds,
  title: 'Workload has fewer pods than it should',
  why: 'What is left carries the whole load, and the next failure may leave nothing.',
  advice: 'Look at its pods and events: room on the nodes, images, probes.',
  messages,
  evaluate(judged, report, { inventory, now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    if (isOwnedByDeployment(judged)) return;
    const desired = desiredOf(judged);
    if (desired === 0) return;
    const conditions = asList(judged.status['conditions']).map(asObject);
    if (judged.kind === 'apps/Deployment') judgeRollout(judged, conditions, now, report);
    const field = judged.kind === 'apps/DaemonSet' ? 'numberAvailable' : 'availableReplicas';
    const available = asNumber(judged.status[field]) ?? 0;
    if (available >= desired) return;
    const since = missingSince(judged, desired - available, conditions, inventory);
    if (since === undefined) report.unknown({ what: 'since when pods are missing' });
    else if (now - since > PATIENCE) report.fail('missing', judged.at('status', field), { available, desired });
  },
});

function judgeRollout(
  judged: KubernetesObject,
  conditions: readonly JsonObject[],
  now: number,
  report: Reporter<typeof messages>,
): void {
  const index = conditions.findIndex(({ type, status }) => type === 'Progressing' && status === 'False');
  const stalled = conditions[index];
  if (stalled === undefined) return;
  const since = timeOf(stalled['lastTransitionTime'] ?? judged.metadata['creationTimestamp']);
  if (since === undefined) report.unknown({ what: 'since when the rollout makes no progress' });
  else if (now - since > PATIENCE) report.fail('stalled', judged.at('status', 'conditions', index, 'status'));
}

/**
 * Since when pods may be missing, in milliseconds since 1970: at an earlier time none were, or a rollout went on. As many
 * pods that are not ready as are missing say it best.
 */
function missingSince(
  { resource, metadata }: KubernetesObject,
  count: number,
  conditions: readonly JsonObject[],
  inventory: Inventory,
): number | undefined {
  const created = timeOf(metadata['creationTimestamp']);
  const down = conditions.find(({ type, status }) => type === 'Available' && status === 'False');
  if (down !== undefined) return timeOf(down['lastTransitionTime']) ?? created;
  const times = unreadySince(resource, inventory);
  if (times.length >= count) return times[0];
  const progress = conditions.find(({ type, status }) => type === 'Progressing' && status === 'True');
  return timeOf(progress?.['lastUpdateTime']) ?? created;
}

function desiredOf({ kind, spec, status }: KubernetesObject): number {
  if (kind === 'apps/DaemonSet') return asNumber(status['desiredNumberScheduled']) ?? 0;
  return asNumber(spec['replicas']) ?? 1;
}

function isOwnedByDeployment({ metadata }: KubernetesObject): boolean {
  return asList(metadata['ownerReferences'])
    .map(asObject)
    .some((owner) => owner['controller'] === true && owner['kind'] === 'Deployment');
}

function object(
  kind: string,
  body: string,
  metadata = '  uid: w1\n  creationTimestamp: "2025-12-31T23:49:00Z"\n',
): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
  namespace: shop
${metadata}${body}`;
}

function deployment(replicas: number, status: string): string {
  return object('Deployment', `spec:\n  replicas: ${replicas}\nstatus:\n${status}`);
}

/** A pod of the StatefulSet `web` that is not ready. */
function unready(name: string, since: string): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  ownerReferences:
    - {apiVersion: apps/v1, kind: StatefulSet, name: web, controller: true}
status:
  conditions:
    - {type: Ready, status: "False", lastTransitionTime: "${since}"}
`;
}

const statefulSet = object('StatefulSet', 'spec:\n  replicas: 3\nstatus:\n  availableReplicas: 1\n');

const owner = `  uid: w1
  creationTimestamp: "2025-12-31T23:49:00Z"
  ownerReferences:
    - kind: Deployment
      name: web
      controller: `;

export const examples: CheckExamples = {
  pass: [
    deployment(2, '  availableReplicas: 2\n  conditions:\n    - {type: Progressing, status: "True"}\n'),
    deployment(0, '  conditions:\n    - {type: Progressing, status: "False"}\n'),
    object(
      'Deployment',
      'status:\n  availableReplicas: 0\n',
      '  uid: w1\n  creationTimestamp: "2025-12-31T23:50:00Z"\n',
    ),
    deployment(
      2,
      '  conditions:\n    - {type: Available, status: "False", lastTransitionTime: "2025-12-31T23:50:00Z"}\n',
    ),
    deployment(
      2,
      '  availableReplicas: 1\n  conditions:\n    - {type: Progressing, status: "True", lastUpdateTime: "2025-12-31T23:50:00Z"}\n',
    ),
    deployment(
      1,
      '  availableReplicas: 1\n  conditions:\n    - {type: Progressing, status: "False", lastTransitionTime: "2025-12-31T23:50:00Z"}\n',
    ),
    statefulSet + unready('web-1', '2025-12-31T23:59:00Z') + unready('web-2', '2025-12-31T23:50:00Z'),
    object('DaemonSet', 'status:\n  desiredNumberScheduled: 3\n  numberAvailable: 3\n'),
    object('DaemonSet', 'status:\n  observedGeneration: 1\n'),
    object('ReplicaSet', 'spec:\n  replicas: 2\nstatus: {}\n', `${owner}true\n`),
    object(
      'StatefulSet',
      'status:\n  availableReplicas: 1\n  conditions:\n    - {type: Progressing, status: "False"}\n',
    ),
  ],
  fail: [
    {
      yaml: statefulSet + unready('web-1', '2025-12-31T23:59:00Z') + unready('web-2', '2025-12-31T23:49:00Z'),
      at: '11:22',
      message: '1 of 3 pods are available',
    },
    {
      yaml:
        statefulSet +
        unready('web-2', '2025-12-31T23:59:00Z') +
        unready('migrate-1', '2025-12-31T23:59:00Z').replace('apps/v1, kind: StatefulSet', 'batch/v1, kind: Job'),
      at: '11:22',
      message: '1 of 3 pods are available',
    },
    {
      yaml: deployment(2, '  availableReplicas: 1\n'),
      at: '11:22',
      message: '1 of 2 pods are available',
    },
    {
      yaml: deployment(1, '  availableReplicas: 1\n  conditions:\n    - {type: Progressing, status: "False"}\n'),
      at: '13:35',
      message: 'its rollout makes no progress',
    },
    {
      yaml: deployment(
        2,
        '  conditions:\n    - {type: Available, status: "False", lastTransitionTime: "2025-12-31T23:49:00Z"}\n',
      ),
      at: '10:1',
      message: '0 of 2 pods are available',
    },
    {
      yaml: deployment(
        2,
        '  conditions:\n    - {type: Available, status: "True", lastTransitionTime: "2025-12-31T23:59:00Z"}\n',
      ),
      at: '10:1',
      message: '0 of 2 pods are available',
    },
    {
      yaml: deployment(
        2,
        `  conditions:
    - {type: Available, status: "False", lastTransitionTime: "2025-12-31T23:49:00Z"}
    - {type: Progressing, status: "True", lastUpdateTime: "2025-12-31T23:59:00Z"}
`,
      ),
      at: '10:1',
      message: '0 of 2 pods are available',
    },
    {
      yaml: deployment(
        2,
        `  conditions:
    - {type: Available, status: "False"}
    - {type: Progressing, status: "False", lastUpdateTime: "2025-12-31T23:59:00Z", lastTransitionTime: "2025-12-31T23:49:00Z"}
`,
      ),
      at: ['13:35', '10:1'],
      message: ['its rollout makes no progress', '0 of 2 pods are available'],
    },
    {
      yaml: object('DaemonSet', 'status:\n  desiredNumberScheduled: 3\n  numberAvailable: 2\n'),
      at: '10:20',
      message: '2 of 3 pods are available',
    },
    {
      yaml: object('ReplicaSet', 'spec:\n  replicas: 2\nstatus:\n  availableReplicas: 1\n', `${owner}false\n`),
      at: '15:22',
      message: '1 of 2 pods are available',
    },
  ],
  unknown: [
    {
      yaml: object('StatefulSet', 'status:\n  availableReplicas: 0\n', '  uid: w1\n'),
      missing: 'since when pods are missing',
    },
    {
      yaml: object(
        'Deployment',
        'status:\n  availableReplicas: 1\n  conditions:\n    - {type: Progressing, status: "False"}\n',
        '  uid: w1\n',
      ),
      missing: 'since when the rollout makes no progress',
    },
  ],
  notApplicable: [object('Deployment', 'spec:\n  replicas: 2\n', '')],
};
