import { isObject } from '../../src/core/json.ts';
import type { PeerName, Reading } from './readings.ts';

/** One difference between our reading of a text and a peer's. */
export type Difference =
  /** We take the text, the peer does not. */
  | { readonly is: 'refused'; readonly by: PeerName; readonly message: string }
  /** The peer takes it, we do not. */
  | { readonly is: 'refused-by-us'; readonly peer: PeerName; readonly message: string }
  /** The texts hold other numbers of documents. */
  | { readonly is: 'count'; readonly peer: PeerName; readonly ours: number; readonly theirs: number }
  /** Two values at one place differ. */
  | { readonly is: 'value'; readonly peer: PeerName; readonly ours: unknown; readonly theirs: unknown }
  /** Two keys at one place differ, though their entries belong together. */
  | { readonly is: 'key'; readonly peer: PeerName; readonly ours: string; readonly theirs: unknown }
  /** A mapping has a key in one reading only. */
  | { readonly is: 'missing'; readonly peer: PeerName; readonly from: 'ours' | 'theirs'; readonly key: unknown };

/** Whether our key and a peer's are the same one, read in two ways that are explained. */
export type KeyPairing = (ours: string, theirs: unknown) => boolean;

/** Where two readings differ; nothing where both refuse. Equal values are no difference, whatever they are kept in. */
export function* differencesOf(
  peer: PeerName,
  ours: Reading,
  theirs: Reading,
  isKeyPair: KeyPairing,
): Iterable<Difference> {
  if (ours.is === 'refused') {
    if (theirs.is === 'read') yield { is: 'refused-by-us', peer, message: ours.message };
    return;
  }
  if (theirs.is === 'refused') {
    yield { is: 'refused', by: peer, message: theirs.message };
    return;
  }
  if (ours.values.length !== theirs.values.length) {
    yield { is: 'count', peer, ours: ours.values.length, theirs: theirs.values.length };
    return;
  }
  for (const [index, value] of ours.values.entries())
    yield* valueDifferences(peer, value, theirs.values[index], isKeyPair);
}

function* valueDifferences(
  peer: PeerName,
  ours: unknown,
  theirs: unknown,
  isKeyPair: KeyPairing,
): Iterable<Difference> {
  if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) {
    for (const [index, value] of ours.entries()) yield* valueDifferences(peer, value, theirs[index], isKeyPair);
  } else if (isObject(ours) && theirs instanceof Map) yield* mappingDifferences(peer, ours, theirs, isKeyPair);
  else if (!isSame(ours, theirs)) yield { is: 'value', peer, ours, theirs };
}

function isSame(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'object' && ours !== null) return false;
  return Object.is(ours, theirs);
}

function* mappingDifferences(
  peer: PeerName,
  ours: Readonly<Record<string, unknown>>,
  theirs: ReadonlyMap<unknown, unknown>,
  isKeyPair: KeyPairing,
): Iterable<Difference> {
  const left = new Map(theirs);
  const unmatched: string[] = [];
  for (const [key, value] of Object.entries(ours)) {
    const match = matchOf(key, left);
    if (match === undefined) unmatched.push(key);
    else {
      yield* valueDifferences(peer, value, match.value, isKeyPair);
      left.delete(match.key);
    }
  }
  for (const key of unmatched) {
    const match = [...left].find(([theirKey]) => isKeyPair(key, theirKey));
    if (match === undefined) yield { is: 'missing', peer, from: 'theirs', key };
    else {
      yield { is: 'key', peer, ours: key, theirs: match[0] };
      yield* valueDifferences(peer, ours[key], match[1], isKeyPair);
      left.delete(match[0]);
    }
  }
  for (const key of left.keys()) yield { is: 'missing', peer, from: 'ours', key };
}

/** The entry of a key that is the same text, or the same number or boolean written as Kubernetes writes it. */
function matchOf(key: string, entries: ReadonlyMap<unknown, unknown>): { key: unknown; value: unknown } | undefined {
  if (entries.has(key)) return { key, value: entries.get(key) };
  for (const [theirKey, value] of entries) {
    if ((typeof theirKey === 'number' || typeof theirKey === 'boolean') && String(theirKey) === key) {
      return { key: theirKey, value };
    }
  }
  return undefined;
}
