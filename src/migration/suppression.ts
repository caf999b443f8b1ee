import type { InputLocation } from '../core/diagnostic.ts';
import { type Exception, everyCheck } from '../core/exception.ts';
import type { Peer } from './peer.ts';
import { peerIdOf } from './peer-id.ts';

/** What a manifest says to another tool: not to report something. */
export interface Suppression {
  readonly peer: Peer;
  /** The id of the tool, as written; undefined if the tool is to report nothing at all. */
  readonly id: string | undefined;
  readonly form: 'annotation' | 'comment' | 'label';
  /** Empty where none is given. */
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until?: string;
}

/** A suppression where it stands, and what it holds for. */
export interface PlacedSuppression extends Suppression {
  readonly scope: Exception['scope'];
  readonly location: InputLocation;
}

/** A suppression as exceptions of the checks that answer to its id: none if no check does. */
export function exceptionsOf(suppression: PlacedSuppression): Exception[] {
  const { peer, id, form, until, scope, location } = suppression;
  const reason = suppression.reason === '' ? `accepted by ${peer.title}'s ${form}` : suppression.reason;
  const checks = id === undefined ? [everyCheck] : (peerIdOf(peer, id)?.checks ?? []);
  return checks.map((check) => ({ check, reason, until, scope, location, peer: peer.title }));
}
