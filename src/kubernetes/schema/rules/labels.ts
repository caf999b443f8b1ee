import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { holdsUnknownValue } from '../../../core/unknown-value.ts';
import { labelValue, qualifiedName } from '../../names.ts';
import { textMap } from '../../resource.ts';
import { labelSelectorMatches } from '../../selector.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isAbsent, texts } from './fields.ts';

const MOST_ANNOTATION_BYTES = 256 * 1024;

/** Tests labels, or what selects by equality; the API server names the mapping, not its entry. */
export function checkLabels(value: unknown, path: Path, report: ViolationReport): void {
  for (const [key, text] of textMap(value)) {
    for (const complaint of qualifiedName(key)) report.invalid(path, key, complaint);
    for (const complaint of labelValue(text)) report.invalid(path, text, complaint);
  }
}

/** Tests the keys of annotations, which may be written in any case, and their size. */
export function checkAnnotations(value: unknown, path: Path, report: ViolationReport): void {
  let size = 0;
  for (const [key, text] of textMap(value)) {
    for (const complaint of qualifiedName(key.toLowerCase())) report.invalid(path, key, complaint);
    size += Buffer.byteLength(key) + Buffer.byteLength(text);
  }
  if (size > MOST_ANNOTATION_BYTES) report.tooLong(path, MOST_ANNOTATION_BYTES);
}

/** Tests a LabelSelector (meta/v1). */
export function checkSelector(value: unknown, path: Path, report: ViolationReport): void {
  const selector = asObject(value);
  checkLabels(selector['matchLabels'], [...path, 'matchLabels'], report);
  for (const [requirement, at] of entries(selector['matchExpressions'], [...path, 'matchExpressions'])) {
    const { operator, values } = requirement;
    const count = asList(values).length;
    if (operator === 'In' || operator === 'NotIn') {
      if (count === 0) report.required([...at, 'values'], "must be specified when `operator` is 'In' or 'NotIn'");
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      const words = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
      if (count > 0) report.forbidden([...at, 'values'], words);
    } else report.invalid([...at, 'operator'], operator ?? '', 'not a valid selector operator');
    checkName(requirement['key'], qualifiedName, [...at, 'key'], report);
    for (const [text, place] of texts(values, [...at, 'values'])) checkName(text, labelValue, place, report);
  }
}

/** Tests the selector of a workload: it is there, not empty, well-formed, and selects the pods of the template. */
export function checkWorkloadSelector(spec: JsonObject, path: Path, kind: string, report: ViolationReport): void {
  const { selector } = spec;
  const at = [...path, 'selector'];
  if (isAbsent(selector)) {
    report.required(at);
    return;
  }
  if (!isObject(selector)) return;
  checkSelector(selector, at, report);
  const isEmptySelector =
    textMap(selector['matchLabels']).size === 0 && asList(selector['matchExpressions']).length === 0;
  if (isEmptySelector) report.invalid(at, selector, `empty selector is invalid for ${kind}`);
  const labels = asObject(asObject(spec['template'])['metadata'])['labels'];
  if (holdsUnknownValue(selector) || holdsUnknownValue(spec['template'] ?? null)) return;
  if (isEmptySelector || labelSelectorMatches(selector, textMap(labels))) return;
  const template = [...path, 'template', 'metadata', 'labels'];
  report.invalid(template, labels, '`selector` does not match template `labels`');
}
