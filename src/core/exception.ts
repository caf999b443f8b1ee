import type { InputLocation } from './diagnostic.ts';
import type { Finding } from './finding.ts';

/** An accepted finding as its author wrote it. */
export interface Exception {
  /**
   * The id of a check, or `everyCheck` in the form of another tool; in the configuration also an area or a pattern of ids, or
   * empty for fingerprints.
   */
  readonly check: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | undefined;
  /** Who answers for it; the configuration alone can tell. */
  readonly owner?: string;
  readonly scope: LineScope | ObjectScope | FindingScope | FingerprintScope;
  /** Where it is written. */
  readonly location: InputLocation;
  /** Set if it is written in the form of another tool: the title of the tool, which may need it where it matches nothing here. */
  readonly peer?: string;
}

/** The check of an exception, in the form of another tool, that holds for whatever is found. */
export const everyCheck = '*';

/** A comment: what is found on these lines of its file. */
export interface LineScope {
  readonly of: 'lines';
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** An annotation: what is found on its object, or on the named containers of it. */
export interface ObjectScope {
  readonly of: 'object';
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly containers: readonly string[];
}

/** Terms of the configuration, which hold for many objects: findings of these checks that meet them. */
export interface FindingScope {
  readonly of: 'findings';
  readonly checks: ReadonlySet<string>;
  matches(finding: MatchedFinding): boolean;
  /** The input is only a part of what the configuration is about: matching nothing means nothing. */
  readonly isPartial: boolean;
}

/** A baseline of the configuration: findings by their fingerprints. */
export interface FingerprintScope {
  readonly of: 'fingerprints';
  readonly fingerprints: readonly string[];
  readonly isPartial: boolean;
}

/** What an exception is matched by. */
export type MatchedFinding = Pick<Finding, 'check' | 'subject' | 'part' | 'locations' | 'fingerprint'>;

/** `api` of `init container "api"`; undefined for any other part. */
export function containerOf(part: string | undefined): string | undefined {
  return part === undefined ? undefined : /container "(.*)"$/s.exec(part)?.[1];
}

/** What an exception says besides where it stands. */
export interface ExceptionTerms {
  readonly reason: string;
  readonly until: string | undefined;
  readonly containers: readonly string[];
}

const COMMENT = /seawall:ignore(?![\w-])(?:\s+([\w,-]+))?(.*)$/s;
/** `until` with a date, or with a last word that should be one: `until tomorrow` is a fault, not a reason. */
const UNTIL = /(?:^|[\s;,])until\s+(?:(\d{4}-\d{2}-\d{2})(?![\w-])[;,.]?|(\S+?)[;,.]?\s*$)/;
const SEPARATORS = ' \t-–—:;,';
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `seawall:ignore CHECK[,CHECK] reason … until YYYY-MM-DD`; undefined if the comment holds none. */
export function parseExceptionComment(comment: string): { checks: string[]; terms: ExceptionTerms } | undefined {
  const match = COMMENT.exec(comment);
  if (match === null) return undefined;
  const checks = (match[1] ?? '').split(',').filter((check) => check !== '');
  const rest = (match[2] ?? '').trim();
  return { checks, terms: { ...splitUntil(rest, UNTIL.exec(rest)), containers: [] } };
}

function splitUntil(text: string, until: RegExpExecArray | null): { reason: string; until: string | undefined } {
  if (until === null) return { reason: withoutSeparators(text), until: undefined };
  const around = [text.slice(0, until.index), text.slice(until.index + until[0].length)].map(withoutSeparators);
  return { reason: around.filter((part) => part !== '').join(', '), until: until[1] ?? until[2] };
}

/** A text without what sets it off from its neighbours. (A regular expression takes quadratic time on a hostile one.) */
function withoutSeparators(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SEPARATORS.includes(text.charAt(start))) start += 1;
  while (end > start && SEPARATORS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const CONTAINERS = /^containers?(?:[\s:,]+(.*))?$/s;

/** Reads the value of an annotation `seawall.dev/ignore.CHECK`: `reason; container NAME, NAME; until YYYY-MM-DD`. */
export function parseExceptionValue(value: string): ExceptionTerms {
  const reasons: string[] = [];
  let until: string | undefined;
  const named: string[] = [];
  for (const clause of value.split(';').map((text) => text.trim())) {
    const containers = CONTAINERS.exec(clause);
    if (containers !== null) named.push(containers[1] ?? '');
    else {
      const match = UNTIL.exec(clause);
      const terms = splitUntil(clause, match?.[1] !== undefined || match?.index === 0 ? match : null);
      until = terms.until ?? until;
      if (terms.reason !== '') reasons.push(terms.reason);
    }
  }
  return { reason: reasons.join('; '), until, containers: namesIn(named) };
}

/** A clause that names no container gives an empty name, which none has: it must not widen the exception. */
function namesIn(clauses: readonly string[]): string[] {
  const names = clauses.flatMap((clause) => clause.split(/[\s,]+/)).filter((name) => name !== '');
  return names.length === 0 && clauses.length > 0 ? [''] : names;
}

/** What is wrong with an exception, or undefined. */
export function exceptionFault(exception: Exception, isCheck: (id: string) => boolean): string | undefined {
  // The configuration was checked when it was read.
  if (isConfigured(exception)) return undefined;
  if (exception.peer !== undefined) return dateFault(exception);
  if (exception.check === '') return 'the exception names no check';
  if (!isCheck(exception.check)) return `there is no check "${exception.check}"`;
  if (exception.reason === '') return `the exception of ${exception.check} gives no reason`;
  return dateFault(exception);
}

function dateFault({ until }: Exception): string | undefined {
  return until === undefined || isDate(until) ? undefined : `"${until}" is no date of the form YYYY-MM-DD`;
}

/** True for an exception of the configuration. */
export function isConfigured({ scope }: Exception): boolean {
  return scope.of === 'findings' || scope.of === 'fingerprints';
}

/** True for a day of the calendar. (`Date.parse` takes 30 February for 1 March.) */
export function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
