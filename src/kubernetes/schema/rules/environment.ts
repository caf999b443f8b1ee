import { isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { configMapKey, dns1123Subdomain, environmentName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isAbsent, isEmpty } from './fields.ts';

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];
const CHOICE = 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `fileKeyRef` or `secretKeyRef`';
const ONE_ONLY = 'may not have more than one field specified at a time';

/** The environment of a container: names of variables, and that each has one source. */
export function checkEnvironment(container: JsonObject, path: Path, report: ViolationReport): void {
  for (const [variable, at] of entries(container['env'], [...path, 'env'])) {
    checkName(variable['name'], environmentName, [...at, 'name'], report);
    const source = variable['valueFrom'];
    if (isObject(source)) checkSource(source, variable['value'], [...at, 'valueFrom'], report);
  }
  const all = [...path, 'envFrom'];
  for (const [source, at] of entries(container['envFrom'], all)) {
    checkName(source['prefix'], environmentName, [...at, 'prefix'], report);
    const chosen = ['configMapRef', 'secretRef'].filter((name) => !isAbsent(source[name]));
    for (const name of chosen) {
      const reference = source[name];
      if (isObject(reference) && isEmpty(reference['name'])) report.required([...at, name, 'name']);
    }
    if (chosen.length === 0) report.invalid(all, '', 'must specify one of: `configMapRef` or `secretRef`');
    if (chosen.length > 1) report.invalid(all, '', ONE_ONLY);
  }
}

function checkSource(source: JsonObject, value: unknown, path: Path, report: ViolationReport): void {
  const chosen = SOURCES.filter((name) => !isAbsent(source[name]));
  for (const name of ['configMapKeyRef', 'secretKeyRef']) {
    const reference = source[name];
    if (!isObject(reference)) continue;
    const text = isEmpty(reference['name']) ? '' : reference['name'];
    if (typeof text === 'string') {
      for (const complaint of dns1123Subdomain(text)) report.invalid([...path, name, 'name'], text, complaint);
    }
    checkName(reference['key'], configMapKey, [...path, name, 'key'], report);
  }
  if (!isEmpty(value) && chosen.length > 0) report.invalid(path, '', 'may not be specified when `value` is not empty');
  else if (chosen.length === 0) report.invalid(path, '', CHOICE);
  else if (chosen.length > 1) report.invalid(path, '', ONE_ONLY);
}
