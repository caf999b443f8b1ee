import type { Fix } from './check.ts';
import type { Gap } from './coverage.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { FoldedFinding } from './fold.ts';
import type { FrameworkResult } from './framework-results.ts';
import type { Location } from './location.ts';
import type { Missing } from './lookup.ts';
import type { Severity } from './severity.ts';
import type { SubjectReference } from './subject.ts';
import type { Counts } from './verdict.ts';

/** Everything a scan found out: what outputs write. It holds no resource and asks the engine nothing. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** The Kubernetes version judged for, such as `1.36`. */
  readonly targetVersion: string;
  /** The day of the scan, `YYYY-MM-DD`. */
  readonly today: string;
  /** The paths that were asked for. */
  readonly inputs: readonly string[];
  /** The checks that ran, by id. */
  readonly checks: ReadonlyMap<string, CheckSummary>;
  /** In reading order. */
  readonly subjects: readonly SubjectResult[];
  /** The findings to show, folded, in the order of their subjects and worst first in each. */
  readonly folded: readonly FoldedFinding[];
  readonly counts: Counts;
  /** Failed and not accepted verdicts by the severity of their worst finding. */
  readonly severities: Readonly<Record<Severity, number>>;
  /** 0 to 100; undefined if nothing was judged. */
  readonly score: number | undefined;
  /** Of the frameworks that were asked for. Verdicts are unfolded. */
  readonly frameworks: readonly FrameworkResult[];
  readonly coverage: CoverageSummary;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  /** Set if findings are shown from some severity on. Counts, severities and score are of all of them. */
  readonly leftOut?: LeftOut;
}

/** What a report does not show. */
export interface LeftOut {
  /** The least severity shown. */
  readonly least: Severity;
  /** Findings that are less bad, accepted ones included. */
  readonly findings: number;
}

/** What outputs say of a check. */
export interface CheckSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly fix: Pick<Fix, 'effect' | 'because'> | undefined;
  /** The controls that the check answers, as people write them: `CIS 5.2.2`. */
  readonly controls: readonly string[];
}

/** One subject with what the checks said of it. */
export interface SubjectResult {
  readonly inventory: string;
  /** `workload`, `role`, `namespace`. */
  readonly type: string;
  readonly reference: SubjectReference;
  /** Where it stands; undefined if there is no file to open. */
  readonly location: Location | undefined;
  readonly counts: Counts;
  /** Accepted ones included; worst first. */
  readonly findings: readonly Finding[];
  readonly unknowns: readonly UnknownVerdict[];
}

/** A verdict that the input does not settle. */
export interface UnknownVerdict {
  readonly check: string;
  readonly missing: readonly Missing[];
}

/** What the scan read, and what it did not judge. */
export interface CoverageSummary {
  readonly files: number;
  readonly objects: number;
  readonly workloads: number;
  /** Documents that are no Kubernetes object. */
  readonly otherDocuments: number;
  /** Objects of kinds that no check judges, by kind. */
  readonly notJudged: ReadonlyMap<string, number>;
  readonly gaps: readonly Gap[];
}

/** The lines of the sources, to quote from. Credentials are masked before a line leaves. */
export interface SourceTexts {
  /** A line without its break; undefined if the file was not read. */
  line(file: string, line: number): string | undefined;
}
