import { describe, expect, it } from 'vitest';
import type { ComparedCase, Comparison, Standing } from './comparison.ts';
import { disagreementList, disputeList, formatJson, groupTables, notCountedTable, summaryTable } from './table.ts';

interface CaseChanges {
  readonly groups?: readonly (readonly string[])[];
  readonly caveats?: readonly string[];
  readonly evidence?: string;
}

function one(id: string, standing: Standing, changes: CaseChanges = {}): ComparedCase {
  const { groups = [['open-port', 'own']], caveats = [], evidence } = changes;
  const answer = standing === 'disputed' ? 'disagree' : standing;
  const ours = answer === 'unknown' ? 'unknown' : 'fail';
  return {
    compared: { id, groups, caveats, expected: 'pass' },
    standing,
    judgement: { is: 'judged', answer, ours, evidence },
  };
}

function comparison(...cases: readonly ComparedCase[]): Comparison {
  return { name: 'ports', groupedBy: ['check', 'source'], cases, leftOut: [] };
}

describe('groupTables', () => {
  it('has sorted rows, apart for caveats, and counts a case in each of its groups', () => {
    const compared = comparison(
      one('a', 'agree', {
        groups: [
          ['shut-port', 'own'],
          ['open-port', 'own'],
        ],
      }),
      one('b', 'unknown'),
      one('c', 'disputed', { caveats: ['ours is better'] }),
    );
    expect(groupTables([compared])).toBe(
      `ports, by check and source (a case of several counts for each)

check      source  caveats  cases  agree  disagree  disputed  unknown  agreement
open-port  own                  2      1         0         0        1     50.0 %
open-port  own     with         1      0         0         1        0      0.0 %
shut-port  own                  1      1         0         0        0    100.0 %

`,
    );
  });

  it('has nothing of a corpus without cases', () => {
    expect(groupTables([comparison()])).toBe('');
  });
});

describe('summaryTable', () => {
  it('has a row for each corpus, and one for its cases with caveats', () => {
    const agreeing = Array.from({ length: 1999 }, (_, index) => one(`plain ${index}`, 'agree'));
    const ports = comparison(...agreeing, one('b', 'disagree'), one('c', 'agree', { caveats: ['ours is better'] }));
    const hosts: Comparison = { name: 'hosts', groupedBy: [], cases: [], leftOut: [] };
    expect(summaryTable([hosts, ports])).toBe(
      `Agreement

corpus  caveats  cases  agree  disagree  disputed  unknown  agreement
hosts                0      0         0         0        0          –
ports             2000   1999         1         0        0     99.9 %
ports   with         1      1         0         0        0    100.0 %

`,
    );
  });

  it('is empty without a corpus', () => {
    expect(summaryTable([])).toBe('');
  });
});

describe('disagreementList', () => {
  it('says what was expected, what ours is and why', () => {
    const groups = [
      ['open-port', 'own'],
      ['shut-port', 'own'],
    ];
    const compared = comparison(
      one('a', 'agree'),
      one('b', 'disagree', { groups, evidence: 'open-port: Pod shop/web: port 22 is open' }),
      one('c', 'unknown', { caveats: ['ours is better', 'and newer'] }),
      one('d', 'disputed'),
    );
    expect(disagreementList([compared])).toBe(
      `ports: 2 disagreements

  b
    check     open-port, shut-port
    expected  pass
    ours      fail: open-port: Pod shop/web: port 22 is open
  c
    check     open-port
    expected  pass (caveat: ours is better; and newer)
    ours      unknown

`,
    );
  });

  it('is empty where nothing disagrees', () => {
    expect(disagreementList([comparison(one('a', 'agree'), one('b', 'disputed'))])).toBe('');
  });

  it('keeps texts of cases on one line, short, and from steering the terminal', () => {
    const text = disagreementList([comparison(one('a\u001b[2J\nb', 'disagree', { evidence: 'x'.repeat(500) }))]);
    expect(text).toBe(
      `ports: 1 disagreement\n\n  a [2J b\n    check     open-port\n    expected  pass\n    ours      fail: ${'x'.repeat(394)}…\n\n`,
    );
  });
});

describe('disputeList', () => {
  it('gives the reasons of the disputes in use', () => {
    const dispute = { corpus: 'ports', reason: 'A port is a number.', decidedBy: 'API reference, ContainerPort' };
    const disputes = ['a', 'b'].map((id) => ({ ...dispute, case: id }));
    expect(disputeList([comparison(one('a', 'disputed'), one('b', 'agree'))], disputes)).toBe(
      'Disputed\n\n  a\n    A port is a number.\n    API reference, ContainerPort\n\n',
    );
    expect(disputeList([], disputes)).toBe('');
  });
});

describe('notCountedTable', () => {
  it('has a line for each, with the number of cases where it is known', () => {
    const lines = [
      { name: 'hosts', why: 'hosts are not read yet', cases: 12 },
      { name: 'other', why: 'no corpus of this name is known', cases: undefined },
    ];
    expect(notCountedTable(lines)).toBe(
      `Not counted

name   cases  why
hosts     12  hosts are not read yet
other      –  no corpus of this name is known

`,
    );
    expect(notCountedTable([])).toBe('');
  });
});

describe('formatJson', () => {
  it('has the counts of each corpus, caveats included', () => {
    const compared = comparison(one('a', 'agree'), one('b', 'disputed'), one('c', 'unknown', { caveats: ['x'] }));
    expect(formatJson([compared])).toBe(
      '{"corpora":{"ports":{"cases":3,"agree":1,"disagree":0,"disputed":1,"unknown":1}}}\n',
    );
  });
});
