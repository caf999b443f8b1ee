import { asList, asObject, asString } from '../core/json.ts';
import type { TextDocument } from '../text/document.ts';
import { cell, childNodes, KEY_END, MERGE_KEY, resolveAlias } from '../text/positions.ts';
import type { TextSpan } from '../text/text-span.ts';
import { COLON, COMMENT, COMMENTS, endOfMatch, writtenSpan } from '../text/written-span.ts';

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
