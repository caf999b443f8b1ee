import { asList, asNumber, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';

/** A metric of a HorizontalPodAutoscaler: use in percent of what the containers request. */
export interface UtilizationMetric {
  readonly resource: 'cpu' | 'memory';
  /** The one container that counts; undefined for the whole pod. */
  readonly container: string | undefined;
}

const ofProcessor: UtilizationMetric = { resource: 'cpu', container: undefined };

/** Where `autoscaling/v1` keeps every metric but the use of the processor. */
const METRICS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/metrics';

/** The metrics of an autoscaler that need requests. One that names no metric at all has that of the processor. */
export function utilizationMetrics({ content }: Resource): UtilizationMetric[] {
  const spec = asObject(content['spec']);
  if (asNumber(spec['targetCPUUtilizationPercentage']) !== undefined) return [ofProcessor];
  const metrics = asList(spec['metrics']);
  if (metrics.length > 0) return metrics.flatMap(utilizationMetric);
  const annotations = asObject(asObject(content['metadata'])['annotations']);
  return annotations[METRICS_ANNOTATION] === undefined ? [ofProcessor] : [];
}

function utilizationMetric(entry: unknown): UtilizationMetric[] {
  const { type, resource, containerResource } = asObject(entry);
  if (type !== 'Resource' && type !== 'ContainerResource') return [];
  const source = asObject(type === 'Resource' ? resource : containerResource);
  const { name, container } = source;
  if (!isUtilization(source) || (name !== 'cpu' && name !== 'memory')) return [];
  return [{ resource: name, container: type === 'Resource' ? undefined : (asString(container) ?? '') }];
}

/** `autoscaling/v2beta1` has a field of its own for it. */
function isUtilization({ target, targetAverageUtilization }: JsonObject): boolean {
  return asObject(target)['type'] === 'Utilization' || asNumber(targetAverageUtilization) !== undefined;
}
