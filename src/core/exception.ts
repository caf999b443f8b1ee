import type { InputLocation } from './diagnostic.ts';
import type { Finding } from './finding.ts';

/** An accepted finding as its author wrote it. */
export interface Exception {
  readonly check: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | undefined;
  readonly scope: LineScope | ObjectScope;
  /** Where it is written. */
  readonly location: InputLocation;
}

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

/** What an exception says besides where it stands. */
export interface ExceptionTerms {
  readonly reason: string;
  readonly until: string | undefined;
  readonly containers: readonly string[];
}

const COMMENT = /seawall:ignore(?:\s+([\w,-]+))?(.*)$/;
const UNTIL = /(?:^|[\s;,])until\s+(\S+?)[;,.]?\s*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `seawall:ignore CHECK[,CHECK] reason … until YYYY-MM-DD`; undefined if the comment holds none. */
export function parseExceptionComment(comment: string): { checks: string[]; terms: ExceptionTerms } | undefined {
  const match = COMMENT.exec(comment);
  if (match === null) return undefined;
  const checks = (match[1] ?? '').split(',').filter((check) => check !== '');
  const rest = (match[2] ?? '').trim();
  const until = UNTIL.exec(rest);
  const reason = (until === null ? rest : rest.slice(0, until.index)).replace(/^[-–—:;,\s]+|[-–—:;,\s]+$/g, '');
  return { checks, terms: { reason, until: until?.[1], containers: [] } };
}

/** Reads the value of an annotation `seawall.dev/ignore.CHECK`: `reason; container NAME, NAME; until YYYY-MM-DD`. */
export function parseExceptionValue(value: string): ExceptionTerms {
  const reasons: string[] = [];
  let until: string | undefined;
  let containers: string[] = [];
  for (const clause of value.split(';').map((text) => text.trim())) {
    const [word, ...rest] = clause.split(/\s+/);
    if (word === 'until' && rest.length === 1) until = rest[0];
    else if (word === 'container' || word === 'containers') {
      containers = rest
        .join(' ')
        .split(/[\s,]+/)
        .filter((name) => name !== '');
    } else if (clause !== '') reasons.push(clause);
  }
  return { reason: reasons.join('; '), until, containers };
}

/** What is wrong with an exception, or undefined. */
export function exceptionFault(exception: Exception, isCheck: (id: string) => boolean): string | undefined {
  if (!isCheck(exception.check)) return `there is no check "${exception.check}"`;
  if (exception.reason === '') return `the exception of ${exception.check} gives no reason`;
  if (exception.until !== undefined && !isDate(exception.until)) {
    return `"${exception.until}" is no date of the form YYYY-MM-DD`;
  }
  return undefined;
}

function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/** True if the finding lies where the exception holds. */
export function accepts(
  exception: Exception,
  finding: Pick<Finding, 'check' | 'subject' | 'part' | 'locations'>,
): boolean {
  if (exception.check !== finding.check) return false;
  const { scope } = exception;
  if (scope.of === 'lines') {
    const location = finding.locations[0];
    if (location?.file !== scope.file) return false;
    return scope.firstLine <= location.line && location.line <= scope.lastLine;
  }
  const { subject, part } = finding;
  if (scope.kind !== subject.kind || scope.namespace !== subject.namespace || scope.name !== subject.name) return false;
  return scope.containers.length === 0 || scope.containers.some((name) => part?.endsWith(`container "${name}"`));
}
