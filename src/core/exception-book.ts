import { createBroadCount } from './broad-count.ts';
import type { Check } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Exception, everyCheck, exceptionFault, isConfigured } from './exception.ts';
import { createExceptionIndex, type ExceptionGroup } from './exception-index.ts';
import type { Acceptance, Finding } from './finding.ts';

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
  /** The fingerprints of the findings that something accepted, or would have until it expired. */
  const seen = new Set<string>();
  const broad = createBroadCount();

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
      if (exceptions.length === 0) return finding;
      let first = Number.POSITIVE_INFINITY;
      for (const group of groupsOf(finding)) {
        first = Math.min(first, use(group));
        seen.add(finding.fingerprint);
      }
      const exception = exceptions[first];
      if (exception === undefined) return finding;
      if (exception.check === everyCheck) broad.add(exception);
      return { ...finding, accepted: acceptanceBy(exception) };
    },
    diagnostics() {
      const diagnostics: Diagnostic[] = [];
      for (const [number, exception] of exceptions.entries()) {
        const fault = faults[number];
        const wrong = fault === undefined ? wrongNow(exception, matched.has(number)) : invalid(exception, fault);
        if (wrong !== undefined)
          diagnostics.push({ ...wrong, file: exception.location.file, location: exception.location });
      }
      return [...diagnostics, ...broad.diagnostics()];
    },
  };

  function wrongNow(exception: Exception, isMatched: boolean): Diagnostic | undefined {
    if (!isMatched) {
      if (!couldMatch(exception, ran)) return undefined;
      return {
        code: 'exception-unmatched',
        message: `${nameOf(exception)} matches no finding`,
        hint: 'remove it',
      };
    }
    if (!isExpired(exception, today)) return staleFingerprints(exception, seen);
    const message = `${nameOf(exception)} held until ${exception.until}`;
    return { code: 'exception-expired', message, hint: 'mend the finding, or set a later date' };
  }
}

function acceptanceBy(exception: Exception): Acceptance {
  const { reason, until, owner } = exception;
  return {
    reason,
    ...(until !== undefined && { until }),
    ...(owner !== undefined && { owner }),
    ...(isConfigured(exception) && { isConfigured: true }),
  };
}

function nameOf({ check, scope }: Exception): string {
  if (check === everyCheck) return 'the exception of everything';
  return scope.of === 'fingerprints' ? 'the baseline' : `the exception of ${check}`;
}

/** Whether this scan could have made a finding that the exception matches. */
function couldMatch({ check, scope, peer }: Exception, ran: ReadonlySet<string>): boolean {
  // The other tool may need it.
  if (peer !== undefined) return false;
  if (scope.of === 'fingerprints') return !scope.isPartial;
  if (scope.of === 'findings') return !scope.isPartial && [...scope.checks].some((id) => ran.has(id));
  return ran.has(check);
}

/** Says how much of a baseline is of no use any more. */
function staleFingerprints({ scope }: Exception, seen: ReadonlySet<string>): Diagnostic | undefined {
  if (scope.of !== 'fingerprints' || scope.isPartial) return undefined;
  const stale = scope.fingerprints.filter((fingerprint) => !seen.has(fingerprint));
  if (stale.length === 0) return undefined;
  return {
    code: 'exception-unmatched',
    message: `${stale.length} of the ${scope.fingerprints.length} fingerprints of the baseline match no finding`,
    hint: `remove them: ${stale.slice(0, MOST_NAMED).join(', ')}${stale.length > MOST_NAMED ? ', …' : ''}`,
  };
}

const MOST_NAMED = 5;

function invalid({ peer }: Exception, message: string): Diagnostic {
  if (peer !== undefined) return { code: 'exception-invalid', message: `${message}, in the form of ${peer}` };
  const hint = 'write: seawall:ignore CHECK reason until YYYY-MM-DD';
  return { code: 'exception-invalid', message, hint };
}

function isExpired(exception: Exception | undefined, today: string): boolean {
  return exception?.until !== undefined && exception.until < today;
}
