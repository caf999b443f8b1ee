import type { Path } from '../../core/path.ts';
import { valueText } from '../../core/value-text.ts';

/** The reasons for which the API server refuses a field. */
export type ViolationRule =
  | 'unknown-field'
  | 'wrong-type'
  | 'format'
  | 'required'
  | 'invalid'
  | 'not-supported'
  | 'duplicate'
  | 'not-found'
  | 'forbidden'
  | 'too-long'
  | 'too-many';

/** One reason why the API server would refuse an object. */
export interface Violation {
  /** The field, present or not. */
  readonly path: Path;
  readonly rule: ViolationRule;
  /** In the API server's words where it has constant ones. May quote the document. */
  readonly message: string;
  /** For an unknown field, the known one that was probably meant. */
  readonly suggestion?: string;
  /** What is asked of the field, where there is more to say than the rule does. Never quotes the field. */
  readonly detail?: string;
}

/** Takes the violations that a rule finds; each function words them as the API server does. */
export interface ViolationReport {
  required(path: Path, detail?: string): void;
  invalid(path: Path, value: unknown, detail: string): void;
  notSupported(path: Path, value: unknown, supported: readonly string[]): void;
  duplicate(path: Path, value: unknown): void;
  notFound(path: Path, value: unknown): void;
  forbidden(path: Path, detail: string): void;
  tooLong(path: Path, most: number): void;
  tooMany(path: Path, count: number, most: number): void;
}

/** A report that writes into a list. */
export function violationReport(violations: Violation[]): ViolationReport {
  function add(path: Path, rule: ViolationRule, words: string, detail = ''): void {
    if (detail === '') violations.push({ path, rule, message: words });
    else violations.push({ path, rule, message: `${words}: ${detail}`, detail });
  }
  return {
    required: (path, detail) => add(path, 'required', 'Required value', detail),
    invalid: (path, value, detail) => add(path, 'invalid', `Invalid value: ${shown(value)}`, detail),
    notSupported(path, value, supported) {
      const values = supported.map((one) => JSON.stringify(one)).join(', ');
      add(path, 'not-supported', `Unsupported value: ${shown(value)}`, `supported values: ${values}`);
    },
    duplicate: (path, value) => add(path, 'duplicate', `Duplicate value: ${shown(value)}`),
    notFound: (path, value) => add(path, 'not-found', `Not found: ${shown(value)}`),
    forbidden: (path, detail) => add(path, 'forbidden', 'Forbidden', detail),
    tooLong: (path, most) => add(path, 'too-long', 'Too long', `may not be more than ${most} bytes`),
    tooMany: (path, count, most) => add(path, 'too-many', `Too many: ${count}`, `must have at most ${most} items`),
  };
}

const MOST_SHOWN = 200;

/** A value as messages quote it; a long one is cut. */
export function shown(value: unknown): string {
  const text = valueText(value ?? null, MOST_SHOWN + 1);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
