import type { Check } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Exception, exceptionFault } from './exception.ts';
import { createExceptionIndex, type ExceptionGroup } from './exception-index.ts';
import type { Finding } from './finding.ts';

/** The exceptions of a scan, and which of them were of use. */
export interface ExceptionBook {
  /** The finding, marked as accepted if an exception that still holds matches it. */
  accept(finding: Finding): Finding;
  /** What is wrong with the exceptions; complete once every finding was shown to the book. */
  diagnostics(): Diagnostic[];
}

export interface ExceptionSettings {
  readonly checks: readonly Pick<Check, 'id'>[];
  readonly isCheck: (id: string) => boolean;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Opens the book of a scan. */
export function createExceptionBook(exceptions: readonly Exception[], settings: ExceptionSettings): ExceptionBook {
  const { today } = settings;
  const ran = new Set(settings.checks.map((check) => check.id));
  const faults = exceptions.map((exception) => exceptionFault(exception, settings.isCheck));
  const groupsOf = createExceptionIndex(exceptions);
  /** The numbers of the exceptions that matched, and the first of each group that still holds. */
  const matched = new Set<number>();
  const firstOf = new Map<ExceptionGroup, number>();

  /** The first exception of a group that still holds; infinity if none does. */
  function use(group: ExceptionGroup): number {
    const known = firstOf.get(group);
    if (known !== undefined) return known;
    const usable = group.filter((number) => faults[number] === undefined);
    for (const number of usable) matched.add(number);
    const first = usable.find((number) => !isExpired(exceptions[number], today)) ?? Number.POSITIVE_INFINITY;
    firstOf.set(group, first);
    return first;
  }

  return {
    accept(finding) {
      let first = Number.POSITIVE_INFINITY;
      for (const group of groupsOf(finding)) first = Math.min(first, use(group));
      const exception = exceptions[first];
      if (exception === undefined) return finding;
      const until = exception.until === undefined ? {} : { until: exception.until };
      return { ...finding, accepted: { reason: exception.reason, ...until } };
    },
    diagnostics() {
      const diagnostics: Diagnostic[] = [];
      for (const [number, exception] of exceptions.entries()) {
        const fault = faults[number];
        const wrong = fault === undefined ? wrongNow(exception, matched.has(number)) : invalid(fault);
        if (wrong !== undefined)
          diagnostics.push({ ...wrong, file: exception.location.file, location: exception.location });
      }
      return diagnostics;
    },
  };

  function wrongNow(exception: Exception, isMatched: boolean): Diagnostic | undefined {
    const { check, until } = exception;
    if (!isMatched) {
      if (!ran.has(check)) return undefined;
      return {
        code: 'exception-unmatched',
        message: `the exception of ${check} matches no finding`,
        hint: 'remove it',
      };
    }
    if (!isExpired(exception, today)) return undefined;
    const message = `the exception of ${check} held until ${until}`;
    return { code: 'exception-expired', message, hint: 'mend the finding, or set a later date' };
  }
}

function invalid(message: string): Diagnostic {
  const hint = 'write: seawall:ignore CHECK reason until YYYY-MM-DD';
  return { code: 'exception-invalid', message, hint };
}

function isExpired(exception: Exception | undefined, today: string): boolean {
  return exception?.until !== undefined && exception.until < today;
}
