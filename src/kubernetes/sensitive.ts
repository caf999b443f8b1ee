import { asList, asObject, asString } from '../core/json.ts';
import type { TextDocument } from '../text/document.ts';
import {
  cell,
  childNodes,
  END,
  KEY_END,
  KEY_START,
  MERGE_KEY,
  type Positions,
  resolveAlias,
  START,
} from '../text/positions.ts';
import type { TextSpan } from '../text/text-span.ts';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const MOST_VISITS = 1_000_000;
const DEEPEST_LIST = 4;

type Key = string | number | undefined;

/**
 * Where a document keeps what must not be shown: the data of Secrets, every literal `env[].value`, and the annotation in
 * which kubectl keeps a copy of the object. Overridden duplicates, merged and aliased text count too. It hides too much
 * rather than too little: in a document that names a Secret anywhere, every `data` and `stringData`.
 */
export function sensitiveSpans(text: string, document: TextDocument): TextSpan[] {
  const { positions } = document;
  const namesSecret =
    text.slice(document.start, document.end).includes('Secret') || isSecret(document.value, DEEPEST_LIST);
  const spans: TextSpan[] = [];
  const hidden = new Set<number>();
  let visits = 0;

  function visitChildren(node: number, key: Key, parent: Key): void {
    visits += 1;
    if (visits > MOST_VISITS) return;
    for (const child of childNodes(positions, node)) {
      const childKey = positions.keys[child];
      if (childKey === MERGE_KEY) visitMerged(child, key, parent);
      else visit(child, childKey, key, parent);
    }
  }

  /** What a merge key brings in stands in the mapping that merges it. */
  function visitMerged(node: number, key: Key, parent: Key): void {
    visitChildren(node, key, parent);
    for (const source of childNodes(positions, node)) {
      if (typeof positions.keys[source] === 'number') visitChildren(source, key, parent);
    }
  }

  function visit(node: number, key: Key, parent: Key, grandparent: Key): void {
    const isSecretData = namesSecret && (key === 'data' || key === 'stringData');
    const isEnvironment = key === 'value' && typeof parent === 'number' && grandparent === 'env';
    if (isSecretData) hide(node, COMMENTS);
    else if (isEnvironment || key === LAST_APPLIED) hide(node, COMMENT);
    else visitChildren(node, key, parent);
  }

  /** Hides every scalar of a value, so that keys stay readable, with the comments that the pattern finds. */
  function hide(node: number, comments: RegExp): void {
    visits += 1;
    const shown = resolveAlias(positions, node);
    if (hidden.has(shown)) return;
    hidden.add(shown);
    const children = [...childNodes(positions, shown)];
    if (children.length === 0 || visits > MOST_VISITS) {
      spans.push(writtenSpan(text, positions, shown, comments));
      return;
    }
    const keyEnd = cell(positions, shown, KEY_END);
    if (keyEnd !== -1) {
      const start = endOfMatch(COLON, text, keyEnd);
      spans.push({ start, end: endOfMatch(comments, text, start) });
    }
    for (const child of children) hide(child, comments);
  }

  visitChildren(0, undefined, undefined);
  return visits > MOST_VISITS ? [{ start: document.start, end: document.end }] : spans;
}

/** True for a Secret and a list with one: a kind may be written in escapes, so that the text does not name it. */
function isSecret(value: unknown, depth: number): boolean {
  const { kind, items } = asObject(value);
  if (asString(kind)?.startsWith('Secret')) return true;
  return depth > 0 && asList(items).some((item) => isSecret(item, depth - 1));
}

const COLON = /\s*:/y;
/** The comment behind a value, and that with those on the lines below: a Secret's may hold what was once its data. */
const COMMENT = /[ \t,}\]]*[ \t]#[^\r\n]*/y;
const COMMENTS = /(?:[\s,}\]]*\s#[^\r\n]*)+/y;
const REST_OF_LINE = /[^\r\n]*/y;

/**
 * All that may say what a value is: the value itself, what stands between it and its key (an unquoted `!` or `&` makes its
 * start a tag or an anchor, even all of it) and the comment behind it.
 */
function writtenSpan(text: string, positions: Positions, node: number, comments: RegExp): TextSpan {
  const keyEnd = cell(positions, node, KEY_END);
  const valueStart = cell(positions, node, START);
  // An empty list entry is nowhere.
  if (keyEnd === -1 && valueStart === -1) return { start: 0, end: 0 };
  const start = keyEnd === -1 ? valueStart : endOfMatch(COLON, text, keyEnd);
  if (valueStart !== -1) return { start, end: endOfMatch(comments, text, cell(positions, node, END)) };
  const nextKey = cell(positions, node + 1, KEY_START);
  const end = endOfMatch(REST_OF_LINE, text, start);
  return { start, end: nextKey > start ? Math.min(nextKey, end) : end };
}

/** Where the match of a sticky pattern ends, or the offset itself where nothing matches. */
function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
