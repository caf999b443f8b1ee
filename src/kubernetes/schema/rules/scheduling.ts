import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { labelValue, qualifiedName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, checkRange, entries, isAbsent, isEmpty } from './fields.ts';
import { checkLabels, checkSelector } from './labels.ts';
import type { FieldRule } from './rule.ts';

/** Where a pod may run: its node selector, affinities, tolerations and spread constraints. */
export function checkScheduling(spec: JsonObject, path: Path, report: ViolationReport): void {
  checkLabels(spec['nodeSelector'], [...path, 'nodeSelector'], report);
  checkAffinity(spec['affinity'], [...path, 'affinity'], report);
  checkTolerations(spec['tolerations'], [...path, 'tolerations'], report);
  const constraints = [...path, 'topologySpreadConstraints'];
  for (const [constraint, at] of entries(spec['topologySpreadConstraints'], constraints)) {
    const skew = constraint['maxSkew'] ?? 0;
    if (typeof skew === 'number' && skew <= 0) report.invalid([...at, 'maxSkew'], skew, 'must be greater than zero');
    checkSelector(constraint['labelSelector'], [...at, 'labelSelector'], report);
  }
}

const checkTolerations: FieldRule = (value, path, report) => {
  for (const [toleration, at] of entries(value, path)) {
    const { key, operator, value: tolerated, effect, tolerationSeconds } = toleration;
    const place = [...at, 'operator'];
    checkName(key, qualifiedName, [...at, 'key'], report);
    if (isEmpty(key) && operator !== 'Exists') {
      const words = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
      report.invalid(place, operator ?? '', words);
    }
    if (!isAbsent(tolerationSeconds) && effect !== 'NoExecute') {
      const words = "effect must be 'NoExecute' when `tolerationSeconds` is set";
      report.invalid([...at, 'effect'], effect ?? '', words);
    }
    if (isEmpty(operator) || operator === 'Equal') checkName(tolerated, labelValue, place, report);
    else if (operator === 'Exists' && !isEmpty(tolerated)) {
      report.invalid(place, tolerated, "value must be empty when `operator` is 'Exists'");
    }
  }
};

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

const checkAffinity: FieldRule = (value, path, report) => {
  if (!isObject(value)) return;
  const node = asObject(value['nodeAffinity']);
  const ofNode = [...path, 'nodeAffinity'];
  const required = node[REQUIRED];
  if (isObject(required)) {
    const terms = [...ofNode, REQUIRED, 'nodeSelectorTerms'];
    const hasNone = isAbsent(required['nodeSelectorTerms']) || asList(required['nodeSelectorTerms']).length === 0;
    if (hasNone) report.required(terms, 'must have at least one node selector term');
    for (const [term, at] of entries(required['nodeSelectorTerms'], terms)) checkNodeTerm(term, at, report);
  }
  for (const [preference, at] of entries(node[PREFERRED], [...ofNode, PREFERRED])) {
    checkWeight(preference, at, report);
    checkNodeTerm(asObject(preference['preference']), [...at, 'preference'], report);
  }
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const pods = asObject(value[kind]);
    for (const [term, at] of entries(pods[REQUIRED], [...path, kind, REQUIRED])) checkPodTerm(term, at, report);
    for (const [preference, at] of entries(pods[PREFERRED], [...path, kind, PREFERRED])) {
      checkWeight(preference, at, report);
      checkPodTerm(asObject(preference['podAffinityTerm']), [...at, 'podAffinityTerm'], report);
    }
  }
};

function checkWeight(preference: JsonObject, path: Path, report: ViolationReport): void {
  checkRange(preference['weight'] ?? 0, 1, 100, [...path, 'weight'], report);
}

function checkPodTerm(term: JsonObject, path: Path, report: ViolationReport): void {
  checkName(term['topologyKey'], qualifiedName, [...path, 'topologyKey'], report);
  checkSelector(term['labelSelector'], [...path, 'labelSelector'], report);
  checkSelector(term['namespaceSelector'], [...path, 'namespaceSelector'], report);
}

function checkNodeTerm(term: JsonObject, path: Path, report: ViolationReport): void {
  for (const [requirement, at] of entries(term['matchExpressions'], [...path, 'matchExpressions'])) {
    const { operator, values } = requirement;
    const count = asList(values).length;
    const place = [...at, 'values'];
    if ((operator === 'In' || operator === 'NotIn') && count === 0) {
      report.required(place, "must be specified when `operator` is 'In' or 'NotIn'");
    } else if ((operator === 'Exists' || operator === 'DoesNotExist') && count > 0) {
      report.forbidden(place, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
    } else if ((operator === 'Gt' || operator === 'Lt') && count !== 1) {
      report.required(place, "must be specified single value when `operator` is 'Lt' or 'Gt'");
    }
    checkName(requirement['key'], qualifiedName, [...at, 'key'], report);
  }
}
