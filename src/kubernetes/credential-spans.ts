import { groupBy } from '../core/group-by.ts';
import { asList, asObject, asString } from '../core/json.ts';
import type { Credential } from '../text/credential/credential.ts';
import { credentialNameKind, suggestsCredential } from '../text/credential/credential-name.ts';
import { findCredentials, findFormatCredentials } from '../text/credential/find-credentials.ts';
import { findInArguments } from '../text/credential/find-in-arguments.ts';
import { withoutOwner } from '../text/credential/find-in-field.ts';
import type { TextDocument } from '../text/document.ts';
import { cell, childNodes, END, KEY_END, KEY_START, MERGE_KEY, resolveAlias, START } from '../text/positions.ts';
import type { TextSpan } from '../text/text-span.ts';
import { COMMENT, writtenSpan } from '../text/written-span.ts';
import { type Above, valueName } from './value-name.ts';

const MOST_VISITS = 1_000_000;
/** Shorter pieces of a credential stand by chance in many places. */
const SHORTEST_PIECE = 4;
/** Each is searched for: of a value with more of them nothing is shown. */
const MOST_PIECES = 200;
/** Words that tell one command from another. */
const MOST_WORDS = 8;

/**
 * Where a document holds credentials that its text alone does not show as such: behind escapes and folds, in values whose
 * name stands in another field or on another line, in the words of a command.
 */
export function credentialSpans(text: string, document: TextDocument): TextSpan[] {
  const { positions } = document;
  const spans: TextSpan[] = [];
  const seen = new Set<string>();
  let visits = 0;

  function visit(node: number, key: string | number | undefined, value: unknown, above: Above): void {
    visits += 1;
    const shown = resolveAlias(positions, node);
    if (visits > MOST_VISITS || (shown !== node && isSeen(shown, key, value, above))) return;
    const name = valueName(key, above);
    if (typeof key === 'string') visitKey(node, key);
    if (typeof value === 'string') visitText(shown, name, value);
    else if (key === 'command') visitWords(shown, [], asList(value));
    else if (key === 'args') visitWords(shown, commandOf(above.value), asList(value));
    // Of a list that is merged the entries have no value, and yet what is below them.
    if (value !== undefined && (typeof value !== 'object' || value === null)) return;
    for (const child of childNodes(positions, shown)) {
      const childKey = positions.keys[child];
      if (childKey === MERGE_KEY) for (const merged of mergedMappings(child)) visit(merged, key, value, above);
      else if (childKey !== undefined) visit(child, childKey, Reflect.get(Object(value), childKey), { name, value });
    }
  }

  /** The mappings that a merge key brings in. */
  function mergedMappings(merge: number): readonly number[] {
    const children = [...childNodes(positions, merge)];
    return children.some((child) => typeof positions.keys[child] === 'number') ? children : [merge];
  }

  /** An anchor is looked at once for each name that its aliases give it, and each command beside it. */
  function isSeen(anchor: number, key: string | number | undefined, value: unknown, above: Above): boolean {
    const commands = [commandOf(value), commandOf(above.value)].map((words) => words.slice(0, MOST_WORDS).join(' '));
    const place = [anchor, key ?? '', ...commands].join('\n');
    const wasSeen = seen.has(place);
    seen.add(place);
    return wasSeen;
  }

  /** A key that is a credential, and is written in another way than it reads. */
  function visitKey(node: number, key: string): void {
    const start = cell(positions, node, KEY_START);
    const end = cell(positions, node, KEY_END);
    if (start === -1 || text.slice(start, end).includes(key)) return;
    if (findFormatCredentials(key).length > 0) spans.push({ start, end });
  }

  function visitText(node: number, name: string, value: string): void {
    const start = cell(positions, node, START);
    const written = start === -1 ? '' : text.slice(start, cell(positions, node, END));
    const isAsWritten = written.includes(value);
    const names = namesOf(name);
    if (isAsWritten && !names.some(mayNameCredential)) return;
    const credentials = names.flatMap((each) => findCredentials(value, each));
    // Behind escapes and folds the place that is found may not be the only one.
    const isLiteral = written.startsWith('|');
    const found = isAsWritten || isLiteral ? piecesIn(written, piecesOf(value, credentials)) : undefined;
    if (found !== undefined) {
      for (const piece of found) {
        spans.push({ start: start + piece.start, end: start + piece.end });
        // What ends a credential in a script is for its shell to say. Apart, as copies are looked for of what is found.
        const end = isLiteral ? lineEnd(written, piece.end) : piece.end;
        if (end > piece.end) spans.push({ start: start + piece.end, end: start + end });
      }
    } else if (credentials.length > 0) spans.push(writtenSpan(text, positions, node, COMMENT));
  }

  /** The words of a list, behind those of the command that they are arguments of. */
  function visitWords(list: number, before: readonly string[], words: readonly unknown[]): void {
    const texts = [...before, ...words.map((word) => asString(word) ?? '')];
    const nodes = [...childNodes(positions, list)];
    for (const [word, credentials] of groupBy(findInArguments(texts), ({ word: index }) => index)) {
      const node = nodes[word - before.length];
      if (node !== undefined) hideWord(resolveAlias(positions, node), texts[word] ?? '', credentials, texts[word - 1]);
    }
  }

  /**
   * Hides a word with the comment that may once have been its end. A script is shown up to its first credential: what ends
   * one is for its shell to say.
   */
  function hideWord(node: number, word: string, credentials: readonly Credential[], option = ''): void {
    const start = cell(positions, node, START);
    const end = cell(positions, node, END);
    const isScript = text.charAt(start) === '|' && !mayNameCredential(option);
    const found = isScript ? piecesIn(text.slice(start, end), piecesOf(word, credentials)) : undefined;
    if (found === undefined) {
      spans.push(writtenSpan(text, positions, node, COMMENT));
      return;
    }
    for (const piece of found) spans.push({ start: start + piece.start, end: start + piece.end });
    spans.push({ start: start + found.reduce((first, piece) => Math.min(first, piece.start), end - start), end });
  }

  visit(0, undefined, document.value, { name: '', value: undefined });
  return visits > MOST_VISITS ? [{ start: document.start, end: document.end }] : spans;
}

/** A name, and that of an annotation without its owner: what either tells is hidden. */
function namesOf(name: string): readonly string[] {
  const own = withoutOwner(name);
  return own === name ? [name] : [name, own];
}

function mayNameCredential(name: string): boolean {
  return credentialNameKind(name) !== undefined || suggestsCredential(name);
}

/** The words of the command of a container. */
function commandOf(value: unknown): readonly string[] {
  return asList(asObject(value)['command']).map((word) => asString(word) ?? '');
}

/** The lines of the credentials of a value, without what indents them. */
function piecesOf(value: string, credentials: readonly Credential[]): ReadonlySet<string> {
  const lines = credentials.flatMap(({ start, end }) => value.slice(start, end).split('\n'));
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== ''));
}

/** Where the line of an offset ends, with those that it goes on in. */
function lineEnd(written: string, from: number): number {
  let end = written.indexOf('\n', from);
  while (end > 0 && written.charAt(end - 1) === '\\') end = written.indexOf('\n', end + 1);
  return end === -1 ? written.length : end;
}

/** Every place of the pieces in what is written; undefined if one is written in another way, or too short or many to tell. */
function piecesIn(written: string, pieces: ReadonlySet<string>): readonly TextSpan[] | undefined {
  if (pieces.size > MOST_PIECES) return undefined;
  const found: TextSpan[] = [];
  for (const piece of pieces) {
    if (piece.length < SHORTEST_PIECE || !written.includes(piece)) return undefined;
    for (let start = written.indexOf(piece); start !== -1; start = written.indexOf(piece, start + piece.length)) {
      found.push({ start, end: start + piece.length });
    }
  }
  return found;
}
