import { describe, expect, it } from 'vitest';
import { controlsByCheck } from './framework.ts';
import type { Inventory } from './inventory.ts';
import { scan } from './scan.ts';
import {
  box,
  exceptionAt,
  failingCheck,
  toyCheck,
  toyControl,
  toyFramework,
  toyInputs,
  toyInventory,
  toyResource,
  toySettings,
} from './toy-world.ts';
import { recordingView, UnknownValue } from './unknown-value.ts';
import { noCounts } from './verdict.ts';

describe('a report', () => {
  const framework = toyFramework([toyControl('1', ['lid']), toyControl('2', ['lid', 'lock'])]);

  it('says what was judged, by what and for what', () => {
    const fix = { effect: 'safe', because: 'nobody minds', edits() {} } as const;
    const checks = [toyCheck('lid', { fix }), toyCheck('lock', { severity: 'low' })];
    const report = scan(toyInputs([toyResource('a')]), toySettings(checks, { frameworks: [framework] }));
    const { tool, targetVersion, today, inputs: given, counts, score, severities: bySeverity } = report;
    expect({ tool, targetVersion, today, given, counts, score, bySeverity }).toEqual({
      tool: { name: 'seawall', version: '1.2.3' },
      targetVersion: '1.36',
      today: '2026-11-21',
      given: ['toys.yaml'],
      counts: { judged: 2, failed: 0, accepted: 0, unknown: 0, passed: 2, notApplicable: 0 },
      score: 100,
      bySeverity: { critical: 0, high: 0, medium: 0, low: 0 },
    });
    expect([...report.checks]).toEqual([
      [
        'lid',
        {
          id: 'lid',
          severity: 'medium',
          title: 'lid',
          why: 'It is a toy.',
          advice: 'Play on.',
          fix: { effect: 'safe', because: 'nobody minds' },
          controls: ['Toys 1', 'Toys 2'],
        },
      ],
      ['lock', expect.objectContaining({ severity: 'low', fix: undefined, controls: ['Toys 2'] })],
    ]);
  });

  it('of nothing has no score', () => {
    const report = scan(toyInputs([]), toySettings([toyCheck('lid')]));
    expect([report.score, report.counts, report.subjects]).toEqual([undefined, noCounts, []]);
  });

  it('names a control once for each label', () => {
    const twice = { ...framework, label: () => 'Toys' };
    expect(controlsByCheck([twice, framework]).get('lid')).toEqual(['Toys', 'Toys 1', 'Toys 2']);
    expect(controlsByCheck([framework]).get('absent')).toBeUndefined();
  });
});

describe('the subjects of a report', () => {
  it('stand in reading order, whatever the order of the checks, with their place', () => {
    const doll = {
      ...box,
      name: 'doll',
      covers: () => false,
      *enumerate(inventory: Inventory) {
        for (const view of box.enumerate(inventory))
          yield { ...view, reference: { ...view.reference, kind: 'toys/Doll' } };
      },
    };
    const resources = ['c', 'a', 'b'].map((name, index) => toyResource(name, { line: index + 1 }));
    const report = scan(toyInputs(resources), toySettings([toyCheck('of-dolls', { on: doll }), toyCheck('of-boxes')]));
    expect(report.subjects.map(({ type, reference, location }) => [type, reference.name, location?.line])).toEqual([
      ['doll', 'c', 1],
      ['box', 'c', 1],
      ['doll', 'a', 2],
      ['box', 'a', 2],
      ['doll', 'b', 3],
      ['box', 'b', 3],
    ]);
  });

  it('have their findings worst first, and in the order of the checks where equally bad', () => {
    const checks = [
      failingCheck('low', ['a'], { severity: 'low' }),
      failingCheck('high-b', ['b'], { severity: 'high' }),
      failingCheck('critical', ['c'], { severity: 'critical' }),
      failingCheck('high-a', ['d'], { severity: 'high' }),
    ];
    const [subject] = scan(toyInputs([toyResource('a')]), toySettings(checks)).subjects;
    expect(subject?.findings.map(({ check }) => check)).toEqual(['critical', 'high-b', 'high-a', 'low']);
  });

  it('keep what is missing of their unknown verdicts', () => {
    const check = toyCheck('lid', { evaluate: (_judged, report) => report.unknown({ what: 'the lid', hint: 'look' }) });
    const [subject] = scan(toyInputs([toyResource('a')]), toySettings([check])).subjects;
    expect(subject?.unknowns).toEqual([{ check: 'lid', missing: [{ what: 'the lid', hint: 'look' }] }]);
    expect(subject?.counts).toEqual({ judged: 1, failed: 0, accepted: 0, unknown: 1, passed: 0, notApplicable: 0 });
  });

  it('are accepted where every finding is', () => {
    const check = toyCheck('lid', {
      evaluate(judged, report) {
        const { resource } = judged.anchor;
        for (const field of ['lid', 'lock']) report.fail('wrong', { resource, path: [field] });
      },
    });
    const read = toyInputs([toyResource('a', { line: 1 }), toyResource('b', { line: 2 })], {
      exceptions: [exceptionAt('lid', 2)],
    });
    const { subjects, counts, severities: bySeverity } = scan(read, toySettings([check]));
    expect(subjects.map((subject) => [subject.counts.failed, subject.counts.accepted])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([counts.failed, counts.accepted, bySeverity.medium]).toEqual([1, 1, 1]);
  });

  it('fail with a verdict that is accepted in part', () => {
    const check = toyCheck('lid', {
      evaluate(_judged, report) {
        report.fail('wrong', { resource: toyResource('a', { line: 1 }), path: [] });
        report.fail('wrong', { resource: toyResource('a', { line: 2 }), path: [] });
      },
    });
    const read = toyInputs([toyResource('a')], { exceptions: [exceptionAt('lid', 2)] });
    const report = scan(read, toySettings([check]));
    expect(report.counts).toMatchObject({ judged: 1, failed: 1, accepted: 0 });
    expect(report.subjects[0]?.findings.map(({ accepted }) => accepted)).toEqual([undefined, { reason: 'known' }]);
    expect(report.folded).toHaveLength(1);
  });
});

describe('the diagnostics of a report', () => {
  it('are those of the reading, then crashes, then exceptions', () => {
    const crash = toyCheck('crash', {
      evaluate() {
        throw new TypeError('lid is undefined');
      },
    });
    const read = toyInputs([toyResource('a', { line: 3 })], {
      diagnostics: [{ code: 'not-covered', message: 'a chart', file: 'chart' }],
      exceptions: [exceptionAt('crash', 9), exceptionAt('typo', 8)],
    });
    const report = scan(read, toySettings([crash]));
    expect(report.diagnostics).toEqual([
      { code: 'not-covered', message: 'a chart', file: 'chart' },
      {
        code: 'check-crashed',
        message: 'crash failed on Box attic/a: lid is undefined',
        hint: 'please report it with the object',
        file: 'toys.yaml',
        location: { file: 'toys.yaml', line: 3, column: 1, endLine: 3, endColumn: 2, path: '' },
      },
      expect.objectContaining({ code: 'exception-unmatched', message: 'the exception of crash matches no finding' }),
      expect.objectContaining({ code: 'exception-invalid', message: 'there is no check "typo"' }),
    ]);
    expect(report.counts).toMatchObject({ judged: 1, unknown: 1 });
  });

  it('tell of a crash behind a failure too', () => {
    const crash = toyCheck('crash', {
      evaluate(judged, report) {
        report.fail('wrong', judged.anchor);
        throw new TypeError('lid is undefined');
      },
    });
    const report = scan(toyInputs([toyResource('a')]), toySettings([crash]));
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['check-crashed']);
    expect(report.counts).toMatchObject({ judged: 1, failed: 1, unknown: 0 });
  });
});

describe('a box whose owner is not known', () => {
  it('is judged, and none of its findings is dropped', () => {
    const content = recordingView({ owner: new UnknownValue('not set') });
    const report = scan(toyInputs([toyResource('a', { content })]), toySettings([failingCheck('lid', ['lid'])]));
    expect(report.folded).toHaveLength(1);
    expect(report.counts).toMatchObject({ judged: 1, failed: 1 });
  });
});

describe('the coverage of a report', () => {
  it('says what was read and what no check judges', () => {
    const resources = [
      toyResource('a'),
      toyResource('b', { kind: 'toys/Doll' }),
      toyResource('c', { kind: 'toys/Doll' }),
      toyResource('d', { kind: 'Ball' }),
    ];
    const gaps = [{ file: 'broken.yaml', why: 'expected ":"' }];
    const read = toyInputs(resources, {
      inventories: [toyInventory(resources, { coverage: { claims: [], gaps } })],
      files: 7,
      otherDocuments: 3,
    });
    expect(scan(read, toySettings([toyCheck('lid'), failingCheck('lock', [])])).coverage).toEqual({
      files: 7,
      objects: 4,
      workloads: 0,
      otherDocuments: 3,
      notJudged: new Map([
        ['toys/Doll', 2],
        ['Ball', 1],
      ]),
      gaps,
    });
  });

  it('counts workloads, and every inventory', () => {
    const workload = { ...box, name: 'workload' };
    const read = toyInputs([], {
      inventories: [toyInventory([toyResource('a')]), toyInventory([toyResource('b')], { id: 'other' })],
    });
    const { coverage, subjects } = scan(read, toySettings([toyCheck('lid', { on: workload })]));
    expect([coverage.workloads, coverage.objects]).toEqual([2, 2]);
    expect(subjects.map(({ inventory, reference }) => [inventory, reference.name])).toEqual([
      ['toys', 'a'],
      ['other', 'b'],
    ]);
  });
});
