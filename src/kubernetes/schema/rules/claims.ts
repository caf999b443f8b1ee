import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { dns1123Subdomain } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, isAbsent } from './fields.ts';
import { checkSelector } from './labels.ts';
import { checkPositiveQuantity } from './resources.ts';
import type { ObjectRule } from './rule.ts';

/** A PersistentVolumeClaim. */
export const checkClaim: ObjectRule = (object, report) => checkClaimSpec(asObject(object['spec']), ['spec'], report);

/** What a claim asks for: its access modes and its size. Also of the claims that pods and StatefulSets create. */
export function checkClaimSpec(spec: JsonObject, path: Path, report: ViolationReport): void {
  const modes = asList(spec['accessModes']);
  const at = [...path, 'accessModes'];
  if (isAbsent(spec['accessModes']) || (Array.isArray(spec['accessModes']) && modes.length === 0)) {
    report.required(at, 'at least 1 access mode is required');
  }
  if (modes.some((mode) => mode === '' || mode === null)) {
    report.notSupported(at, '', ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']);
  }
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod')) {
    report.forbidden(at, 'may not use ReadWriteOncePod with other access modes');
  }
  checkSelector(spec['selector'], [...path, 'selector'], report);
  const { resources } = spec;
  const requests = asObject(resources)['requests'];
  const size = [...path, 'resources', 'requests', 'storage'];
  if (!isObject(requests) || !Object.hasOwn(requests, 'storage')) report.required(size);
  // A quantity that is null reads as zero.
  else checkPositiveQuantity(requests['storage'] ?? 0, size, report);
  for (const name of ['storageClassName', 'volumeAttributesClassName']) {
    checkName(spec[name], dns1123Subdomain, [...path, name], report);
  }
}
