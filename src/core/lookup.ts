/** What is missing to decide, in words a user can act on. */
export interface Missing {
  /** The input that would settle it: `no ServiceAccount "shop/web" is among the inputs`. */
  readonly what: string;
  /** What to do to provide it. */
  readonly hint?: string;
}

/** The answer to "is there such an object?". Asking for what the inventory does not cover is `unknown`. */
export type Lookup<Item> =
  | { readonly is: 'found'; readonly item: Item }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** All that was found, and what is missing to know that it is all there is. */
export interface Selection<Item> {
  readonly items: readonly Item[];
  /** Undefined if the inventory holds every such object. */
  readonly missing: Missing | undefined;
}
