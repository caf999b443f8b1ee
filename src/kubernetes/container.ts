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
      containers.push(new ContainerView(workload, asObject(entry), role, [field, index]));
    }
  }
  return containers;
}

/** A class, as a scan makes many: the members of a literal would be made anew for each container. */
class ContainerView implements Container {
  readonly workload: Workload;
  readonly content: JsonObject;
  readonly role: ContainerRole;
  readonly name: string;
  readonly part: string;
  private readonly path: Path;
  private knownSecurityContext: JsonObject | undefined;

  constructor(workload: Workload, content: JsonObject, listed: ContainerRole, path: Path) {
    const role = listed === 'init' && content['restartPolicy'] === 'Always' ? 'sidecar' : listed;
    const name = asString(content['name']) ?? '';
    const label = role === 'regular' ? 'container' : `${role} container`;
    this.workload = workload;
    this.content = content;
    this.role = role;
    this.name = name;
    this.part = name === '' ? `${label} number ${Number(path[1]) + 1}` : `${label} "${name}"`;
    this.path = path;
  }

  get anchor(): Place {
    return this.at();
  }

  get securityContext(): JsonObject {
    this.knownSecurityContext ??= asObject(this.content['securityContext']);
    return this.knownSecurityContext;
  }

  get image(): string | undefined {
    return asString(this.content['image']);
  }

  effective(field: string): unknown {
    return this.securityContext[field] ?? this.workload.securityContext[field];
  }

  at(...rest: Path): Place {
    return this.workload.at(...this.path, ...rest);
  }
}

/** Every container of a workload, judged by itself. */
export const container: Part<Workload, Container> = {
  name: 'container',
  enumerate: (workload) => workload.containers,
};
