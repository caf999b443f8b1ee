import { describe, expect, it } from 'vitest';
import { type Check, type Context, defineCheck } from './check.ts';
import { judge, judgeSubject } from './engine.ts';
import { integer, strings } from './parameter.ts';
import { contextOf } from './runs.ts';
import { boxView, outcomeOf, outcomeOfDrawers, toyOptions } from './toy-outcome.ts';
import { box, toyCheck, toyInventory, toyResource } from './toy-world.ts';

describe('a check of a whole subject', () => {
  it('passes if it says nothing', () => {
    expect(outcomeOf(() => {})).toMatchObject({ verdict: 'pass', failures: [], missing: [], crash: undefined });
  });

  it('fails with every failure that it reports, in order', () => {
    const view = boxView();
    const outcome = outcomeOf((_judged, report) => {
      report.fail('wrong', view.at('a'));
      report.fail('wrong', view.at('b'));
    }, view);
    expect(outcome.verdict).toBe('fail');
    expect(outcome.failures).toEqual([
      { message: 'wrong', data: {}, at: view.at('a'), fact: view.at('a'), part: undefined, assuming: [] },
      { message: 'wrong', data: {}, at: view.at('b'), fact: view.at('b'), part: undefined, assuming: [] },
    ]);
  });

  it('carries the data of a message', () => {
    const check = defineCheck({
      id: 'toy',
      on: box,
      severity: 'low',
      title: 'Toy',
      why: 'It is a toy.',
      advice: 'Play on.',
      messages: { long: 'the drawer {drawer} holds {count}' },
      evaluate: (judged, report) => void report.fail('long', judged.at('lid'), { drawer: 'top', count: 9 }),
    });
    const { failures } = judgeSubject(check, boxView(), contextOf(check, toyInventory([]), toyOptions));
    expect(failures.map(({ message, data }) => [message, data])).toEqual([['long', { drawer: 'top', count: 9 }]]);
  });

  it('is unknown with what is missing', () => {
    const missing = { what: 'no Doll "anna" is among the inputs', hint: 'scan its folder too' };
    expect(outcomeOf((_judged, report) => report.unknown(missing))).toMatchObject({
      verdict: 'unknown',
      missing: [missing],
      crash: undefined,
    });
  });

  it('is not applicable if it says so', () => {
    expect(outcomeOf((_judged, report) => report.notApplicable()).verdict).toBe('not-applicable');
  });

  it('is unknown rather than not applicable if it says both', () => {
    const outcome = outcomeOf((_judged, report) => {
      report.notApplicable();
      report.unknown({ what: 'the lid' });
    });
    expect(outcome.verdict).toBe('unknown');
  });

  it('fails rather than being unknown, and keeps what is missing', () => {
    const outcome = outcomeOf((judged, report) => {
      report.unknown({ what: 'the lid' });
      report.fail('wrong', judged.anchor);
      report.notApplicable();
    });
    expect(outcome.verdict).toBe('fail');
    expect(outcome.missing).toEqual([{ what: 'the lid' }]);
    expect(outcome.failures).toHaveLength(1);
  });
});

describe('what a failure is about', () => {
  it('is the reported field, unless the check says otherwise', () => {
    const view = boxView();
    const outcome = outcomeOf((_judged, report) => {
      report.fail('wrong', view.at('drawers', 0, 'lock')).about(view.at('drawers', 0));
      report.fail('wrong', view.at('lid'));
    }, view);
    expect(outcome.failures.map(({ at, fact }) => [at.path, fact.path])).toEqual([
      [
        ['drawers', 0, 'lock'],
        ['drawers', 0],
      ],
      [['lid'], ['lid']],
    ]);
  });

  it('may rest on assumptions, which add up and touch no other failure', () => {
    const outcome = outcomeOf((judged, report) => {
      const open = report.assuming('the lid is open');
      open.assuming('nobody looks').fail('wrong', judged.anchor);
      open.fail('wrong', judged.anchor);
      report.fail('wrong', judged.anchor);
    });
    expect(outcome.failures.map(({ assuming }) => assuming)).toEqual([
      ['the lid is open', 'nobody looks'],
      ['the lid is open'],
      [],
    ]);
  });

  it('may not be applicable, or unknown, under an assumption either', () => {
    expect(outcomeOf((_judged, report) => report.assuming('x').notApplicable()).verdict).toBe('not-applicable');
    expect(outcomeOf((_judged, report) => report.assuming('x').unknown({ what: 'y' })).verdict).toBe('unknown');
  });
});

describe('a check of each part', () => {
  it.each([
    [[], 'not-applicable'],
    [['pass'], 'pass'],
    [['pass', 'not-applicable'], 'pass'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [['pass', 'unknown'], 'unknown'],
    [['unknown', 'fail', 'pass'], 'fail'],
  ])('folds %j into %s', (names, verdict) => {
    const outcome = outcomeOfDrawers(names, (name, report, judged) => {
      if (name === 'fail') report.fail('wrong', judged.anchor);
      if (name === 'unknown') report.unknown({ what: 'the key' });
      if (name === 'not-applicable') report.notApplicable();
    });
    expect(outcome.verdict).toBe(verdict);
  });

  it('names the part in each failure, and keeps what is missing of every part', () => {
    const outcome = outcomeOfDrawers(['a', 'b', 'c'], (name, report, judged) => {
      if (name === 'b') report.unknown({ what: 'the key of b' });
      else report.fail('wrong', judged.anchor);
    });
    expect(outcome.verdict).toBe('fail');
    expect(outcome.failures.map(({ part }) => part)).toEqual(['drawer "a"', 'drawer "c"']);
    expect(outcome.missing).toEqual([{ what: 'the key of b' }]);
  });

  it('judges the other parts after one on which it crashed', () => {
    const outcome = outcomeOfDrawers(['a', 'b'], (name, report, judged) => {
      if (name === 'a') throw new TypeError('a is not iterable');
      report.fail('wrong', judged.anchor);
    });
    expect(outcome).toMatchObject({
      verdict: 'fail',
      crash: 'a is not iterable',
      missing: [{ what: 'the check failed: a is not iterable' }],
    });
  });

  it('is unknown if the parts cannot be told, and keeps what the first ones said', () => {
    const view = boxView();
    const each = {
      name: 'drawer',
      *enumerate() {
        yield { part: 'drawer "a"', anchor: view.at('drawers', 0) };
        throw new Error('the box fell apart');
      },
    };
    expect(outcomeOf(() => {}, view, { each })).toMatchObject({
      verdict: 'unknown',
      crash: 'the box fell apart',
      missing: [{ what: 'the check failed: the box fell apart' }],
    });
    const failed = outcomeOf((judged, report) => void report.fail('wrong', judged.anchor), view, { each });
    expect(failed).toMatchObject({ verdict: 'fail', crash: 'the box fell apart' });
    expect(failed.failures).toHaveLength(1);
  });
});

describe('judge', () => {
  it('gives every pair of subject and check exactly one verdict', () => {
    const says: Readonly<Record<string, Check['evaluate']>> = {
      passes: () => {},
      fails: (judged, report) => void report.fail('wrong', judged.anchor),
      'does-not-know': (_judged, report) => report.unknown({ what: 'the lid' }),
      'does-not-apply': (_judged, report) => report.notApplicable(),
      crashes: () => {
        throw new Error('boom');
      },
    };
    const checks = Object.entries(says).map(([id, evaluate]) => toyCheck(id, { evaluate }));
    const inventory = toyInventory([toyResource('a'), toyResource('b'), toyResource('c', { kind: 'toys/Doll' })]);
    const judged = [...judge(inventory, { ...toyOptions, checks })];
    expect(
      judged.map(({ view, outcomes, passed, notApplicable }) => [
        view.reference.name,
        outcomes.map(({ check, verdict }) => `${check.id}: ${verdict}`),
        passed.map(({ id }) => id),
        notApplicable.map(({ id }) => id),
      ]),
    ).toEqual(
      ['a', 'b'].map((name) => [
        name,
        ['fails: fail', 'does-not-know: unknown', 'crashes: unknown'],
        ['passes'],
        ['does-not-apply'],
      ]),
    );
  });

  it('judges every kind of subject that the checks name', () => {
    const doll = { ...box, name: 'doll', enumerate: () => [boxView()] };
    const checks = [toyCheck('of-boxes'), toyCheck('of-dolls', { on: doll }), toyCheck('of-boxes-too')];
    const judged = [...judge(toyInventory([toyResource('a')]), { ...toyOptions, checks })];
    expect(judged.map(({ subject, passed }) => [subject.name, passed.map(({ id }) => id)])).toEqual([
      ['box', ['of-boxes', 'of-boxes-too']],
      ['doll', ['of-dolls']],
    ]);
  });

  it('judges nothing without checks', () => {
    expect([...judge(toyInventory([toyResource('a')]), toyOptions)]).toEqual([]);
  });

  it('gives the check its parameters, the target version, the date and the inventory', () => {
    const inventory = toyInventory([toyResource('a')]);
    const contexts: Context[] = [];
    const check = toyCheck('toy', {
      parameters: { most: integer(3), names: strings('x') },
      evaluate: (_judged, _report, context) => void contexts.push(context),
    });
    const parameters = { toy: { most: 7, names: 'not a list', other: 1 }, another: { most: 9 } };
    expect([...judge(inventory, { ...toyOptions, checks: [check], parameters, provider: 'aws' })]).toHaveLength(1);
    expect(contexts).toEqual([
      {
        parameters: { most: 7, names: ['x'] },
        targetVersion: { major: 1, minor: 36 },
        now: Date.parse('2026-11-21'),
        today: '2026-11-21',
        provider: 'aws',
        inventory,
      },
    ]);
  });

  it('judges the subjects of a file by the rules for it', () => {
    const noted: string[] = [];
    function noting(id: string) {
      const parameters = { most: integer(1) };
      return toyCheck(id, {
        parameters,
        evaluate: ({ anchor }, _report, context) => {
          noted.push(`${id} ${anchor.resource.name} ${JSON.stringify(context.parameters)}`);
        },
      });
    }
    const [everywhere, here] = [noting('everywhere'), noting('here')];
    const rules = { checks: [here], parameters: { here: { most: 2 } } };
    const base = { checks: [everywhere] };
    const inventory = toyInventory([
      toyResource('a', { file: 'a.yaml' }),
      toyResource('b', { file: 'b.yaml' }),
      toyResource('c', { file: 'b.yaml' }),
    ]);
    const judged = judge(inventory, {
      ...toyOptions,
      checks: [everywhere, here],
      rulesFor: (file) => (file === 'b.yaml' ? rules : base),
    });
    expect([...judged].map(({ passed }) => passed.map(({ id }) => id))).toEqual([['everywhere'], ['here'], ['here']]);
    expect(noted).toEqual(['everywhere a {"most":1}', 'here b {"most":2}', 'here c {"most":2}']);
  });
});
