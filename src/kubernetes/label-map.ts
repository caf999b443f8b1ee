import { asList, asObject, isObject, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { templatePathsOf } from './pod-template.ts';

/** A mapping of labels, or a selector that asks for equal labels. */
export interface LabelMap {
  readonly labels: JsonObject;
  readonly path: Path;
}

/** Kinds whose `spec.selector` is a plain mapping of labels. */
const PLAIN_SELECTORS: ReadonlySet<string> = new Set(['Service', 'ReplicationController']);

/** Kinds with a LabelSelector (meta/v1), and where. */
const SELECTORS: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['PersistentVolumeClaim', ['spec', 'selector']],
  ['apps/DaemonSet', ['spec', 'selector']],
  ['apps/Deployment', ['spec', 'selector']],
  ['apps/ReplicaSet', ['spec', 'selector']],
  ['apps/StatefulSet', ['spec', 'selector']],
  ['batch/Job', ['spec', 'selector']],
  ['networking.k8s.io/NetworkPolicy', ['spec', 'podSelector']],
  ['policy/PodDisruptionBudget', ['spec', 'selector']],
]);

/** A label that a selector asks for by an expression. */
export interface LabelRequirement {
  readonly content: JsonObject;
  readonly path: Path;
}

/** The expressions of an object's selectors. */
export function labelRequirementsOf(resource: Resource): LabelRequirement[] {
  return selectorPaths(resource).flatMap((path) =>
    asList(asObject(valueAt(resource.content, path))['matchExpressions']).map((entry, index) => ({
      content: asObject(entry),
      path: [...path, 'matchExpressions', index],
    })),
  );
}

/** The labels of an object and of its pod templates, and the equal labels that its selectors ask for. */
export function labelMapsOf(resource: Resource): LabelMap[] {
  const found: LabelMap[] = [];
  function look(path: Path): void {
    const labels = valueAt(resource.content, path);
    if (isObject(labels)) found.push({ labels, path });
  }
  look(OWN_LABELS);
  for (const template of templatePathsOf(resource)) {
    if (template.length > 0) look([...template, 'metadata', 'labels']);
    look([...template, 'spec', 'nodeSelector']);
  }
  if (PLAIN_SELECTORS.has(resource.kind)) look(PLAIN_SELECTOR);
  for (const path of selectorPaths(resource)) look([...path, 'matchLabels']);
  return found;
}

const OWN_LABELS: Path = ['metadata', 'labels'];
const PLAIN_SELECTOR: Path = ['spec', 'selector'];

/** Where an object has LabelSelectors. */
function selectorPaths({ kind, content }: Resource): Path[] {
  const selector = SELECTORS.get(kind);
  if (selector === undefined) return [];
  return kind === 'networking.k8s.io/NetworkPolicy' ? [selector, ...peerSelectors(content)] : [selector];
}

function peerSelectors(content: JsonObject): Path[] {
  const paths: Path[] = [];
  for (const [direction, side] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const [rule, entry] of asList(asObject(content['spec'])[direction]).entries()) {
      for (const index of asList(asObject(entry)[side]).keys()) {
        const peer = ['spec', direction, rule, side, index];
        paths.push([...peer, 'podSelector'], [...peer, 'namespaceSelector']);
      }
    }
  }
  return paths;
}
