import { asList, asObject, asString, isObject } from '../../core/json.ts';
import type { Report } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { neutralise } from '../../outputs/neutralise.ts';
import { findPath, type TextDocument } from '../../text/document.ts';
import { applyEdits } from '../../text/edit.ts';
import { NotEditable } from '../../text/not-editable.ts';
import { appendEdit, removeEdit } from '../../text/yaml/edit.ts';
import { readYaml } from '../../text/yaml/read.ts';
import { UsageError } from '../command.ts';

/** Today's findings as one exception by their fingerprints. */
export interface Baseline {
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly until: string;
  /** What each finding is about, by its fingerprint. */
  readonly findings: ReadonlyMap<string, string>;
}

/** What the reason of a baseline starts with, by which it is found again. */
const REASON_START = 'recorded by seawall init --baseline';

/** The findings of a report that nothing accepts, as a baseline that holds until a day. */
export function baselineOf(report: Report, until: string): Baseline {
  const findings = new Map<string, string>();
  for (const { findings: ofSubject } of report.subjects) {
    for (const { accepted, fingerprint, severity, check, subject } of ofSubject) {
      if (accepted === undefined) findings.set(fingerprint, `${severity} ${check} ${resourceTitle(subject)}`);
    }
  }
  return { reason: `${REASON_START} on ${report.today}`, until, findings };
}

/** True if a configuration holds a recorded baseline. */
export function holdsBaseline(text: string): boolean {
  return baselineIndex(documentOf(text)) !== -1;
}

/**
 * The text of a configuration without the baselines that it holds.
 * @throws UsageError if they cannot be taken out by themselves.
 */
export function withoutBaselines(text: string): string {
  const document = documentOf(text);
  const index = baselineIndex(document);
  if (document === undefined || index === -1) return text;
  return withoutBaselines(edited(text, () => removeEdit(text, document, ['exceptions', index])));
}

/**
 * The text of a configuration with a baseline as its last exception; every other byte stays.
 * @throws UsageError if it cannot be added.
 */
export function withBaseline(text: string, { reason, until, findings }: Baseline): string {
  const document = documentOf(text);
  const entry = { reason, until, fingerprints: [...findings.keys()] };
  const added =
    document === undefined || isOpenEnded(text, document)
      ? joined(text, entry)
      : edited(text, () => appendEdit(text, document, ['exceptions'], entry));
  return added.replace(FINGERPRINT_LINE, (line, fingerprint: string) => {
    const title = findings.get(fingerprint);
    return title === undefined ? line : `${line} # ${neutralise(title)}`;
  });
}

const FINGERPRINT_LINE = /^ *- ["']?([0-9a-f]{16})["']?$/gm;

/** True if a key can be written below the last line: the mapping has no brackets, and no exceptions yet. */
function isOpenEnded(text: string, document: TextDocument): boolean {
  if (!isObject(document.value) || Object.hasOwn(document.value, 'exceptions')) return false;
  const start = findPath(document, []).start;
  const { documents, problems } = readYaml(`${text}\nexceptions: []\n`);
  return text[start] !== '{' && documents.length === 1 && problems.length === 0;
}

/** Behind the comments that may end a text. */
function joined(text: string, entry: object): string {
  const start = `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}exceptions: []\n`;
  const document = documentOf(start);
  return document === undefined ? start : edited(start, () => appendEdit(start, document, ['exceptions'], entry));
}

function documentOf(text: string): TextDocument | undefined {
  return readYaml(text).documents[0];
}

function baselineIndex(document: TextDocument | undefined): number {
  return asList(asObject(document?.value)['exceptions']).findIndex((exception) =>
    asString(asObject(exception)['reason'])?.startsWith(REASON_START),
  );
}

function edited(text: string, edits: () => Parameters<typeof applyEdits>[1]): string {
  try {
    return applyEdits(text, edits());
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    throw new UsageError(
      `the exceptions of the configuration cannot be edited: ${error.message}`,
      'write them as a list',
    );
  }
}
