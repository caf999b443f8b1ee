import type { Check } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { accepts, type Exception, exceptionFault } from './exception.ts';
import type { Finding } from './finding.ts';
import { groupBy } from './group-by.ts';

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
  const faulty = new Map<Exception, string>();
  for (const exception of exceptions) {
    const fault = exceptionFault(exception, settings.isCheck);
    if (fault !== undefined) faulty.set(exception, fault);
  }
  const usable = groupBy(
    exceptions.filter((exception) => !faulty.has(exception)),
    (exception) => exception.check,
  );
  const matched = new Set<Exception>();

  return {
    accept(finding) {
      let accepted: Finding = finding;
      for (const exception of usable.get(finding.check) ?? []) {
        if (!accepts(exception, finding)) continue;
        matched.add(exception);
        if (isExpired(exception, today) || accepted.accepted !== undefined) continue;
        const until = exception.until === undefined ? {} : { until: exception.until };
        accepted = { ...finding, accepted: { reason: exception.reason, ...until } };
      }
      return accepted;
    },
    diagnostics() {
      const diagnostics: Diagnostic[] = [];
      for (const exception of exceptions) {
        const fault = faulty.get(exception);
        const wrong = fault === undefined ? wrongNow(exception) : invalid(fault);
        if (wrong !== undefined)
          diagnostics.push({ ...wrong, file: exception.location.file, location: exception.location });
      }
      return diagnostics;
    },
  };

  function wrongNow(exception: Exception): Diagnostic | undefined {
    const { check, until } = exception;
    if (!matched.has(exception)) {
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

function isExpired(exception: Exception, today: string): boolean {
  return exception.until !== undefined && exception.until < today;
}
