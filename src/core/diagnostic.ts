import type { DiagnosticCode } from './errors.ts';
import type { Span } from './location.ts';

/** A place in an input, without a field. */
export interface InputLocation extends Span {
  readonly file: string;
}

/** Something about the input or the scan itself, not about security. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** What was wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  readonly file?: string;
  readonly location?: InputLocation;
  /** Another place that belongs to it: the first of two definitions. */
  readonly related?: InputLocation;
}
