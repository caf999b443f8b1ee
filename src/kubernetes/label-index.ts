import { addToGroup } from '../core/group-by.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import { GIVEN_LATER } from './given-label.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';

/** Something that carries labels. */
export interface Labelled<Item> {
  readonly item: Item;
  readonly labels: ReadonlyMap<string, string>;
}

/** Things by their labels: a selector that asks for an equal label is not compared with all of them. */
export interface LabelIndex<Item> {
  /** What a LabelSelector (meta/v1) selects: everything if it is empty, nothing if it is absent. */
  select(selector: unknown): Item[];
}

/** `mayHave` tells of labels that a thing will be given, besides those it carries now. */
export function createLabelIndex<Item>(
  entries: readonly Labelled<Item>[],
  mayHave: (item: Item, key: string, value: string) => boolean = () => false,
): LabelIndex<Item> {
  const byPair = new Map<string, Labelled<Item>[]>();
  for (const entry of entries) {
    for (const [key, value] of entry.labels) addToGroup(byPair, `${key}\n${value}`, entry);
  }

  function candidates(pairs: ReadonlyMap<string, string>, expressions: readonly unknown[]): readonly Labelled<Item>[] {
    let fewest = entries;
    for (const [key, value] of pairs) {
      // A label that is given later stands in no index.
      if (GIVEN_LATER.has(key)) continue;
      const found = byPair.get(`${key}\n${value}`) ?? [];
      if (found.length < fewest.length) fewest = found;
    }
    if (pairs.size > 0) return fewest;
    for (const expression of expressions) {
      const { operator, key, values } = asObject(expression);
      if (operator !== 'In') continue;
      const found = [...new Set(asList(values))].flatMap(
        (value) => byPair.get(`${String(key)}\n${String(value)}`) ?? [],
      );
      if (found.length < fewest.length) fewest = found;
    }
    return fewest;
  }

  return {
    select(selector) {
      if (!isObject(selector)) return [];
      const pairs = textMap(selector['matchLabels']);
      const expressions = asList(selector['matchExpressions']);
      const rest = { matchExpressions: expressions };
      return candidates(pairs, expressions)
        .filter(({ item, labels }) => {
          for (const [key, value] of pairs) {
            if (labels.get(key) !== value && !mayHave(item, key, value)) return false;
          }
          return expressions.length === 0 || labelSelectorMatches(rest, labels);
        })
        .map(({ item }) => item);
    },
  };
}

/** A mapping of labels, such as the selector of a Service, as a LabelSelector; undefined where it asks for nothing. */
export function selectorOfMap(map: unknown): JsonObject | undefined {
  const labels = asObject(map);
  return Object.keys(labels).length === 0 ? undefined : { matchLabels: labels };
}

/** True for a selector that asks for nothing and so selects everything. */
export function isEmptySelector(selector: unknown): boolean {
  if (!isObject(selector)) return false;
  return (
    Object.keys(asObject(selector['matchLabels'])).length === 0 && asList(selector['matchExpressions']).length === 0
  );
}

/** The text of a selector's requirement, for messages: `app=web`. */
export function selectorText(selector: unknown): string {
  const parts: string[] = [];
  for (const [key, value] of textMap(asObject(selector)['matchLabels'])) parts.push(`${key}=${value}`);
  for (const entry of asList(asObject(selector)['matchExpressions'])) {
    const { key, operator, values } = asObject(entry);
    const listed = asList(values).map((value) => asString(value) ?? '');
    parts.push(
      `${asString(key) ?? ''} ${asString(operator) ?? ''}${listed.length === 0 ? '' : ` (${listed.join(', ')})`}`,
    );
  }
  return parts.join(', ');
}
