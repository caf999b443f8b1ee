import { asObject } from '../core/json.ts';
import { podLabels } from './pod-labels.ts';
import type { Workload } from './workload.ts';

/** The labels that hold the name of a Job. */
const JOB_NAMES = ['job-name', 'batch.kubernetes.io/job-name'];

/** Labels that controllers and the API server give to the pods that they make, with the kinds they make them for. */
export const GIVEN_LATER: ReadonlyMap<string, readonly string[]> = new Map([
  ['apps.kubernetes.io/pod-index', ['apps/StatefulSet']],
  ['batch.kubernetes.io/controller-uid', ['batch/CronJob', 'batch/Job']],
  ['batch.kubernetes.io/job-completion-index', ['batch/CronJob', 'batch/Job']],
  ['batch.kubernetes.io/job-name', ['batch/CronJob', 'batch/Job']],
  ['controller-revision-hash', ['apps/DaemonSet', 'apps/StatefulSet']],
  ['controller-uid', ['batch/CronJob', 'batch/Job']],
  ['job-name', ['batch/CronJob', 'batch/Job']],
  ['pod-template-generation', ['apps/DaemonSet']],
  ['pod-template-hash', ['apps/Deployment', 'apps/ReplicaSet']],
  ['statefulset.kubernetes.io/pod-name', ['apps/StatefulSet']],
]);

/** Whether the pods of a template may be given a label by what makes them; of a custom controller it is not known. */
export function mayBeGiven({ resource }: Pick<Workload, 'resource'>, key: string, value: string): boolean {
  const kinds = GIVEN_LATER.get(key);
  if (kinds === undefined || !(kinds.includes(resource.kind) || resource.kind.includes('.'))) return false;
  if (key.endsWith('/pod-name')) {
    const prefix = `${resource.name}-`;
    return value.startsWith(prefix) && /^\d+$/.test(value.slice(prefix.length));
  }
  if (!key.endsWith('job-name')) return true;
  const isNamed = !resource.name.endsWith('*');
  return resource.kind === 'batch/Job' && isNamed
    ? value === resource.name
    : value.startsWith(resource.name.replace(/\*$/, ''));
}

const ofEveryPod = new WeakMap<Workload, ReadonlyMap<string, string>>();

/** The labels that every pod of a workload has: those of its template, and of a Job its name, which the API server adds. */
export function labelsOfEveryPod(workload: Workload): ReadonlyMap<string, string> {
  const { kind, name, content } = workload.resource;
  // The server makes up a name that ends in an asterisk.
  if (kind !== 'batch/Job' || name === '' || name.endsWith('*')) return podLabels(workload);
  const isSelectedByHand = asObject(content['spec'])['manualSelector'] === true;
  const given = isSelectedByHand ? [] : JOB_NAMES.map((key) => [key, name] as const);
  const labels = ofEveryPod.get(workload) ?? new Map([...podLabels(workload), ...given]);
  ofEveryPod.set(workload, labels);
  return labels;
}
