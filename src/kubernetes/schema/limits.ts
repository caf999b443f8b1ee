import { isObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { valueText } from '../../core/value-text.ts';
import { isBase64, isTime } from './formats.ts';
import type { Limits } from './schema.ts';
import type { ViolationReport } from './violation.ts';

/** Tests a value of the right type against what the schema of a custom resource asks of it. */
export function checkLimits(value: unknown, limits: Limits, path: Path, report: ViolationReport): void {
  const { values } = limits;
  if (values !== undefined && !values.some((one) => wholeText(one) === wholeText(value))) {
    report.notSupported(path, value, values.map(textOf));
  }
  if (typeof value === 'number') checkNumber(value, limits, path, report);
  else if (typeof value === 'string') checkText(value, limits, path, report);
  else if (Array.isArray(value)) {
    if (value.length < (limits.minItems ?? 0)) {
      report.invalid(path, value.length, `must have at least ${limits.minItems} items`);
    }
    if (limits.maxItems !== undefined && value.length > limits.maxItems) {
      report.tooMany(path, value.length, limits.maxItems);
    }
  } else if (isObject(value)) checkCount(Object.keys(value).length, limits, path, report);
}

function checkNumber(value: number, limits: Limits, path: Path, report: ViolationReport): void {
  const { minimum, maximum, multipleOf } = limits;
  if (minimum !== undefined && (limits.isMinimumExclusive ? value <= minimum : value < minimum)) {
    const words = limits.isMinimumExclusive ? 'greater than' : 'greater than or equal to';
    report.invalid(path, value, `should be ${words} ${minimum}`);
  }
  if (maximum !== undefined && (limits.isMaximumExclusive ? value >= maximum : value > maximum)) {
    const words = limits.isMaximumExclusive ? 'less than' : 'less than or equal to';
    report.invalid(path, value, `should be ${words} ${maximum}`);
  }
  if (multipleOf !== undefined && multipleOf > 0 && !Number.isInteger(value / multipleOf)) {
    report.invalid(path, value, `should be a multiple of ${multipleOf}`);
  }
  if (limits.format === 'int32' && (value > 2 ** 31 - 1 || value < -(2 ** 31))) {
    report.invalid(path, value, 'should be a 32-bit integer');
  }
}

function checkText(value: string, limits: Limits, path: Path, report: ViolationReport): void {
  const length = limits.minLength === undefined && limits.maxLength === undefined ? 0 : codePoints(value);
  if (limits.minLength !== undefined && length < limits.minLength) {
    report.invalid(path, value, `should be at least ${limits.minLength} chars long`);
  }
  if (limits.maxLength !== undefined && length > limits.maxLength) report.tooLong(path, limits.maxLength);
  const isWrong = (limits.format === 'date-time' && !isTime(value)) || (limits.format === 'byte' && !isBase64(value));
  if (isWrong) report.invalid(path, value, `must be of type ${limits.format}`);
}

function checkCount(count: number, limits: Limits, path: Path, report: ViolationReport): void {
  if (count < (limits.minProperties ?? 0)) {
    report.invalid(path, count, `should have at least ${limits.minProperties} properties`);
  }
  if (limits.maxProperties !== undefined && count > limits.maxProperties) {
    report.tooMany(path, count, limits.maxProperties);
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : wholeText(value);
}

function wholeText(value: unknown): string {
  return valueText(value, Number.POSITIVE_INFINITY);
}
