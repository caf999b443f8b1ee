import { asObject } from '../core/json.ts';
import type { TextDocument } from '../text/document.ts';
import { cell, childNodes, END, MERGE_KEY, resolveAlias, START } from '../text/positions.ts';

/** Offsets of text that a report must not show. */
export interface SensitiveSpan {
  readonly start: number;
  readonly end: number;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const MOST_VISITS = 1_000_000;

type Key = string | number | undefined;

/**
 * Where a document keeps what must not be shown: the data of Secrets, every literal `env[].value`, and the annotation in
 * which kubectl keeps a copy of the object. Overridden duplicates, merged and aliased text count too. It hides too much
 * rather than too little: in a document that names a Secret anywhere, every `data` and `stringData`.
 */
export function sensitiveSpans(text: string, document: TextDocument): SensitiveSpan[] {
  const { positions } = document;
  const namesSecret =
    text.slice(document.start, document.end).includes('Secret') || asObject(document.value)['kind'] === 'Secret';
  const spans: SensitiveSpan[] = [];
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
    if (isSecretData || isEnvironment || key === LAST_APPLIED) hide(node);
    else visitChildren(node, key, parent);
  }

  /** Hides every scalar of a value, so that keys stay readable. */
  function hide(node: number): void {
    visits += 1;
    const shown = resolveAlias(positions, node);
    const children = [...childNodes(positions, shown)];
    if (children.length === 0 || visits > MOST_VISITS) {
      const start = cell(positions, shown, START);
      if (start !== -1) spans.push({ start, end: cell(positions, shown, END) });
      return;
    }
    for (const child of children) hide(child);
  }

  visitChildren(0, undefined, undefined);
  return visits > MOST_VISITS ? [{ start: document.start, end: document.end }] : spans;
}
