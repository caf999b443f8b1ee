import { asList, asNumber, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { KubernetesObject } from './object.ts';

/** What the kubelet says of one container of a pod (`core/v1` ContainerStatus). */
export interface ContainerStatus {
  readonly name: string;
  readonly content: JsonObject;
  readonly restartCount: number;
  readonly waiting: JsonObject | undefined;
  readonly running: JsonObject | undefined;
  /** How it ended, if it has. */
  readonly terminated: JsonObject | undefined;
  /** How its last run ended. */
  readonly lastTerminated: JsonObject | undefined;
  at(...path: Path): Place;
}

const FIELDS = ['initContainerStatuses', 'containerStatuses'] as const;

/** The statuses of a pod's init and regular containers. */
export function containerStatusesOf(pod: KubernetesObject): ContainerStatus[] {
  return FIELDS.flatMap((field) =>
    asList(pod.status[field]).map((entry, index) => {
      const content = asObject(entry);
      const state = asObject(content['state']);
      return {
        name: asString(content['name']) ?? '',
        content,
        restartCount: asNumber(content['restartCount']) ?? 0,
        waiting: present(state['waiting']),
        running: present(state['running']),
        terminated: present(state['terminated']),
        lastTerminated: present(asObject(content['lastState'])['terminated']),
        at: (...path: Path) => pod.at('status', field, index, ...path),
      };
    }),
  );
}

function present(value: unknown): JsonObject | undefined {
  return value === undefined || value === null ? undefined : asObject(value);
}
