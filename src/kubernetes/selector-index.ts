import { addToGroup } from '../core/group-by.ts';
import { asObject, type JsonObject } from '../core/json.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';

/** Items that select labels, laid out so that few of them must be tried. */
export interface SelectorIndex<Item> {
  /** True if nothing selects anything: then labels need not be read. */
  readonly isEmpty: boolean;
  /**
   * The items that select the labels.
   * @throws UnknownValueRead behind the last of them, if there is an item whose selector is not known.
   */
  matching(labels: ReadonlyMap<string, string>): Iterable<Item>;
}

interface Entry<Item> {
  readonly item: Item;
  readonly selector: JsonObject;
}

/** Indexes items by the rarest label that their selector asks for. An item without a selector selects nothing. */
export function createSelectorIndex<Item>(
  items: Iterable<Item>,
  selectorOf: (item: Item) => JsonObject | undefined,
): SelectorIndex<Item> {
  const entries: Entry<Item>[] = [];
  const uses = new Map<string, number>();
  let unclear: UnknownValueRead | undefined;
  for (const item of items) {
    try {
      const selector = selectorOf(item);
      if (selector === undefined) continue;
      for (const pair of pairsOf(selector)) uses.set(pair, (uses.get(pair) ?? 0) + 1);
      entries.push({ item, selector });
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear ??= error;
    }
  }
  const byPair = new Map<string | undefined, Entry<Item>[]>();
  for (const entry of entries) addToGroup(byPair, rarest(pairsOf(entry.selector), uses), entry);

  return {
    isEmpty: entries.length === 0 && unclear === undefined,
    matching(labels) {
      const found: Item[] = [];
      addMatching(byPair.get(undefined), labels, found);
      for (const pair of pairs(labels)) addMatching(byPair.get(pair), labels, found);
      return unclear === undefined ? found : thenThrow(found, unclear);
    },
  };
}

function addMatching<Item>(
  entries: readonly Entry<Item>[] | undefined,
  labels: ReadonlyMap<string, string>,
  found: Item[],
): void {
  if (entries === undefined) return;
  for (const { item, selector } of entries) if (labelSelectorMatches(selector, labels)) found.push(item);
}

function* thenThrow<Item>(items: readonly Item[], error: Error): Iterable<Item> {
  yield* items;
  throw error;
}

function pairsOf(selector: JsonObject): readonly string[] {
  return pairs(textMap(asObject(selector['matchLabels'])));
}

const written = new WeakMap<ReadonlyMap<string, string>, readonly string[]>();

/** Each label as one text; made once, as many look-ups ask with the same labels. */
function pairs(labels: ReadonlyMap<string, string>): readonly string[] {
  const known = written.get(labels) ?? [...labels].map(([key, value]) => `${key}=${value}`);
  written.set(labels, known);
  return known;
}

function rarest(candidates: readonly string[], uses: ReadonlyMap<string, number>): string | undefined {
  let found: string | undefined;
  for (const pair of candidates) {
    if (found === undefined || (uses.get(pair) ?? 0) < (uses.get(found) ?? 0)) found = pair;
  }
  return found;
}
