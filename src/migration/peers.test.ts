import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInventory } from '../check-tester/inventory.ts';
import { allPeerIds } from './peer-id.ts';
import { peers } from './peers/registry.generated.ts';

const inventory = readInventory();

/** The pairs `check tool:id` that were settled before the checks were written: a header, then check and ids. */
function settledPairs(): string[] {
  const text = readFileSync(join(import.meta.dirname, '../check-tester/peers.tsv'), 'utf8');
  const rows = text.trimEnd().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [check = '', ids = ''] = row.split('\t');
    return ids === '' ? [] : ids.split('; ').map((id) => `${check} ${id}`);
  });
}

const settled = settledPairs();
const settledTools = new Set(settled.map((pair) => pair.slice(pair.indexOf(' ') + 1, pair.indexOf(':'))));

describe('the mapping of other tools', () => {
  it('is the one that was settled, in both directions', () => {
    const mapped = peers
      .filter(({ id }) => settledTools.has(id))
      .flatMap((peer) =>
        peer.counterparts.flatMap(({ id, checks }) => checks.map((check) => `${check} ${peer.id}:${id}`)),
      );
    expect(mapped.toSorted()).toEqual(settled.toSorted());
    expect(settled.length).toBeGreaterThan(600);
  });

  it('covers the tools that were settled, and two more', () => {
    expect(peers.map(({ id }) => id).filter((id) => !settledTools.has(id))).toEqual(['checkov', 'kics']);
    expect(peers.map(({ id }) => id).filter((id) => settledTools.has(id))).toHaveLength(settledTools.size);
  });

  it.each(peers)('names checks that are wanted, for $title', ({ counterparts }) => {
    expect(counterparts.filter(({ checks }) => checks.length === 0)).toEqual([]);
    expect(counterparts.flatMap(({ checks }) => checks).filter((check) => !inventory.has(check))).toEqual([]);
  });

  it.each(peers)('has each id of $title once, in any spelling', (peer) => {
    const listed = peer.counterparts.length + peer.unanswered.flatMap(({ ids }) => ids).length;
    expect(allPeerIds(peer)).toHaveLength(listed);
  });

  it.each(peers)('tells differences of $title only where its ids are judged', (peer) => {
    const ids = allPeerIds(peer);
    const idle = peer.differences.filter((difference) => !ids.some((id) => id.differences.includes(difference)));
    expect(idle).toEqual([]);
    for (const { check, ids: only = [] } of peer.differences) {
      const judged = peer.counterparts.filter(({ checks }) => checks.includes(check)).map(({ id }) => id);
      expect(only.filter((id) => !judged.includes(id))).toEqual([]);
    }
  });

  it.each(peers)('is written in clauses, for $title', (peer) => {
    const clauses = [...peer.differences.map(({ how }) => how), ...peer.unanswered.map(({ because }) => because)];
    expect(clauses.filter((clause) => clause === '' || /\.$|[|\n]/.test(clause))).toEqual([]);
  });
});
