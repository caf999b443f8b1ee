import type { Fact } from './fact.ts';
import type { Location } from './location.ts';
import type { MessageData } from './message.ts';
import type { Severity } from './severity.ts';
import type { SubjectReference } from './subject.ts';

/** One reason of a failed verdict, as plain data: findings cross threads and processes, resources do not. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly inventory: string;
  readonly subject: SubjectReference;
  /** `container "api"`. */
  readonly part?: string;
  /** The name of the message in its check. */
  readonly messageId: string;
  /** The message without the part it is about. */
  readonly message: string;
  readonly data: MessageData;
  /** The location chain: the place to edit first, then what caused it. Empty if there is no file to open. */
  readonly locations: readonly Location[];
  /** The field path from the object's root. */
  readonly path: string;
  readonly fact: Fact;
  /** Stays the same when lines move. */
  readonly fingerprint: string;
  /** What the finding takes for granted that the input does not show. */
  readonly assuming: readonly string[];
  /** Set if an exception accepts the finding. */
  readonly accepted?: Acceptance;
}

/** Why a finding is accepted, and until when. */
export interface Acceptance {
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly until?: string;
  /** Who answers for it. */
  readonly owner?: string;
  /** True if the configuration accepts the finding, not the input itself. */
  readonly isConfigured?: true;
}

/** A finding's text on one line: `container "api" runs privileged`. */
export function findingText(finding: Pick<Finding, 'part' | 'message' | 'assuming'>): string {
  const text = finding.part === undefined ? finding.message : `${finding.part} ${finding.message}`;
  return finding.assuming.length === 0 ? text : `${text} (assuming ${finding.assuming.join(', ')})`;
}
