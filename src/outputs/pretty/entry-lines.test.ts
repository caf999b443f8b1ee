import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import { acceptedLines, evidenceLines, titleLines } from './entry-lines.ts';
import { exampleFinding, exampleReport, exampleSubject } from './example-report.ts';
import type { Line } from './layout.ts';

const api = { kind: 'Pod', namespace: 'shop', name: 'api' };
const report = exampleReport({ files: { 'a.yaml': 'a: 1\nb: 2\n' } });

function textOf(lines: readonly Line[]): string[] {
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

function found(part: string, place: string, rest: Partial<Finding> & { missing?: string } = {}): Finding {
  return exampleFinding(api, 'a', 'low', place, { part, ...rest });
}

function evidence([first, ...others]: [Finding, ...Finding[]], covered: Finding[] = [], columns = 60): string[] {
  const subject = exampleSubject(api, 'a.yaml', []);
  const entry = {
    subject,
    first: { finding: first, covered },
    others: others.map((finding) => ({ finding, covered: [] })),
  };
  return textOf(evidenceLines(report, entry, columns, { quoted: true }));
}

describe('titleLines', () => {
  it('put the name at the right edge of the last line with room for it', () => {
    expect(textOf(titleLines('A title', 'name', 16))).toEqual(['A title     name']);
    expect(textOf(titleLines('A title of three', 'name', 13))).toEqual(['A title of', 'three    name']);
    expect(textOf(titleLines('A title', 'name', 12))).toEqual(['A title', 'name']);
  });
});

describe('evidenceLines', () => {
  it('name every part with its place, in columns', () => {
    const findings = [
      found('container "a"', 'a.yaml:1:1-2'),
      found('container "b"', 'a.yaml:2:1-2'),
      found('init container "c"', 'b.yaml:3:5-6'),
    ] as const;
    expect(evidence([...findings])).toEqual([
      'container "a" is wrong',
      'a.yaml:1:1',
      '  1 │ a: 1',
      '    │ ^',
      'also    container "b"       a.yaml:2:1',
      '        init container "c"  b.yaml:3:5',
    ]);
  });

  it('put the places of parts below their names without room', () => {
    expect(evidence([found('a', 'a.yaml:1:1-2'), found('container "b"', 'a.yaml:2:1-2')], [], 30).slice(-2)).toEqual([
      'also    container "b"',
      '          a.yaml:2:1',
    ]);
  });

  it('name twenty parts at most', () => {
    const parts = Array.from({ length: 30 }, (_, index) => found(`part ${index}`, 'a.yaml:1:1-2'));
    const lines = evidence([found('first', 'a.yaml:1:1-2'), ...parts]);
    expect(lines.filter((line) => line.includes('part '))).toHaveLength(20);
    expect(lines.at(-1)).toBe('        and 10 more');
  });

  it('show the field where there is no file', () => {
    expect(evidence([found('container "a"', '', { locations: [], path: 'spec.containers[0]' })])).toEqual([
      'container "a" is wrong',
      'spec.containers[0]',
    ]);
  });

  it('say what is missing where the source cannot be quoted', () => {
    expect(evidence([found('a', 'b.yaml:1:1-2', { missing: 'spec.x' })])).toEqual([
      'a is wrong',
      'b.yaml:1:1',
      'missing: spec.x',
    ]);
  });

  it('show what caused the place', () => {
    const finding = found('a', 'b.yaml:1:1-2');
    const locations = [...finding.locations, ...found('a', 'templates/b.yaml:7:3-4').locations];
    expect(evidence([{ ...finding, locations }])).toEqual(['a is wrong', 'b.yaml:1:1', 'from    templates/b.yaml:7:3']);
  });

  it('name covered checks and the objects that show the same', () => {
    const leader = found('a', 'b.yaml:1:1-2');
    const pod = { ...api, name: 'api-1' };
    const covered = [
      { ...leader, check: 'b' },
      { ...leader, check: 'b', path: 'other' },
      { ...leader, check: 'c', subject: pod },
      { ...leader, subject: pod },
    ];
    expect(evidence([leader], covered).slice(2)).toEqual(['covers  b, c on Pod shop/api-1', 'also on Pod shop/api-1']);
  });
});

describe('acceptedLines', () => {
  const entry = {
    subject: exampleSubject(api, 'a.yaml', []),
    check: 'a',
    reason: 'known',
    until: '2099-12-31',
    owner: undefined,
    findings: 2,
  };

  it('say why, until when and for how many findings', () => {
    expect(textOf(acceptedLines(entry, 'a', 80))).toEqual(['  accepted  a: known, until 2099-12-31 (2 findings)']);
    expect(textOf(acceptedLines({ ...entry, until: undefined, findings: 1 }, 'a', 80))).toEqual([
      '  accepted  a: known',
    ]);
    expect(textOf(acceptedLines({ ...entry, owner: 'platform team', findings: 1 }, 'a', 80))).toEqual([
      '  accepted  a: known, owner platform team, until 2099-12-31',
    ]);
  });
});
