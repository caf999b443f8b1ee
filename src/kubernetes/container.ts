import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { JudgedPart, Part } from '../core/subject.ts';
import type { Workload } from './workload.ts';

/** `sidecar`: an init container with restartPolicy Always. */
export type ContainerRole = 'init' | 'sidecar' | 'regular' | 'ephemeral';

/** A container of a workload, with the pod's settings where its own are unset. */
export interface Container extends JudgedPart {
  readonly role: ContainerRole;
  readonly name: string;
  readonly workload: Workload;
  readonly content: JsonObject;
  readonly securityContext: JsonObject;
  readonly image: string | undefined;
  /** `securityContext.FIELD` of the container, or the pod's where the container leaves it unset or null. */
  effective(field: string): unknown;
  at(...path: Path): Place;
}

const FIELDS = [
  ['initContainers', 'init'],
  ['containers', 'regular'],
  ['ephemeralContainers', 'ephemeral'],
] as const;

/** The containers of a pod spec in the order init, regular, ephemeral. */
export function containersOf(workload: Workload): Container[] {
  const containers: Container[] = [];
  for (const [field, role] of FIELDS) {
    for (const [index, entry] of asList(workload.pod[field]).entries()) {
      containers.push(containerOf(workload, asObject(entry), role, [field, index]));
    }
  }
  return containers;
}

function containerOf(workload: Workload, content: JsonObject, listed: ContainerRole, path: Path): Container {
  const role = listed === 'init' && content['restartPolicy'] === 'Always' ? 'sidecar' : listed;
  const name = asString(content['name']) ?? '';
  const label = role === 'regular' ? 'container' : `${role} container`;
  return {
    role,
    name,
    workload,
    content,
    part: name === '' ? `${label} number ${Number(path[1]) + 1}` : `${label} "${name}"`,
    anchor: workload.at(...path),
    get securityContext() {
      return asObject(content['securityContext']);
    },
    get image() {
      return asString(content['image']);
    },
    effective(field) {
      return asObject(content['securityContext'])[field] ?? workload.securityContext[field];
    },
    at: (...rest) => workload.at(...path, ...rest),
  };
}

/** Every container of a workload, judged by itself. */
export const container: Part<Workload, Container> = {
  name: 'container',
  enumerate: (workload) => workload.containers,
};
