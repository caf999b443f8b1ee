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

/** The labels of an object and of its pod templates, and the equal labels that its selectors ask for. */
export function labelMapsOf(resource: Resource): LabelMap[] {
  const { kind, content } = resource;
  const paths: Path[] = [['metadata', 'labels']];
  for (const template of templatePathsOf(resource)) {
    if (template.length > 0) paths.push([...template, 'metadata', 'labels']);
    paths.push([...template, 'spec', 'nodeSelector']);
  }
  if (PLAIN_SELECTORS.has(kind)) paths.push(['spec', 'selector']);
  const selector = SELECTORS.get(kind);
  if (selector !== undefined) paths.push([...selector, 'matchLabels']);
  if (kind === 'networking.k8s.io/NetworkPolicy') paths.push(...peerSelectors(content));
  return paths.flatMap((path) => {
    const labels = valueAt(content, path);
    return isObject(labels) ? [{ labels, path }] : [];
  });
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
        paths.push([...peer, 'podSelector', 'matchLabels'], [...peer, 'namespaceSelector', 'matchLabels']);
      }
    }
  }
  return paths;
}
