import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comparison, LeftOutCase, Standing } from './comparison.ts';
import { type Dispute, disputeProblems, readDisputes } from './disputes.ts';

function dispute(name: string, corpus = 'ports'): Dispute {
  return { corpus, case: name, reason: 'A port is a number.', decidedBy: 'API reference, ContainerPort' };
}

function comparison(standings: readonly [string, Standing][], leftOut: readonly LeftOutCase[] = []): Comparison {
  const cases = standings.map(([id, standing]) => ({
    compared: { id, groups: [], caveats: [], expected: 'pass' },
    standing,
    judgement: { is: 'judged', answer: 'agree', ours: 'pass', evidence: undefined } as const,
  }));
  return { name: 'ports', groupedBy: [], cases, leftOut };
}

function agreeing(count: number): [string, Standing][] {
  return Array.from({ length: count }, (_, index) => [`plain ${index}`, 'agree']);
}

describe('readDisputes', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
    path = join(folder, 'disputes.json');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function read(content: unknown): Dispute[] {
    writeFileSync(path, JSON.stringify(content));
    return readDisputes(path);
  }

  it('reads a list', () => {
    expect(read([])).toEqual([]);
    expect(read([dispute('a')])).toEqual([dispute('a')]);
  });

  it.each([
    ['what is no list', {}, ' is no list of disputes'],
    ['an entry that is no object', ['a'], ', dispute 1: no object'],
    ['a missing reason', [dispute('a'), { ...dispute('b'), reason: ' ' }], ', dispute 2: reason is missing or no text'],
    ['a missing decision', [{ ...dispute('a'), decidedBy: 1 }], ', dispute 1: decidedBy is missing or no text'],
    ['a field of another name', [{ ...dispute('a'), why: 'x' }], ', dispute 1: no field is called "why"'],
    ['a case disputed twice', [dispute('a'), dispute('a')], ' disputes a of ports twice'],
  ])('refuses %s', (_, content, message) => {
    expect(() => read(content)).toThrow(new Error(`${path}${message}`));
  });

  it('names the file that is missing', () => {
    expect(() => readDisputes(path)).toThrow(`${path} cannot be read: ENOENT`);
  });
});

describe('disputeProblems', () => {
  const whole = { isWhole: true, isSelected: () => true };
  const part = { isWhole: false, isSelected: () => true };

  it('finds nothing wrong with a dispute that is needed', () => {
    const compared = comparison([['a', 'disputed'], ...agreeing(33)]);
    expect(disputeProblems([dispute('a')], [compared], whole)).toEqual([]);
  });

  it('reports one whose case agrees, in any folder', () => {
    const problem = 'the dispute of a of ports is stale: the case agrees';
    expect(disputeProblems([dispute('a')], [comparison([['a', 'agree']])], whole)).toEqual([problem]);
    expect(disputeProblems([dispute('a')], [comparison([['a', 'agree']])], part)).toEqual([problem]);
  });

  it('reports one whose case is not judged', () => {
    const compared = comparison([['b', 'agree']], [{ id: 'a', name: 'port-open', why: 'no such check' }]);
    expect(disputeProblems([dispute('a')], [compared], part)).toEqual([
      'the dispute of a of ports is stale: the case is not judged (port-open: no such check)',
    ]);
  });

  it('reports one whose case is gone, but not where the folder may hold other cases', () => {
    const compared = comparison([['b', 'agree']]);
    expect(disputeProblems([dispute('a')], [compared], whole)).toEqual([
      'the dispute of a of ports is stale: there is no such case',
    ]);
    expect(disputeProblems([dispute('a')], [compared], part)).toEqual([]);
  });

  it('reports one of a corpus that does not exist, but not of one that was not asked for', () => {
    const disputes = [dispute('a', 'hosts')];
    expect(disputeProblems(disputes, [], whole)).toEqual([
      'the dispute of a of hosts is stale: no such corpus is compared',
    ]);
    expect(disputeProblems(disputes, [], part)).toEqual([]);
    expect(disputeProblems(disputes, [], { isWhole: true, isSelected: (name) => name === 'ports' })).toEqual([]);
  });

  it('allows disputes up to 3 % of the cases', () => {
    const three = ['a', 'b', 'c'].map((id): [string, Standing] => [id, 'disputed']);
    const disputes = ['a', 'b', 'c'].map((id) => dispute(id));
    expect(disputeProblems(disputes, [comparison([...three, ...agreeing(97)])], whole)).toEqual([]);
    expect(disputeProblems(disputes, [comparison([...three, ...agreeing(96)])], whole)).toEqual([
      '3 of 99 cases of ports are disputed, more than 3 %',
    ]);
  });
});
