import type { JsonObject } from '../core/json.ts';
import { textMap } from './resource.ts';

const COMPONENTS: ReadonlySet<string> = new Set([
  'cloud-controller-manager',
  'cluster-autoscaler',
  'coredns',
  'etcd',
  'konnectivity-agent',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-dns',
  'kube-proxy',
  'kube-scheduler',
  'metrics-server',
]);

/** True if labels say that what carries them is a component of a cluster. */
export function isSystemComponent(metadata: JsonObject): boolean {
  const labels = textMap(metadata['labels']);
  return ['component', 'k8s-app', 'app.kubernetes.io/name'].some((key) => COMPONENTS.has(labels.get(key) ?? ''));
}
