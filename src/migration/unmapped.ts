import type { Diagnostic, InputLocation } from '../core/diagnostic.ts';
import { groupBy } from '../core/group-by.ts';
import { peerIdOf } from './peer-id.ts';
import type { PlacedSuppression } from './suppression.ts';

/** Ids named for each tool; the rest are counted. */
const MOST_NAMED = 10;

/** Says which suppressions no check here answers to: one diagnostic for each tool and id, with a count. */
export function unmappedDiagnostics(suppressions: readonly PlacedSuppression[]): Diagnostic[] {
  const unmapped = suppressions.filter(({ peer, id }) => id !== undefined && checksOf(peer, id).length === 0);
  return [...groupBy(unmapped, ({ peer }) => peer.id).values()].flatMap((ofPeer) => {
    const byId = [...groupBy(ofPeer, ({ id }) => id ?? '').values()];
    const rest = byId.slice(MOST_NAMED).flat();
    return [...byId.slice(0, MOST_NAMED).map(ofOneId), ...(rest.length === 0 ? [] : [ofTheRest(rest, byId.length)])];
  });
}

function checksOf(peer: PlacedSuppression['peer'], id: string): readonly string[] {
  return peerIdOf(peer, id)?.checks ?? [];
}

function ofOneId(placed: readonly PlacedSuppression[]): Diagnostic {
  const [first] = placed;
  const id = first?.id ?? '';
  const because = first && peerIdOf(first.peer, id)?.because;
  const why = because === undefined ? '' : ` (${because})`;
  const places = placed.length === 1 ? '' : ` in ${placed.length} places`;
  const what = named(first?.peer.title ?? '', id);
  return noteAt(`${what} is suppressed${places}; no check here answers to it${why}`, first?.location);
}

function ofTheRest(placed: readonly PlacedSuppression[], ids: number): Diagnostic {
  const [first] = placed;
  const what = `${ids - MOST_NAMED} more ids of ${first?.peer.title}`;
  return noteAt(`${what} are suppressed; no check here answers to them`, first?.location);
}

function noteAt(message: string, location: InputLocation | undefined): Diagnostic {
  return {
    code: 'peer-exception-unmapped',
    message,
    ...(location && { file: location.file, location }),
  };
}

/** The id with its tool; what is no id is not shown, as it may be anything, a credential too. */
function named(tool: string, id: string): string {
  const isId = /^[a-z][\w.*-]{0,63}$/i.test(id) || /^[\da-f-]{36}$/i.test(id);
  return isId ? `${tool} ${id}` : `an id of ${tool} that cannot be read`;
}
