import { type Random, seededRandom } from '../../bench/random.ts';
import { classes, isKeyPair } from './classes.ts';
import { type Difference, differencesOf } from './differences.ts';
import { generateDocument } from './generate/generate-document.ts';
import { type PeerName, peers, readWithOurs } from './readings.ts';

export interface DifferentialOptions {
  readonly seed: number;
  readonly documents: number;
  /** The number of the first document: each depends on the seed and its own number only. */
  readonly first: number;
}

/** A text with a difference that no class explains. */
export interface Unexplained {
  readonly document: number;
  readonly text: string;
  readonly difference: Difference;
}

export interface DifferentialResult {
  readonly documents: number;
  /** Documents that our reader takes, and those that all readers take and read alike. */
  readonly read: number;
  readonly alike: number;
  /** How many documents differ from each peer in each class. */
  readonly classes: ReadonlyMap<string, Readonly<Record<PeerName, number>>>;
  readonly unexplained: readonly Unexplained[];
}

const MOST_UNEXPLAINED = 10;

/** Compares our reader with its peers on generated documents, until all are done or too many differ. */
export function runDifferential({ seed, documents, first }: DifferentialOptions): DifferentialResult {
  const counts = new Map<string, Record<PeerName, number>>();
  const unexplained: Unexplained[] = [];
  let read = 0;
  let alike = 0;
  let done = 0;
  while (done < documents && unexplained.length < MOST_UNEXPLAINED) {
    const document = first + done;
    done += 1;
    const text = generateDocument(randomOf(seed, document));
    const compared = compare(text);
    if (compared.isRead) read += 1;
    if (compared.isAlike) alike += 1;
    for (const [peer, name] of compared.classes) {
      const count = counts.get(name) ?? { 'js-yaml': 0, yaml: 0 };
      count[peer] += 1;
      counts.set(name, count);
    }
    unexplained.push(...compared.unexplained.map((difference) => ({ document, text, difference })));
  }
  return { documents: done, read, alike, classes: counts, unexplained };
}

/** What the readers make of one text. */
export interface Compared {
  readonly isRead: boolean;
  /** True if all take it and read the same. */
  readonly isAlike: boolean;
  /** The classes of the differences, each once for a peer. */
  readonly classes: readonly (readonly [PeerName, string])[];
  readonly unexplained: readonly Difference[];
}

/** Reads a text with every reader and names the differences. */
export function compare(text: string): Compared {
  const ours = readWithOurs(text);
  const named: (readonly [PeerName, string])[] = [];
  const unexplained: Difference[] = [];
  for (const peer of ['js-yaml', 'yaml'] as const) {
    const theirs = peers[peer](text);
    const names = new Set<string>();
    for (const difference of differencesOf(peer, ours, theirs, isKeyPair)) {
      const known = classes.find(({ holds }) => holds(difference, { text, ours, theirs }));
      if (known === undefined) unexplained.push(difference);
      else names.add(known.name);
    }
    for (const name of names) named.push([peer, name]);
  }
  const isRead = ours.is === 'read';
  return { isRead, isAlike: isRead && named.length === 0 && unexplained.length === 0, classes: named, unexplained };
}

/** A stream of its own for each document, far from those of its neighbours. */
function randomOf(seed: number, document: number): Random {
  const random = seededRandom((seed ^ Math.imul(document + 1, 0x9e3779b1)) >>> 0);
  random.next();
  return random;
}
