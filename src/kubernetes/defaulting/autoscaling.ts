import { asList, asString, type JsonObject, ownValue } from '../../core/json.ts';
import { quantity } from './resources.ts';
import {
  always,
  each,
  fields,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  mappingOf,
  onMapping,
  type Rule,
  same,
  text,
  withField,
} from './rule.ts';

const USUAL_UTILIZATION = 80;
const PERIOD = 15;

const scaleUp = always(
  fields({
    stabilizationWindowSeconds: ifUnset(0),
    selectPolicy: ifUnset('Max'),
    policies: ifUnset([
      { type: 'Pods', value: 4, periodSeconds: PERIOD },
      { type: 'Percent', value: 100, periodSeconds: PERIOD },
    ]),
    tolerance: quantity,
  }),
);

const scaleDown = always(
  fields({
    selectPolicy: ifUnset('Max'),
    policies: ifUnset([{ type: 'Percent', value: 100, periodSeconds: PERIOD }]),
    tolerance: quantity,
  }),
);

const usualMetrics = [
  {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: USUAL_UTILIZATION } },
  },
];

const metrics: Rule = (value) =>
  isUnset(value) || (Array.isArray(value) && value.length === 0) ? usualMetrics : value;

const objectReference = fields({ apiVersion: text });
const measured = fields({ target: fields(same(quantity, 'value', 'averageValue')), describedObject: objectReference });
const metric = fields(same(measured, 'object', 'pods', 'resource', 'containerResource', 'external'));

/** A HorizontalPodAutoscaler of `autoscaling/v2`. */
const secondVersion = fields({
  spec: always(
    fields({
      scaleTargetRef: objectReference,
      minReplicas: ifUnset(1),
      metrics: inTurn(metrics, each(metric)),
      behavior: fields({ scaleUp, scaleDown }),
    }),
  ),
});

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const TARGET = 'targetCPUUtilizationPercentage';

/** A HorizontalPodAutoscaler of `autoscaling/v1`, which keeps all metrics but the use of the processor in an annotation. */
const firstVersion = inTurn(
  onMapping((object) => {
    const { spec } = object;
    if (!isUnset(spec) && !isMapping(spec)) return object;
    const given = spec?.[TARGET];
    const target = isUnset(given) ? targetOf(object) : given;
    return target === given ? object : { ...object, spec: withField(spec ?? {}, TARGET, target) };
  }),
  fields({ spec: always(fields({ scaleTargetRef: objectReference, minReplicas: ifUnset(1) })) }),
);

function targetOf(object: JsonObject): unknown {
  const annotations = mappingOf(mappingOf(object['metadata'])['annotations']);
  const others = parsedList(asString(ownValue(annotations, METRICS)));
  if (others.length === 0) return USUAL_UTILIZATION;
  for (const other of others) {
    const { type, resource } = mappingOf(other);
    const { name, targetAverageUtilization } = mappingOf(resource);
    if (type === 'Resource' && name === 'cpu' && !isUnset(targetAverageUtilization)) return targetAverageUtilization;
  }
  return undefined;
}

function parsedList(json: string | undefined): readonly unknown[] {
  try {
    return asList(JSON.parse(json ?? '[]'));
  } catch {
    return [];
  }
}

/** A HorizontalPodAutoscaler of any version. */
export const horizontalPodAutoscaler: Rule = (value, target) => {
  const isFirst = mappingOf(value)['apiVersion'] === 'autoscaling/v1';
  return (isFirst ? firstVersion : secondVersion)(value, target);
};
