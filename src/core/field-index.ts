import { addToGroup } from './group-by.ts';

/** Items by the named field that they are about, to find those that overlap with a field without looking at all. */
export interface FieldIndex<Item> {
  /** The items on this field, on one inside of it, or on one that it lies inside of. */
  overlapping(field: string): Iterable<Item>;
}

/** Indexes each item under its field and under every field that holds it. */
export function createFieldIndex<Item>(items: Iterable<Item>, fieldOf: (item: Item) => string): FieldIndex<Item> {
  const exact = new Map<string, Item[]>();
  const inside = new Map<string, Item[]>();
  for (const item of items) {
    const field = fieldOf(item);
    addToGroup(exact, field, item);
    for (const outer of outerFields(field)) addToGroup(inside, outer, item);
  }
  return {
    *overlapping(field) {
      yield* exact.get(field) ?? [];
      yield* inside.get(field) ?? [];
      for (const outer of outerFields(field)) yield* exact.get(outer) ?? [];
    },
  };
}

/** The fields that a field lies inside of, the innermost first: `spec.list` and `spec` for `spec.list[a]`. */
export function* outerFields(field: string): Iterable<string> {
  for (let end = field.length - 1; end > 0; end -= 1) {
    if ('.['.includes(field.charAt(end))) yield field.slice(0, end);
  }
  // What lies outside of the fact root starts with a slash: the root does not hold it.
  if (field !== '' && !field.startsWith('/')) yield '';
}
