import { asList, asObject, isObject, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';

/** API groups of Kubernetes itself: where their kinds keep pods is known and needs no search. */
const OWN_GROUPS: ReadonlySet<string> = new Set(['apps', 'autoscaling', 'batch', 'policy', 'extensions']);
/** Groups of custom resources among those that end like a group of Kubernetes itself. */
const FOREIGN_GROUPS: ReadonlySet<string> = new Set(['sparkoperator.k8s.io']);
/** API groups of policy engines: what looks like a pod there is a pattern that pods are held to, or a change to them. */
const POLICY_GROUPS: readonly string[] = ['kyverno.io', 'gatekeeper.sh', 'kubewarden.io'];
const DEEPEST = 8;
const MOST_OBJECTS = 2_000;
const MOST_TEMPLATES = 32;

const found = new WeakMap<JsonObject, readonly Path[]>();

/**
 * Where a custom resource keeps pod templates, found by their shape: a mapping whose `spec` has a list of containers, each
 * with a name or an image, or a field that only pod specs have. A template is not searched for further ones.
 */
export function templatesByShape(resource: Resource): readonly Path[] {
  if (isOwnKind(resource.kind) || isPolicyKind(resource.kind)) return [];
  const known = found.get(resource.content);
  if (known !== undefined) return known;
  const templates = search(resource.content);
  found.set(resource.content, templates);
  return templates;
}

function isOwnKind(kind: string): boolean {
  const slash = kind.indexOf('/');
  if (slash === -1) return true;
  const group = kind.slice(0, slash);
  if (FOREIGN_GROUPS.has(group) || group.endsWith('.x-k8s.io')) return false;
  return OWN_GROUPS.has(group) || group.endsWith('.k8s.io');
}

function isPolicyKind(kind: string): boolean {
  const group = kind.slice(0, kind.indexOf('/'));
  return POLICY_GROUPS.some((engine) => group === engine || group.endsWith(`.${engine}`));
}

function search(content: JsonObject): Path[] {
  const templates: Path[] = [];
  const open: Place[] = [{ value: content, path: [] }];
  for (let visited = 0; visited < open.length && visited < MOST_OBJECTS; visited += 1) {
    const place = open[visited];
    if (place === undefined || templates.length === MOST_TEMPLATES) break;
    try {
      if (isPodTemplate(place.value)) templates.push(place.path);
      else if (place.path.length < DEEPEST) open.push(...children(place));
    } catch (error) {
      // What is not known is no template that could be judged.
      if (!(error instanceof UnknownValueRead)) throw error;
    }
  }
  return templates;
}

interface Place {
  readonly value: unknown;
  readonly path: Path;
}

function children({ value, path }: Place): Place[] {
  const places: Place[] = [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(asObject(value));
  for (const key of keys) {
    if (path.length === 0 && key !== 'spec') continue;
    const child = valueAt(value, [key]);
    if (typeof child === 'object' && child !== null) places.push({ value: child, path: [...path, key] });
  }
  return places;
}

/** Fields that only pod specs have: with one of them, containers may be missing. */
const POD_FIELDS = [
  'automountServiceAccountToken',
  'ephemeralContainers',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'initContainers',
  'shareProcessNamespace',
];

function isPodTemplate(value: unknown): boolean {
  const spec = asObject(asObject(value)['spec']);
  if (POD_FIELDS.some((field) => Object.hasOwn(spec, field))) return true;
  const containers = asList(spec['containers']);
  return containers.length > 0 && containers.every((entry) => isObject(entry) && ('image' in entry || 'name' in entry));
}
