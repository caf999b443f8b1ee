import type { Limits } from '../document.ts';
import { Refusal } from './refusal.ts';

/** A scalar as it is written. */
export interface TaggedScalar {
  readonly text: string;
  readonly isPlain: boolean;
  readonly tag: string | undefined;
}

/** What an anchor names. */
export interface Anchor {
  /** Its node; -1 for the anchor of a key, which leaves no node. */
  readonly node: number;
  readonly value: unknown;
  /** The scalar that is named; undefined for a collection. */
  readonly scalar?: TaggedScalar;
  /** Nodes below it with aliases written out; undefined while it is still being read. */
  weight: number | undefined;
}

/** The anchors of a document, and how far its aliases expand it. */
export interface Anchors {
  set(name: string, anchor: Anchor): void;
  /** The anchor of an alias, whose nodes are then counted again. */
  take(name: string, offset: number): Anchor;
  /** Counts nodes; a negative number takes some back. */
  count(added: number, offset: number): void;
  counted(): number;
}

/**
 * Keeps the anchors of one document. A document that is nearly all aliases is refused, as Kubernetes does, and so is one
 * that aliases expand over the limit.
 */
export function createAnchors(limits: Limits): Anchors {
  const byName = new Map<string, Anchor>();
  let nodes = 1;
  let aliased = 0;

  function count(added: number, offset: number): void {
    nodes += added;
    if (nodes <= limits.expandedNodes) return;
    throw new Refusal(
      'limit',
      `the document has over ${limits.expandedNodes} values with every alias written out`,
      offset,
    );
  }

  return {
    set: (name, anchor) => void byName.set(name, anchor),
    take(name, offset) {
      const anchor = byName.get(name);
      if (anchor === undefined) throw new Refusal('syntax', 'expected an anchor of this name above the alias', offset);
      if (anchor.weight === undefined) {
        throw new Refusal('syntax', 'the alias stands inside its own anchor', offset);
      }
      count(anchor.weight, offset);
      aliased += anchor.weight;
      if (aliased > 100 && nodes > 1000 && aliased / nodes > allowedAliasShare(nodes)) {
        throw new Refusal('limit', 'aliases make up too much of the document', offset);
      }
      return anchor;
    },
    count,
    counted: () => nodes,
  };
}

const SMALL = 400_000;
const LARGE = 4_000_000;

/** The share of a document that aliases may make up: nearly all of a small one, a tenth of a very large one. */
function allowedAliasShare(nodes: number): number {
  if (nodes <= SMALL) return 0.99;
  return nodes >= LARGE ? 0.1 : 0.99 - (0.89 * (nodes - SMALL)) / (LARGE - SMALL);
}
