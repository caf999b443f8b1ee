/** Three-valued truth: `yes`, `no`, or `unknown` with what is missing to tell. */
export type Truth =
  | { readonly is: 'yes' }
  | { readonly is: 'no' }
  | { readonly is: 'unknown'; readonly missing: readonly string[] };

export const yes: Truth = { is: 'yes' };
export const no: Truth = { is: 'no' };

/** Not known; `missing` says what input would settle it. */
export function unknown(...missing: readonly string[]): Truth {
  return { is: 'unknown', missing };
}

/** `yes` or `no` from what is known for sure. */
export function known(value: boolean): Truth {
  return value ? yes : no;
}

export function not(truth: Truth): Truth {
  if (truth.is === 'unknown') return truth;
  return known(truth.is === 'no');
}

/** `no` if any is `no`, else `unknown` if any is, else `yes`: the strong Kleene conjunction. */
export function and(...truths: readonly Truth[]): Truth {
  return decide(truths, 'no');
}

/** `yes` if any is `yes`, else `unknown` if any is, else `no`: the strong Kleene disjunction. */
export function or(...truths: readonly Truth[]): Truth {
  return decide(truths, 'yes');
}

/** Whether the predicate holds for some item; stops at the first `yes`. */
export function any<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  return decide(mapped(items, holds), 'yes');
}

/** Whether the predicate holds for every item; stops at the first `no`. */
export function all<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Truth {
  return decide(mapped(items, holds), 'no');
}

function decide(truths: Iterable<Truth>, decisive: 'yes' | 'no'): Truth {
  const missing = new Set<string>();
  let open = false;
  for (const truth of truths) {
    if (truth.is === decisive) return truth;
    if (truth.is !== 'unknown') continue;
    open = true;
    for (const one of truth.missing) missing.add(one);
  }
  if (open) return unknown(...missing);
  return decisive === 'yes' ? no : yes;
}

function* mapped<Item>(items: Iterable<Item>, holds: (item: Item) => Truth): Iterable<Truth> {
  for (const item of items) yield holds(item);
}
