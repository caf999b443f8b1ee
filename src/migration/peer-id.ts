import type { Difference, Peer } from './peer.ts';
import { peers } from './peers/registry.generated.ts';

/** What is known of one id of a tool. */
export interface PeerId {
  readonly peer: Peer;
  readonly id: string;
  readonly name: string | undefined;
  /** The checks that answer to it; none for an id without counterpart. */
  readonly checks: readonly string[];
  /** Where these checks judge otherwise, as clauses. */
  readonly differences: readonly Pick<Difference, 'check' | 'how'>[];
  /** Why it has no counterpart. */
  readonly because: string | undefined;
}

const indexes = new Map<Peer, ReadonlyMap<string, PeerId>>();

/** An id of a tool, in any of its spellings; undefined if the tool has none such. */
export function peerIdOf(peer: Peer, id: string): PeerId | undefined {
  return idsOf(peer).get(spelling(peer, id));
}

/** All ids of a tool, those with a counterpart first. */
export function allPeerIds(peer: Peer): PeerId[] {
  return [...idsOf(peer).values()];
}

/** The ids that a person may mean: `KSV-0017` of whatever tools have it, or `kube-linter:privileged-container` of one. */
export function peerIdsNamed(text: string): PeerId[] {
  const [, prefix = '', rest = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  const named = peers.find(({ id }) => id === prefix.trim().toLowerCase());
  const found = named === undefined ? peers.map((peer) => peerIdOf(peer, text)) : [peerIdOf(named, rest)];
  return found.filter((id) => id !== undefined);
}

function idsOf(peer: Peer): ReadonlyMap<string, PeerId> {
  const known = indexes.get(peer);
  if (known !== undefined) return known;
  const made = new Map<string, PeerId>();
  for (const { id, name, checks } of peer.counterparts)
    made.set(spelling(peer, id), {
      peer,
      id,
      name,
      checks,
      differences: differencesOf(peer, id, checks),
      because: undefined,
    });
  for (const { ids, name, because } of peer.unanswered)
    for (const id of ids) made.set(spelling(peer, id), { peer, id, name, checks: [], differences: [], because });
  indexes.set(peer, made);
  return made;
}

function differencesOf({ differences }: Peer, id: string, checks: readonly string[]): Difference[] {
  return differences.filter(({ check, ids }) => checks.includes(check) && (ids === undefined || ids.includes(id)));
}

/** Spellings of one id as one text: `AVD-KSV-0017`, `KSV017` and `ksv-0017`; `106` and `POP-106`. */
function spelling(peer: Peer, id: string): string {
  const lower = id.trim().toLowerCase();
  if (peer.id === 'popeye') return /^\d+$/.test(lower) ? `pop-${lower}` : lower;
  if (peer.id !== 'trivy') return lower;
  const match = /^(?:avd-)?(ksv|kcv)-?(\d{1,6})$/.exec(lower);
  return match === null ? lower : `${match[1]}-${Number(match[2])}`;
}
