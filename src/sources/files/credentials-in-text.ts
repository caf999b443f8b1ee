import type { Diagnostic } from '../../core/diagnostic.ts';
import { commentBlocks } from '../../text/comment-blocks.ts';
import { isInside, scalarSpans } from '../../text/comments.ts';
import type { Credential } from '../../text/credential/credential.ts';
import { findInText } from '../../text/credential/find-in-text.ts';
import type { TextProblem } from '../../text/document.ts';
import { cell, END, KEY_START } from '../../text/positions.ts';
import type { TextSpan } from '../../text/text-span.ts';
import { locationOf } from './origin.ts';
import type { SourceFile } from './source-file.ts';

/** A credential and what it stands in. */
interface PlacedCredential extends Credential {
  readonly where: string;
}

/** A stretch of a file that no object shows. */
interface UnreadStretch extends TextSpan {
  readonly where: string;
}

const MOST_PER_FILE = 100;

/**
 * The credentials of a file that no object shows, so that no check can find them: in comments, in documents that cannot be
 * read or, beside objects, are none (`others`), behind the end of a document, in values that a later one of the same key
 * replaces. A text that has none of these is not looked at.
 */
export function credentialDiagnostics(
  file: SourceFile,
  problems: readonly TextProblem[],
  others: readonly TextSpan[],
): Diagnostic[] {
  const unread = apart([
    ...others.map(({ start, end }) => ({ start, end, where: 'a document that is no Kubernetes object' })),
    ...unreadStretches(file, problems),
  ]);
  return [...inStretches(file.text, unread), ...inComments(file, unread)]
    .toSorted((left, right) => left.start - right.start)
    .slice(0, MOST_PER_FILE)
    .map((credential) => diagnosticOf(file, credential));
}

function diagnosticOf(file: SourceFile, { kind, start, end, where }: PlacedCredential): Diagnostic {
  return {
    code: 'credential-in-text',
    message: `a literal ${kind} of ${end - start} characters stands in ${where}, where no check looks`,
    hint: 'remove it, and change it where it was issued: it stays in the history of the file',
    file: file.shown,
    location: locationOf(file, start, end),
  };
}

/** The stretches in order, each without what lies in one before: values that are replaced may stand in one another. */
function apart(stretches: readonly UnreadStretch[]): UnreadStretch[] {
  const ordered: UnreadStretch[] = [];
  let end = 0;
  for (const stretch of stretches.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (stretch.end <= end) continue;
    ordered.push({ ...stretch, start: Math.max(stretch.start, end) });
    end = stretch.end;
  }
  return ordered;
}

function inStretches(text: string, stretches: readonly UnreadStretch[]): PlacedCredential[] {
  const found: PlacedCredential[] = [];
  for (const { start, end, where } of stretches) {
    for (const credential of findInText(text.slice(start, end))) {
      found.push({ kind: credential.kind, start: credential.start + start, end: credential.end + start, where });
    }
    if (found.length >= MOST_PER_FILE) break;
  }
  return found;
}

function unreadStretches(file: SourceFile, problems: readonly TextProblem[]): UnreadStretch[] {
  if (problems.length === 0) return [];
  const lost = file.lost.map(({ start, end }) => ({ start, end, where: 'a document that cannot be read' }));
  const behind = problems.flatMap(({ kind, offset }) => (kind === 'ignored-text' ? ignoredText(file, offset) : []));
  const replaced = problems.flatMap(({ earlierOffset }) => earlierOffset ?? []);
  return [...lost, ...behind, ...replacedEntries(file, new Set(replaced))];
}

function ignoredText({ documents }: SourceFile, start: number): UnreadStretch[] {
  const document = documents.find((each) => each.start <= start && start < each.end);
  return document === undefined ? [] : [{ start, end: document.end, where: 'text behind the end of its document' }];
}

/** The entries of mappings whose keys start at these offsets. */
function replacedEntries({ documents }: SourceFile, keyStarts: ReadonlySet<number>): UnreadStretch[] {
  if (keyStarts.size === 0) return [];
  const where = 'a value that a later one of the same key replaces';
  return documents.flatMap(({ positions }) => {
    const entries: UnreadStretch[] = [];
    for (let node = 0; node < positions.keys.length; node += 1) {
      const start = cell(positions, node, KEY_START);
      if (keyStarts.has(start)) entries.push({ start, end: cell(positions, node, END), where });
    }
    return entries;
  });
}

/** What stands in comments. Positions are looked up only where something that looks like a comment holds a credential. */
function inComments(file: SourceFile, unread: readonly UnreadStretch[]): PlacedCredential[] {
  const found: PlacedCredential[] = [];
  let scalars: readonly TextSpan[] | undefined;

  function isInComment(offset: number): boolean {
    scalars ??= file.documents.flatMap((document) => scalarSpans(file.text, document));
    return !isInside(scalars, offset) && !isInside(unread, offset);
  }

  for (const block of commentBlocks(file.text)) {
    for (const { kind, start, end } of findInText(block.text)) {
      const from = block.start + start;
      if (isInComment(from)) found.push({ kind, start: from, end: block.start + end, where: 'a comment' });
    }
    if (found.length >= MOST_PER_FILE) break;
  }
  return found;
}
