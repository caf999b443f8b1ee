import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asNumber, asObject } from '../../core/json.ts';
import { isStored, type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { minutesSince } from '../../kubernetes/time.ts';

const PATIENCE_MINUTES = 10;

export default defineCheck({
  id: 'workload-unavailable',
  on: objectsOf('apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'ReplicationController'),
  severity: 'medium',
  title: 'Workload has fewer pods than it should',
  why: 'What is left carries the whole load, and the next failure may leave nothing.',
  advice: 'Look at its pods and events: room on the nodes, images, probes.',
  messages: {
    missing: '{available} of {desired} pods are available',
    stalled: 'its rollout makes no progress',
  },
  evaluate(judged, report, { now }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    if (isOwnedByDeployment(judged)) return;
    const desired = desiredOf(judged);
    if (desired === 0) return;
    const conditions = asList(judged.status['conditions']).map(asObject);
    const progressing = conditions.findIndex(({ type, status }) => type === 'Progressing' && status === 'False');
    if (progressing !== -1 && judged.kind === 'apps/Deployment') {
      report.fail('stalled', judged.at('status', 'conditions', progressing, 'status'));
    }
    const field = judged.kind === 'apps/DaemonSet' ? 'numberAvailable' : 'availableReplicas';
    const available = asNumber(judged.status[field]) ?? 0;
    if (available >= desired) return;
    const down = conditions.find(({ type, status }) => type === 'Available' && status === 'False');
    const minutes = minutesSince(down?.['lastTransitionTime'] ?? judged.metadata['creationTimestamp'], now);
    if (minutes === undefined) report.unknown({ what: 'since when pods are missing' });
    else if (minutes > PATIENCE_MINUTES) report.fail('missing', judged.at('status', field), { available, desired });
  },
});

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
  ],
  notApplicable: [object('Deployment', 'spec:\n  replicas: 2\n', '')],
};
