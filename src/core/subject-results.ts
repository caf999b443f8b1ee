import type { Diagnostic } from './diagnostic.ts';
import type { JudgedSubject, Outcome } from './engine.ts';
import type { ExceptionBook } from './exception-book.ts';
import type { Finding } from './finding.ts';
import { addToGroup } from './group-by.ts';
import type { Inventory } from './inventory.ts';
import type { Location } from './location.ts';
import type { makeFindings } from './make-findings.ts';
import type { SubjectResult, UnknownVerdict } from './report.ts';
import { type Resource, resourceTitle } from './resource.ts';
import { severityRank } from './severity.ts';
import type { Judged, SubjectReference } from './subject.ts';
import type { Counts } from './verdict.ts';

/** The name of the subject under which any object may be judged; a more telling one goes before it. */
const PLAIN = 'object';

/** What the results of an inventory are made with. */
export interface ResultSetting {
  readonly book: ExceptionBook;
  readonly makeFindings: typeof makeFindings;
  /** Told of checks that failed themselves. */
  readonly diagnostics: Diagnostic[];
}

/** What one judgement adds to the result of its subject. */
export interface ResultShare {
  /** Where the subject stands among all, in the order in which they were judged first. */
  readonly place: number;
  readonly findings: readonly Finding[];
  readonly unknowns: readonly UnknownVerdict[];
}

/** The results of the subjects of one inventory, while they grow. */
export interface SubjectResults {
  add(judged: JudgedSubject): ResultShare;
  /** The results in reading order, and where each place went. */
  finish(): { readonly results: SubjectResult[]; readonly places: readonly number[] };
}

/**
 * What all checks said of one thing. Checks see it through different subjects, a Deployment as a workload and as an object;
 * for who reads the report it is one.
 */
interface Draft {
  readonly place: number;
  /** Where its resource stands among those of the inventory. */
  readonly rank: number;
  type: string;
  readonly reference: SubjectReference;
  readonly location: Location | undefined;
  readonly counts: { -readonly [Count in keyof Counts]: number };
  readonly findings: Finding[];
  readonly unknowns: UnknownVerdict[];
}

/** No result yet. */
export function createSubjectResults(inventory: Inventory, setting: ResultSetting): SubjectResults {
  const ranks = new Map(inventory.resources.map((resource, index) => [resource, index]));
  const drafts: Draft[] = [];
  /** What the views of a resource show: mostly one thing. */
  const draftsOf = new Map<Resource, Draft[]>();

  function draftFor(view: Judged, type: string): Draft {
    const { resource } = view.anchor;
    const known = draftsOf.get(resource)?.find(({ reference }) => isSameReference(reference, view.reference));
    if (known !== undefined) return known;
    const draft = draftOf(view, type, { place: drafts.length, rank: ranks.get(resource) ?? 0 });
    drafts.push(draft);
    addToGroup(draftsOf, resource, draft);
    return draft;
  }

  return {
    add(judged) {
      const { subject, view, outcomes, passed, notApplicable } = judged;
      const draft = draftFor(view, subject.name);
      if (draft.type === PLAIN) draft.type = subject.name;
      draft.counts.judged += outcomes.length + passed.length + notApplicable.length;
      draft.counts.passed += passed.length;
      draft.counts.notApplicable += notApplicable.length;
      if (outcomes.length === 0) return { place: draft.place, findings: [], unknowns: [] };
      const share = shareOf(judged, draft.counts);
      for (const finding of share.findings) draft.findings.push(finding);
      for (const unknown of share.unknowns) draft.unknowns.push(unknown);
      return { place: draft.place, ...share };
    },
    finish() {
      const places: number[] = [];
      const results = drafts
        .toSorted((left, right) => left.rank - right.rank)
        .map((draft, index) => {
          places[draft.place] = index;
          return resultOf(draft, inventory);
        });
      return { results, places };
    },
  };

  function shareOf(judged: JudgedSubject, counts: Draft['counts']): Omit<ResultShare, 'place'> {
    const findings: Finding[] = [];
    const unknowns: UnknownVerdict[] = [];
    for (const outcome of judged.outcomes) {
      if (outcome.crash !== undefined) setting.diagnostics.push(crashOf(outcome, judged));
      if (outcome.verdict === 'unknown') {
        counts.unknown += 1;
        unknowns.push({ check: outcome.check.id, missing: outcome.missing });
        continue;
      }
      const made = setting.makeFindings(outcome, judged.view, inventory).map((finding) => setting.book.accept(finding));
      for (const finding of made) findings.push(finding);
      if (made.every(({ accepted }) => accepted !== undefined)) counts.accepted += 1;
      else counts.failed += 1;
    }
    return { findings, unknowns };
  }
}

function draftOf({ anchor, reference }: Judged, type: string, at: Pick<Draft, 'place' | 'rank'>): Draft {
  return {
    ...at,
    type,
    reference: { kind: reference.kind, namespace: reference.namespace, name: reference.name },
    location: anchor.resource.origin.locate(anchor.path)[0],
    counts: { judged: 0, failed: 0, accepted: 0, unknown: 0, passed: 0, notApplicable: 0 },
    findings: [],
    unknowns: [],
  };
}

function resultOf(
  { type, reference, location, counts, findings, unknowns }: Draft,
  inventory: Inventory,
): SubjectResult {
  findings.sort((left, right) => severityRank(left.severity) - severityRank(right.severity));
  return { inventory: inventory.id, type, reference, location, counts, findings, unknowns };
}

function isSameReference(left: SubjectReference, right: SubjectReference): boolean {
  return left.kind === right.kind && left.namespace === right.namespace && left.name === right.name;
}

function crashOf(outcome: Outcome, judged: JudgedSubject): Diagnostic {
  const { anchor, reference } = judged.view;
  const location = anchor.resource.origin.locate(anchor.path)[0];
  return {
    code: 'check-crashed',
    message: `${outcome.check.id} failed on ${resourceTitle(reference)}: ${outcome.crash ?? ''}`,
    hint: 'please report it with the object',
    ...(location && { file: location.file, location }),
  };
}
