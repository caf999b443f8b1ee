/** A node's key in its mapping with the offsets of the key, or its index in its list. */
export interface NodePlace {
  readonly key: string | number;
  /** -1 for list entries and the root. */
  readonly keyStart: number;
  readonly keyEnd: number;
}

export const ROOT_PLACE: NodePlace = { key: 0, keyStart: -1, keyEnd: -1 };

/** The place of a list entry. */
export function entryPlace(index: number): NodePlace {
  return { key: index, keyStart: -1, keyEnd: -1 };
}
