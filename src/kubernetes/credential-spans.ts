import { asList, asObject, asString } from '../core/json.ts';
import { remembered } from '../core/remembered.ts';
import { credentialNameKind, suggestsCredential } from '../text/credential/credential-name.ts';
import { findCredentials, findFormatCredentials } from '../text/credential/find-credentials.ts';
import { findInArguments } from '../text/credential/find-in-arguments.ts';
import { withoutOwner } from '../text/credential/find-in-field.ts';
import type { TextDocument } from '../text/document.ts';
import { cell, childNodes, END, KEY_END, KEY_START, resolveAlias, START } from '../text/positions.ts';
import type { TextSpan } from '../text/text-span.ts';
import { COMMENT, writtenSpan } from '../text/written-span.ts';
import { type Above, valueName } from './value-name.ts';

const MOST_VISITS = 1_000_000;
/** Shorter pieces of a credential stand by chance in many places. */
const SHORTEST_PIECE = 4;

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
    if (visits > MOST_VISITS || (shown !== node && isSeen(shown, key))) return;
    const name = valueName(key, above);
    if (typeof key === 'string') visitKey(node, key);
    if (typeof value === 'string') visitText(shown, name, value);
    else if (key === 'command') visitWords(shown, [], asList(value));
    else if (key === 'args') visitWords(shown, asList(asObject(above.value)['command']), asList(value));
    // What is merged has no value here, and yet what is below it.
    if (value !== undefined && (typeof value !== 'object' || value === null)) return;
    for (const child of childNodes(positions, shown)) {
      const childKey = positions.keys[child];
      if (childKey !== undefined) visit(child, childKey, Reflect.get(Object(value), childKey), { name, value });
    }
  }

  /** An anchor is looked at once for each name that its aliases give it. */
  function isSeen(anchor: number, key: string | number | undefined): boolean {
    const place = `${anchor} ${key ?? ''}`;
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
    const names = namesOf(name);
    if (!names.some(mayNameCredential) && written.includes(value)) return;
    for (const { start: from, end } of names.flatMap((each) => findCredentials(value, each)))
      hide(node, value.slice(from, end));
  }

  /** Hides a part of a value wherever that is written; all of the value if it is written in another way. */
  function hide(node: number, part: string): void {
    const { start, end } = { start: cell(positions, node, START), end: cell(positions, node, END) };
    const pieces = part.split('\n').map((piece) => piece.trim());
    const found = piecesIn(
      start === -1 ? '' : text.slice(start, end),
      pieces.filter((piece) => piece !== ''),
    );
    if (found === undefined) spans.push(writtenSpan(text, positions, node, COMMENT));
    else for (const piece of found) spans.push({ start: start + piece.start, end: start + piece.end });
  }

  /** The words of a list, behind those of the command that they are arguments of. */
  function visitWords(list: number, before: readonly unknown[], words: readonly unknown[]): void {
    const texts = [...before, ...words].map((word) => asString(word) ?? '');
    const nodes = [...childNodes(positions, list)];
    for (const { word, start, end } of findInArguments(texts)) {
      const node = nodes[word - before.length];
      const written = texts[word] ?? '';
      if (node === undefined) continue;
      // Of a script only the credential is hidden; a word is hidden with the comment that may once have been its end.
      if (written.includes('\n')) hide(resolveAlias(positions, node), written.slice(start, end));
      else spans.push(writtenSpan(text, positions, resolveAlias(positions, node), COMMENT));
    }
  }

  visit(0, undefined, document.value, { name: '', value: undefined });
  return visits > MOST_VISITS ? [{ start: document.start, end: document.end }] : spans;
}

/** A name, and that of an annotation without its owner: what either tells is hidden. */
function namesOf(name: string): readonly string[] {
  const own = withoutOwner(name);
  return own === name ? [name] : [name, own];
}

/** Documents have few names, each many times. */
const mayNameCredential = remembered((name) => credentialNameKind(name) !== undefined || suggestsCredential(name));

/** Every place of the pieces in what is written; undefined if one is written in another way, or too short to tell. */
function piecesIn(written: string, pieces: readonly string[]): TextSpan[] | undefined {
  const found: TextSpan[] = [];
  for (const piece of pieces) {
    if (piece.length < SHORTEST_PIECE || !written.includes(piece)) return undefined;
    for (let start = written.indexOf(piece); start !== -1; start = written.indexOf(piece, start + piece.length)) {
      found.push({ start, end: start + piece.length });
    }
  }
  return found;
}
