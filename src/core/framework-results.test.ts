import { describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import { judge } from './engine.ts';
import type { Control, Framework } from './framework.ts';
import { createEvidenceBook, type FrameworkResult, frameworkResult, hasExceptions } from './framework-results.ts';
import { scan } from './scan.ts';
import type { Part } from './subject.ts';
import {
  type Box,
  boxWithDrawers,
  type Drawer,
  exceptionAt,
  failingCheck,
  nothingClaimed,
  toyCheck,
  toyControl,
  toyFramework,
  toyInputs,
  toyInventory,
  toyResource,
  toySettings,
} from './toy-world.ts';

const twoBoxes = [toyResource('a', { line: 1 }), toyResource('b', { line: 2 })];
const fails = failingCheck('fails', ['lid']);
const passes = toyCheck('passes');
const open = toyCheck('open', { evaluate: (_, report) => report.unknown({ what: 'no key', hint: 'bring it' }) });
const never = toyCheck('never', { evaluate: (_, report) => report.notApplicable() });
const failsOnB = toyCheck('fails-on-b', {
  evaluate(judged, report) {
    if (judged.anchor.resource.name === 'b') report.fail('wrong', judged.anchor);
  },
});
const every = [fails, passes, open, never, failsOnB];

function assessed(
  controls: readonly Control[],
  inputs: Parameters<typeof scan>[0] = toyInputs(twoBoxes),
  checks: readonly Check[] = every,
): FrameworkResult {
  const isCheck = (id: string) => every.some((check) => check.id === id);
  const { frameworks } = scan(inputs, toySettings(checks, { assess: [toyFramework(controls)], isCheck }));
  const [result] = frameworks;
  if (result === undefined) throw new Error('no framework was assessed');
  return result;
}

function verdictOf(...given: Parameters<typeof toyControl>[1]): string | undefined {
  return assessed([toyControl('1', given)]).controls[0]?.verdict;
}

describe('a control', () => {
  it.each([
    [['passes'], 'pass'],
    [['fails'], 'fail'],
    [['open'], 'unknown'],
    [['never'], 'not-applicable'],
    [['passes', 'never'], 'pass'],
    [['passes', 'open', 'never'], 'unknown'],
    [['open', 'passes', 'fails'], 'fail'],
    [['fails-on-b', 'passes'], 'fail'],
    [['absent', 'passes'], 'unknown'],
    [['absent', 'fails'], 'fail'],
    [['absent', 'never'], 'unknown'],
  ] as const)('of %j is %s', ([first, ...rest], verdict) => {
    expect(verdictOf(first, ...rest)).toBe(verdict);
  });

  it('without any subject is not applicable', () => {
    const { controls } = assessed([toyControl('1', ['fails', 'passes'])], toyInputs([]));
    expect(controls.map(({ verdict }) => verdict)).toEqual(['not-applicable']);
  });

  it('names the subjects of each check, and what they miss', () => {
    const [control] = assessed([toyControl('1', ['fails-on-b', 'open', 'never', 'passes'])]).controls;
    const nothing = { failed: [], accepted: [], unknown: [], skipped: [], passed: 0, notApplicable: 0 };
    const missing = [{ what: 'no key', hint: 'bring it' }];
    expect(control?.evidence).toEqual([
      { ...nothing, check: 'fails-on-b', failed: [1], passed: 1 },
      {
        ...nothing,
        check: 'open',
        unknown: [
          { subject: 0, missing },
          { subject: 1, missing },
        ],
      },
      { ...nothing, check: 'never', notApplicable: 2 },
      { ...nothing, check: 'passes', passed: 2 },
    ]);
  });

  it('names checks that are not there or did not run', () => {
    const [control] = assessed([toyControl('1', ['absent', 'fails', 'passes', 'gone', 'open'])], toyInputs(twoBoxes), [
      passes,
    ]).controls;
    expect(control?.verdict).toBe('unknown');
    expect(control?.missing).toEqual([
      { what: 'not in this version: absent, gone' },
      { what: 'did not run: fails, open' },
    ]);
    expect(control?.evidence.map(({ check }) => check)).toEqual(['passes']);
  });

  it('does not pass where the input was not read whole', () => {
    const files = ['a.yaml', 'b.yaml', 'b.yaml', 'c.yaml', 'd.yaml'];
    const coverage = { ...nothingClaimed, gaps: files.map((file) => ({ file, why: 'it is broken' })) };
    const inputs = toyInputs([], { inventories: [toyInventory(twoBoxes, { coverage })] });
    const { controls } = assessed([toyControl('1', ['passes']), toyControl('2', ['fails'])], inputs);
    const missing = [{ what: 'not read whole: a.yaml, b.yaml, c.yaml and 1 more' }];
    expect(controls.map((control) => [control.verdict, control.missing])).toEqual([
      ['unknown', missing],
      ['fail', missing],
    ]);
  });

  it('that another input answers is unknown and names it; a manual one stands outside', () => {
    const words = { name: 'doors', reason: 'They are elsewhere.' };
    const { controls, counts } = assessed([
      {
        ...words,
        id: '1',
        answeredBy: 'node inventory',
        inputs: ['kubelet configuration', 'PKI files'],
        answers: 'whole',
      },
      { ...words, id: '2', answeredBy: 'manual', byHand: 'Look.' },
    ]);
    expect(controls.map(({ verdict, missing }) => [verdict, missing])).toEqual([
      ['unknown', [{ what: 'not among the inputs: kubelet configuration, PKI files' }]],
      ['manual', []],
    ]);
    expect(counts).toMatchObject({ controls: 2, unknown: 1, manual: 1 });
  });

  it('folds nothing: a fact that another check covers fails as well', () => {
    const leader = failingCheck('leader', ['lid'], { covers: ['fails'] });
    const [control] = assessed([toyControl('1', ['fails'])], toyInputs(twoBoxes), [leader, fails]).controls;
    expect(control?.verdict).toBe('fail');
    expect(control?.evidence.map(({ failed }) => failed)).toEqual([[0, 1]]);
  });
});

describe('a check that is kept from a subject', () => {
  it('leaves the control unknown, unless it failed elsewhere', () => {
    const inventory = toyInventory(twoBoxes);
    const book = createEvidenceBook(every);
    const judgedByAll = [...judge(inventory, toySettings(every))];
    const result = scan(toyInputs(twoBoxes), toySettings(every)).subjects;
    for (const [place, judged] of judgedByAll.entries()) {
      const [subject] = result.slice(place);
      if (subject === undefined) continue;
      if (place === 0) book.note(judged, subject, place);
      else book.note({ ...judged, passed: [], outcomes: [] }, { ...subject, findings: [], unknowns: [] }, place);
    }
    const framework = toyFramework([toyControl('1', ['passes', 'never']), toyControl('2', ['fails'])]);
    const { controls } = frameworkResult(framework, { evidence: book, isCheck: () => true, unread: [] });
    expect(controls.map(({ verdict, missing }) => [verdict, missing])).toEqual([
      ['unknown', [{ what: 'did not run everywhere: passes' }]],
      ['fail', [{ what: 'did not run everywhere: fails' }]],
    ]);
    expect(book.of('passes')).toMatchObject({ skipped: [1], passed: 1 });
    expect(book.of('never')).toMatchObject({ skipped: [], notApplicable: 2 });
  });
});

describe('accepted findings', () => {
  const container: Part<Box, Drawer> = {
    name: 'container',
    enumerate: ({ drawers }) => drawers.map((one) => ({ ...one, part: `container "${one.name}"` })),
  };
  const both = [exceptionAt('fails', 1), exceptionAt('fails', 2)];

  it('let a control pass, by name', () => {
    const result = assessed([toyControl('1', ['fails', 'never'])], toyInputs(twoBoxes, { exceptions: both }));
    const [control] = result.controls;
    expect(control?.verdict).toBe('pass');
    expect(control !== undefined && hasExceptions(control)).toBe(true);
    expect(control?.evidence[0]?.accepted).toEqual([0, 1]);
    expect(result.counts).toMatchObject({ pass: 1, passWithExceptions: 1, fail: 0 });
  });

  it('of one subject do not help the other', () => {
    const inputs = toyInputs(twoBoxes, { exceptions: both.slice(0, 1) });
    const [control] = assessed([toyControl('1', ['fails'])], inputs).controls;
    expect(control?.verdict).toBe('fail');
    expect(control?.evidence[0]?.failed).toEqual([1]);
    expect(control !== undefined && hasExceptions(control)).toBe(false);
  });

  it('do not settle what is unknown', () => {
    const inputs = toyInputs(twoBoxes, { exceptions: both });
    expect(assessed([toyControl('1', ['fails', 'open'])], inputs).controls[0]?.verdict).toBe('unknown');
  });

  it('of some parts leave the verdict failed', () => {
    const scope = { of: 'object', kind: 'toys/Box', namespace: 'attic', name: 'a', containers: ['top'] } as const;
    const loose = toyCheck('fails', {
      each: container,
      evaluate: (judged, report) => void report.fail('wrong', judged.anchor),
    });
    function verdictWith(drawers: readonly string[]): string | undefined {
      const exceptions = [{ ...exceptionAt('fails', 1), scope }];
      const inputs = toyInputs([boxWithDrawers('a', drawers)], { exceptions });
      return assessed([toyControl('1', ['fails'])], inputs, [loose]).controls[0]?.verdict;
    }
    expect([verdictWith(['top']), verdictWith(['top', 'low'])]).toEqual(['pass', 'fail']);
  });
});

describe('the results of a framework', () => {
  const framework: Framework = toyFramework([
    toyControl('1', ['passes']),
    toyControl('2', ['fails']),
    toyControl('3', ['open']),
    toyControl('4', ['never']),
  ]);

  it('add up', () => {
    expect(assessed(framework.controls).counts).toEqual({
      controls: 4,
      pass: 1,
      passWithExceptions: 0,
      fail: 1,
      unknown: 1,
      manual: 0,
      notApplicable: 1,
    });
  });

  it('are of all inventories of the scan', () => {
    const inventories = [toyInventory(twoBoxes.slice(0, 1)), toyInventory(twoBoxes.slice(1), { id: 'others' })];
    const [control] = assessed([toyControl('1', ['fails'])], toyInputs([], { inventories })).controls;
    expect(control?.evidence[0]?.failed).toEqual([0, 1]);
  });

  it('are there only if they were asked for', () => {
    expect(scan(toyInputs(twoBoxes), toySettings(every, { frameworks: [framework] })).frameworks).toEqual([]);
  });
});
