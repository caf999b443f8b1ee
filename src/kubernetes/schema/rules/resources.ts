import { isObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { qualifiedName } from '../../names.ts';
import { compareQuantities, formatQuantity, isWhole, quantityOf } from '../../quantity.ts';
import type { ViolationReport } from '../violation.ts';
import type { FieldRule } from './rule.ts';

const STANDARD: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** The requests and limits of a container: names, amounts, and that no request exceeds its limit. */
export const checkResources: FieldRule = (value, path, report) => {
  if (!isObject(value)) return;
  const { limits, requests } = value;
  if (isObject(limits))
    for (const name of Object.keys(limits)) checkAmount(name, limits[name], [...path, 'limits', name], report);
  if (!isObject(requests)) return;
  for (const name of Object.keys(requests)) {
    checkAmount(name, requests[name], [...path, 'requests', name], report);
    const request = quantityOf(requests[name]);
    const limit = isObject(limits) && Object.hasOwn(limits, name) ? limits[name] : undefined;
    const most = quantityOf(limit);
    const canOvercommit = isNative(name) && !name.startsWith('hugepages-');
    if (limit === undefined && !canOvercommit) {
      report.required([...path, 'limits'], 'Limit must be set for non overcommitable resources');
    }
    if (request === undefined || most === undefined) continue;
    const order = compareQuantities(request, most);
    const relation = canOvercommit ? 'less than or equal to' : 'equal to';
    if (order > 0 || (order < 0 && !canOvercommit)) {
      const words = `must be ${relation} ${name} limit of ${formatQuantity(most)}`;
      report.invalid([...path, 'requests'], formatQuantity(request), words);
    }
  }
};

function checkAmount(name: string, value: unknown, path: Path, report: ViolationReport): void {
  for (const complaint of qualifiedName(name)) report.invalid(path, name, complaint);
  if (!name.includes('/') && !STANDARD.has(name) && !name.startsWith('hugepages-')) {
    report.invalid(path, name, 'must be a standard resource for containers');
  } else if (!isNative(name) && name.startsWith('requests.')) {
    report.invalid(path, name, "doesn't follow extended resource name standard");
  }
  checkNotNegativeQuantity(value, path, report);
  const quantity = quantityOf(value);
  if (!isNative(name) && quantity !== undefined && !isWhole(quantity)) {
    report.invalid(path, formatQuantity(quantity), 'must be an integer');
  }
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Tests that an amount is not under zero. */
export const checkNotNegativeQuantity: FieldRule = (value, path, report) => {
  const quantity = quantityOf(value);
  if (quantity === undefined || quantity.nano >= 0n) return;
  report.invalid(path, formatQuantity(quantity), 'must be greater than or equal to 0');
};

/** Tests that an amount is over zero. */
export const checkPositiveQuantity: FieldRule = (value, path, report) => {
  const quantity = quantityOf(value);
  if (quantity === undefined || quantity.nano > 0n) return;
  report.invalid(path, formatQuantity(quantity), 'must be greater than zero');
};
