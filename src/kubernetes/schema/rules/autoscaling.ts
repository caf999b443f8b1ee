import { asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { pathSegment } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isAbsent, isEmpty } from './fields.ts';
import { checkPositiveQuantity } from './resources.ts';
import type { ObjectRule } from './rule.ts';

const METRIC_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
/** In the order in which the API server looks: the first one is judged, the others are too many. */
const METRIC_SOURCES = ['object', 'external', 'pods', 'resource', 'containerResource'];
const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

/** A HorizontalPodAutoscaler; the metrics and the behaviour are those of autoscaling/v2. */
export const checkAutoscaler: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  const { minReplicas, maxReplicas = 0 } = spec;
  const path = ['spec', 'maxReplicas'];
  // None at all is allowed where a cluster scales to zero by an object or external metric.
  if (typeof minReplicas === 'number' && minReplicas < 0) {
    report.invalid(['spec', 'minReplicas'], minReplicas, 'must be greater than or equal to 1');
  }
  if (maxReplicas === 0 || maxReplicas === null) report.required(path, 'must be set and greater than 0');
  if (typeof maxReplicas === 'number') {
    if (maxReplicas < 0) report.invalid(path, maxReplicas, 'must be greater than or equal to 1');
    const least = typeof minReplicas === 'number' ? minReplicas : 1;
    if (maxReplicas < least) report.invalid(path, maxReplicas, 'must be greater than or equal to `minReplicas`');
  }
  checkTarget(asObject(spec['scaleTargetRef']), ['spec', 'scaleTargetRef'], report);
  for (const [metric, at] of entries(spec['metrics'], ['spec', 'metrics'])) checkMetric(metric, at, report);
  for (const name of ['scaleUp', 'scaleDown']) {
    const rules = asObject(spec['behavior'])[name];
    if (isObject(rules)) checkScalingRules(rules, ['spec', 'behavior', name], report);
  }
};

/** A reference to what is scaled: its kind is of a named group, since none of the core group can be but ReplicationController. */
function checkTarget(target: JsonObject, path: Path, report: ViolationReport): void {
  for (const name of ['kind', 'name']) checkName(target[name], pathSegment, [...path, name], report);
  const { apiVersion, kind } = target;
  const text = isEmpty(apiVersion) ? '' : apiVersion;
  if (typeof text !== 'string') return;
  const parts = text.split('/');
  const at = [...path, 'apiVersion'];
  if (parts.length > 2) report.invalid(at, text, `unexpected GroupVersion string: ${text}`);
  else if ((parts.length === 1 || parts[0] === '') && kind !== 'ReplicationController') {
    report.invalid(at, text, 'apiVersion must specify API group');
  }
}

function checkMetric(metric: JsonObject, path: Path, report: ViolationReport): void {
  const { type } = metric;
  if (isEmpty(type)) report.required([...path, 'type'], 'must specify a metric source type');
  else if (typeof type === 'string' && !METRIC_TYPES.includes(type)) {
    report.notSupported([...path, 'type'], type, METRIC_TYPES);
  }
  const present = METRIC_SOURCES.filter((name) => !isAbsent(metric[name]));
  const expected = typeof type === 'string' ? type.charAt(0).toLowerCase() + type.slice(1) : '';
  if (METRIC_SOURCES.includes(expected) && isAbsent(metric[expected])) {
    report.required([...path, expected], 'must populate information for the given metric source');
  }
  for (const name of present.length > 1 ? present : []) {
    if (name !== expected) report.forbidden([...path, name], 'must populate the given metric source only');
  }
  const [only] = present;
  const source = only === undefined ? undefined : metric[only];
  if (only !== undefined && isObject(source)) checkSource(source, only, [...path, only], report);
}

function checkSource(source: JsonObject, name: string, path: Path, report: ViolationReport): void {
  const target = asObject(source['target']);
  const at = [...path, 'target'];
  const { type, value, averageValue, averageUtilization } = target;
  const words = 'must be either Utilization, Value, or AverageValue';
  if (isEmpty(type)) report.required([...at, 'type'], 'must specify a metric target type');
  else if (type !== 'Utilization' && type !== 'Value' && type !== 'AverageValue') {
    report.invalid([...at, 'type'], type, words);
  }
  checkPositiveQuantity(value, [...at, 'value'], report);
  checkPositiveQuantity(averageValue, [...at, 'averageValue'], report);
  if (typeof averageUtilization === 'number' && averageUtilization < 1) {
    report.invalid([...at, 'averageUtilization'], averageUtilization, 'must be greater than 0');
  }
  const isResource = name === 'resource' || name === 'containerResource';
  if (isResource && isAbsent(averageUtilization) && isAbsent(averageValue)) {
    report.required([...at, 'averageUtilization'], 'must set either a target raw value or a target utilization');
  } else if (isResource && !isAbsent(averageUtilization) && !isAbsent(averageValue)) {
    report.forbidden([...at, 'averageValue'], 'may not set both a target raw value and a target utilization');
  } else if (name === 'pods' && isAbsent(averageValue)) {
    report.required([...at, 'averageValue'], 'must specify a positive target averageValue');
  } else if (!isResource && name !== 'pods' && isAbsent(value) && isAbsent(averageValue)) {
    report.required([...at, 'averageValue'], 'must set either a target value or averageValue');
  }
}

function checkScalingRules(rules: JsonObject, path: Path, report: ViolationReport): void {
  const { stabilizationWindowSeconds: window } = rules;
  const at = [...path, 'stabilizationWindowSeconds'];
  if (typeof window === 'number' && window < 0) report.invalid(at, window, 'must be greater than or equal to zero');
  if (typeof window === 'number' && window > LONGEST_WINDOW) {
    report.invalid(at, window, `must be less than or equal to ${LONGEST_WINDOW}`);
  }
  for (const [policy, place] of entries(rules['policies'], [...path, 'policies'])) {
    const { type, value = 0, periodSeconds: period = 0 } = policy;
    if (typeof type === 'string' && type !== '' && type !== 'Pods' && type !== 'Percent') {
      report.notSupported([...place, 'type'], type, ['Percent', 'Pods']);
    }
    if (typeof value === 'number' && value <= 0)
      report.invalid([...place, 'value'], value, 'must be greater than zero');
    if (typeof period !== 'number') continue;
    if (period <= 0) report.invalid([...place, 'periodSeconds'], period, 'must be greater than zero');
    if (period > LONGEST_PERIOD) {
      report.invalid([...place, 'periodSeconds'], period, `must be less than or equal to ${LONGEST_PERIOD}`);
    }
  }
}
