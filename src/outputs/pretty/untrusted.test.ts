import { describe, expect, it } from 'vitest';
import type { Report } from '../../core/report.ts';
import pretty from '../pretty.ts';
import { exampleCheck, exampleFinding, exampleReport, exampleSink, exampleSubject } from './example-report.ts';

const EVIL = '\u001b[2J\u009b1m\u0007\u202e\u2066\r\n\t';
const SEEN = '␛[2J\\u009b1m␇\\u202e\\u2066␍␊␉';

/** A report that holds the same text wherever one from the input can stand. */
function reportWith(text: string): Report {
  const subject = { kind: `Pod${text}`, namespace: `n${text}`, name: `p${text}` };
  const file = `a${text}.yaml`;
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
  const told = { message: `message ${text}`, missing: `spec.${text}`, assuming: [`so ${text}`] };
  const first = exampleFinding(subject, 'a', 'high', 'a:1:1-2', { ...told, part: `part ${text}` });
  const second = exampleFinding(subject, 'a', 'high', 'a:1:1-2', { ...told, part: `other ${text}` });
  const nowhere = exampleFinding(subject, 'c', 'low', 'a:1:1-2', { locations: [], path: `spec.${text}` });
  const covered = exampleFinding(subject, `b${text}`, 'low', 'a:1:1-2');
  const accepted = exampleFinding(subject, 'd', 'low', 'a:1:1-2', { accepted: { reason: text, until: text } });
  const placed = [first, second].map((finding) => ({
    ...finding,
    locations: [{ ...location, path: text, missing: text }],
  }));
  const [one = first] = placed;
  return exampleReport({
    checks: [exampleCheck('a', 'high', { controls: [text], title: text, advice: text, why: text })],
    subjects: [
      {
        ...exampleSubject(subject, file, [...placed, nowhere, covered, accepted], {
          unknowns: [{ check: `e${text}`, missing: [{ what: text, hint: text }] }],
        }),
        inventory: text,
      },
    ],
    covered: new Map([[one, [covered]]]),
    coverage: { notJudged: new Map([[text, 1]]) },
    diagnostics: [{ code: 'broken-document', message: text, hint: text, file, location, related: location }],
    files: { [file]: text.trim() },
  });
}

function printed(report: Report, groupBy: 'resource' | 'check', color = false): string {
  const sink = exampleSink({ columns: 140, color, links: color });
  pretty.write(report, sink, { groupBy, all: true });
  return sink.text();
}

function controlsIn(text: string): string[] {
  const controls = new RegExp(String.raw`[\p{Cc}\p{Bidi_Control}]`, 'gu');
  return [...new Set(text.match(controls))];
}

describe('text from the input', () => {
  it.each(['resource', 'check'] as const)('brings no control character into a report by %s', (groupBy) => {
    const text = printed(reportWith(EVIL), groupBy);
    expect(controlsIn(text)).toEqual(['\n']);
    expect(text.split(SEEN).length).toBeGreaterThan(20);
  });

  it.each(['resource', 'check'] as const)('brings no escape of its own into a coloured report by %s', (groupBy) => {
    const own = new RegExp(String.raw`\u{1b}(?:\[\d+m|\]8;;[\x21-\x7e]*\u{1b}\\)`, 'gu');
    expect(controlsIn(printed(reportWith(EVIL), groupBy, true).replace(own, ''))).toEqual(['\n']);
  });

  it('is shown where it was', () => {
    const lines = printed(reportWith('\u001b[31m'), 'resource').split('\n');
    expect(lines.slice(0, 12)).toEqual([
      'a␛[31m.yaml',
      `  Pod␛[31m n␛[31m/p␛[31m${' '.repeat(83)}3 failed · 1 accepted · 1 unknown`,
      '',
      `  HIGH      ␛[31m${' '.repeat(122)}a`,
      '            part ␛[31m message ␛[31m (assuming so ␛[31m)',
      '            a␛[31m.yaml:1:1',
      '              1 │ ␛[31m',
      '                │ ^ missing: ␛[31m',
      '            also    other ␛[31m  a␛[31m.yaml:1:1',
      '            covers  b␛[31m',
      '            fix     ␛[31m',
      '            ␛[31m',
    ]);
  });

  it('is cut where no honest text is so long', () => {
    const subject = { kind: 'Pod', namespace: 'shop', name: 'x'.repeat(100_000) };
    const finding = exampleFinding(subject, 'a', 'high', 'a:1:1-2', { message: 'y '.repeat(100_000) });
    const text = printed(exampleReport({ subjects: [exampleSubject(subject, 'a', [finding])] }), 'resource');
    expect(text.length).toBeLessThan(8000);
  });

  it('takes two columns where its characters do', () => {
    const subject = { kind: 'Pod', namespace: 'shop', name: '東京🚀' };
    const finding = exampleFinding(subject, 'a', 'high', '設定.yaml:2:5-7', {
      part: 'container "東京"',
      message: '特権 で動きます',
    });
    const report = exampleReport({
      checks: [exampleCheck('a', 'high', { title: '特権コンテナ' })],
      subjects: [exampleSubject(subject, '設定.yaml', [finding])],
      files: { '設定.yaml': '名前: x\n画像: 東京\n' },
    });
    const sink = exampleSink({ columns: 50 });
    pretty.write(report, sink, { groupBy: 'resource', all: false });
    expect(sink.text().split('\n').slice(0, 10)).toEqual([
      '設定.yaml',
      '  Pod shop/東京🚀                         1 failed',
      '',
      '  HIGH      特権コンテナ                         a',
      '            container "東京" 特権 で動きます',
      '            設定.yaml:2:5',
      '              1 │ 名前: x',
      '              2 │ 画像: 東京',
      '                │       ^^^^',
      '            fix     Advice.',
    ]);
  });
});
