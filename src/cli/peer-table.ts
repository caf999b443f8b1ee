import { checks } from '../checks/registry.generated.ts';
import type { Peer } from '../migration/peer.ts';
import { allPeerIds, type PeerId } from '../migration/peer-id.ts';
import { tableText } from './table-text.ts';

/** The ids of a tool with the checks that answer to them, a line for each pair; those without stand last. */
export function peerTable(peer: Peer): string {
  const ids = allPeerIds(peer);
  const without = ids.filter(({ checks: answering }) => answering.length === 0).length;
  const footer = `\n${ids.length} ids of ${peer.title}, ${without} without a counterpart.\n`;
  return tableText([peer.title.toUpperCase(), 'CHECK', 'SEVERITY', 'WE DIFFER'], ids.flatMap(rowsOf)) + footer;
}

/** The same for programs. */
export function peerData(peer: Peer): unknown {
  return allPeerIds(peer).map(({ id, name = null, checks: answering, differences, because = null }) => ({
    tool: peer.id,
    id,
    name,
    checks: answering,
    differences: differences.map(({ check, how }) => ({ check, how })),
    because,
  }));
}

function rowsOf({ id, name, checks: answering, differences, because = '' }: PeerId): string[][] {
  const named = name === undefined ? id : `${id} ${name}`;
  if (answering.length === 0) return [[named, '-', '', because]];
  return answering.map((check) => [
    named,
    check,
    severityOf(check),
    differences.find((difference) => difference.check === check)?.how ?? '',
  ]);
}

function severityOf(id: string): string {
  return checks.find((check) => check.id === id)?.severity ?? '';
}
