import type { Version } from '../../core/check.ts';
import { asList, asObject, type JsonObject, valueAt } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { newestVersion } from '../version.ts';
import { evaluatePod, type Violation } from './evaluate.ts';
import type { PodSecurityLevel } from './levels.ts';
import { latestPolicyVersion } from './policy-version.ts';

/** One edit of a pod or pod template: a field to set, or to take out. */
export type PodChange =
  | { readonly is: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly is: 'remove'; readonly path: Path };

/** What makes a pod reach a level. */
export interface SmallestChange {
  /** In the order of the checks; paths count from the pod or template as it is. */
  readonly changes: readonly PodChange[];
  /** What no edit alone can mend: a volume that must come from somewhere else. */
  readonly open: readonly Violation[];
}

const POD_RUN_AS_NON_ROOT: Path = ['spec', 'securityContext', 'runAsNonRoot'];
const POD_SECCOMP_TYPE: Path = ['spec', 'securityContext', 'seccompProfile', 'type'];

/** Which edit mends a violation of each check; a check that is not here needs a person. */
const EDITS: Readonly<Record<string, (violation: Violation, pod: JsonObject) => PodChange[]>> = {
  allowPrivilegeEscalation: ({ locations }) => locations.map((path) => ({ is: 'set', path, value: false })),
  appArmorProfile: removeAll,
  capabilities_baseline: removeAll,
  capabilities_restricted: ({ locations }) => locations.map(capabilityEdit),
  hostNamespaces: removeAll,
  hostPorts: removeAll,
  hostProbesAndHostLifecycle: removeAll,
  privileged: ({ locations }) => locations.map((path) => ({ is: 'set', path, value: false })),
  procMount: removeAll,
  procMount_restricted: removeAll,
  runAsNonRoot: (violation, pod) => podOrFields(violation, pod, POD_RUN_AS_NON_ROOT, true),
  runAsUser: removeAll,
  seLinuxOptions: removeAll,
  seccompProfile_baseline: (violation, pod) => podOrFields(violation, pod, POD_SECCOMP_TYPE, 'RuntimeDefault'),
  seccompProfile_restricted: (violation, pod) => podOrFields(violation, pod, POD_SECCOMP_TYPE, 'RuntimeDefault'),
  sysctls: ({ locations }) => locations.map((path) => ({ is: 'remove', path: listEntry(path) })),
  windowsHostProcess: removeAll,
};

/**
 * The fewest edits that make a pod, or the template of a controller, reach a level by the newest rules of a cluster of the
 * target version. Proven: with the changes applied, only what is `open` still keeps it from the level.
 */
export function smallestChange(
  level: PodSecurityLevel,
  pod: JsonObject,
  targetVersion: Version = newestVersion,
): SmallestChange {
  const changes: PodChange[] = [];
  let current = pod;
  for (;;) {
    const { violations } = evaluatePod(level, latestPolicyVersion, current, { serverVersion: targetVersion });
    const edits = violations.flatMap((violation) => EDITS[violation.check]?.(violation, current) ?? []);
    const fresh = edits.filter((edit) => !changes.some((made) => isSame(made, edit)));
    if (fresh.length === 0) return { changes, open: violations };
    changes.push(...fresh);
    current = applyChanges(pod, changes);
  }
}

/** The pod with the changes made; the original stays as it is. */
export function applyChanges(pod: JsonObject, changes: readonly PodChange[]): JsonObject {
  const sets = changes.filter((change) => change.is === 'set');
  // Later entries of a list go first, so that the indexes of the earlier ones hold.
  const removals = changes
    .filter((change) => change.is === 'remove')
    .toSorted((left, right) => comparePaths(right.path, left.path));
  let changed: unknown = pod;
  for (const { path, value } of sets) changed = withValue(changed, path, value);
  for (const { path } of removals) changed = without(changed, path);
  return asObject(changed);
}

function removeAll({ locations }: Violation): PodChange[] {
  return locations.map((path) => ({ is: 'remove', path }));
}

function capabilityEdit(path: Path): PodChange {
  return path.at(-1) === 'drop' ? { is: 'set', path, value: ['ALL'] } : { is: 'remove', path };
}

/** Fields that say the wrong thing are set right; where containers only say nothing, the pod says it once for all. */
function podOrFields({ locations }: Violation, pod: JsonObject, podPath: Path, value: unknown): PodChange[] {
  const wrong = locations.filter((path) => valueAt(pod, path) !== undefined && valueAt(pod, path) !== null);
  if (wrong.length === 0) return [{ is: 'set', path: podPath, value }];
  return wrong.map((path) => ({ is: 'set', path, value }));
}

/** The entry of a list that a path leads into. */
function listEntry(path: Path): Path {
  const index = path.findLastIndex((segment) => typeof segment === 'number');
  return index === -1 ? path : path.slice(0, index + 1);
}

function isSame(left: PodChange, right: PodChange): boolean {
  return left.is === right.is && left.path.join('\n') === right.path.join('\n');
}

/** Compares paths segment by segment: indexes as numbers, keys as text, a path before those it leads to. */
function comparePaths(left: Path, right: Path): number {
  for (const [index, first] of left.entries()) {
    const second = right[index];
    if (second === undefined) return 1;
    if (first === second) continue;
    if (typeof first === 'number' && typeof second === 'number') return first - second;
    return String(first) < String(second) ? -1 : 1;
  }
  return left.length - right.length;
}

function withValue(node: unknown, path: Path, value: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (typeof segment === 'number') return asList(node).with(segment, withValue(asList(node)[segment], rest, value));
  return { ...asObject(node), [segment]: withValue(asObject(node)[segment], rest, value) };
}

function without(node: unknown, path: Path): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return node;
  if (typeof segment === 'number') {
    const list = asList(node);
    return rest.length === 0 ? list.toSpliced(segment, 1) : list.with(segment, without(list[segment], rest));
  }
  const { [segment]: inner, ...others } = asObject(node);
  if (rest.length === 0 || inner === undefined) return others;
  return { ...others, [segment]: without(inner, rest) };
}
