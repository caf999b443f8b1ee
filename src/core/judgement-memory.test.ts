import { describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import type { Inventory } from './inventory.ts';
import { createJudgementMemory, type Dependencies } from './judgement-memory.ts';
import type { Resource } from './resource.ts';
import { scan } from './scan.ts';
import type { Judged, Subject } from './subject.ts';
import { box, nothingClaimed, toyCheck, toyInputs, toyInventory, toyResource, toySettings } from './toy-world.ts';

const LID = 'toys/Lid';

/** Boxes by which each check was asked, as `check:box`, since the last look. */
interface Notes {
  readonly checks: readonly Check[];
  taken(): string[];
}

/** Checks that fail on every box whose content says so, and note what they judge. */
function noting(...parts: readonly (Partial<Check> & Pick<Check, 'id'>)[]): Notes {
  const notes: string[] = [];
  const checks = parts.map((part) =>
    toyCheck(part.id, {
      ...part,
      evaluate(judged, report, context) {
        const { resource, path } = judged.anchor;
        notes.push(`${part.id}:${resource.name}`);
        part.evaluate?.(judged, report, context);
        if (resource.content['isWrong'] === true) report.fail('wrong', { resource, path });
      },
    }),
  );
  return { checks, taken: () => notes.splice(0) };
}

const dependencies: Dependencies = {
  reads: (check, resource) => check.reads.includes(resource.kind),
  isSelfContained: ({ name }) => name === 'box',
  shownOfOthers: ['others'],
  linkOf: () => '',
};

/** Scans these resources, one list after another, with and without memory; gives what the memory judged each time. */
function judgedBy(
  notes: Notes,
  scans: readonly (readonly Resource[] | { readonly inventory: Inventory; readonly day?: string })[],
  parts: Partial<Dependencies> = {},
): string[][] {
  const memory = createJudgementMemory({ ...dependencies, ...parts });
  return scans.map((one) => {
    const inventory = 'inventory' in one ? one.inventory : toyInventory(one);
    const read = toyInputs([], { inventories: [inventory] });
    const day = 'inventory' in one ? one.day : undefined;
    const settings = toySettings(notes.checks, day === undefined ? {} : { now: Date.parse(day) });
    notes.taken();
    const remembered = scan(read, memory.recall(read, settings));
    const judged = notes.taken();
    expect(remembered).toEqual(scan(read, settings));
    return judged;
  });
}

const wrong = { content: { isWrong: true } };
const [red, blue, lid] = [toyResource('red', wrong), toyResource('blue'), toyResource('lid', { kind: LID })];

/** Red is linked to lids, by their number. */
const linkOf: Dependencies['linkOf'] = ({ name }, inventory) =>
  name === 'red' ? String(inventory.ofKind(LID).length) : '';

describe('the memory of judgements', () => {
  it('judges nothing again where nothing changed', () => {
    expect(
      judgedBy(noting({ id: 'a' }, { id: 'b' }), [
        [red, blue],
        [red, blue],
      ]),
    ).toEqual([['a:red', 'b:red', 'a:blue', 'b:blue'], []]);
  });

  it('judges what was added and what changed', () => {
    const [again, green] = [toyResource('blue', wrong), toyResource('green')];
    expect(judgedBy(noting({ id: 'a' }), [[red, blue], [red, again], [green, red, again], [red]])).toEqual([
      ['a:red', 'a:blue'],
      ['a:blue'],
      ['a:green'],
      [],
    ]);
  });

  it('judges all by who reads the kind of what was added, removed or changed', () => {
    const notes = noting({ id: 'a', reads: [LID] }, { id: 'b' });
    const other = toyResource('lid', { kind: LID });
    expect(judgedBy(notes, [[red], [red, lid], [red, other], [red], [red]])).toEqual([
      ['a:red', 'b:red'],
      ['a:red'],
      ['a:red'],
      ['a:red'],
      [],
    ]);
  });

  it.each(['now', 'today'] as const)('judges again, at another time, by who asks for %s', (word) => {
    const notes = noting({ id: 'a', evaluate: (_judged, _report, context) => void context[word] }, { id: 'b' });
    const [first, later] = ['2026-01-01', '2026-01-02'].map((day) => ({ inventory: toyInventory([red]), day }));
    expect(judgedBy(notes, [first ?? [], first ?? [], later ?? [], later ?? []])).toEqual([
      ['a:red', 'b:red'],
      [],
      ['a:red'],
      [],
    ]);
  });

  it('forgets that a check asked for the time when it no longer does', () => {
    let asks = true;
    const notes = noting({ id: 'a', evaluate: (_judged, _report, context) => void (asks && context.now) });
    const memory = createJudgementMemory(dependencies);
    const read = toyInputs([red]);
    const judged = [1, 2, 3].map((day) => {
      scan(read, memory.recall(read, toySettings(notes.checks, { now: Date.UTC(2026, 0, day) })));
      asks = false;
      return notes.taken();
    });
    expect(judged).toEqual([['a:red'], ['a:red'], []]);
  });

  it('judges again by who reads anything where something else was not read whole', () => {
    const notes = noting({ id: 'a', reads: [LID] }, { id: 'b' });
    const coverage = { claims: [], gaps: [{ file: 'x.yaml', why: 'broken' }] };
    const scans = [nothingClaimed, coverage, { ...coverage }, nothingClaimed].map((covered) => ({
      inventory: toyInventory([red], { coverage: covered }),
    }));
    expect(judgedBy(notes, scans)).toEqual([['a:red', 'b:red'], ['a:red'], [], ['a:red']]);
  });

  it('judges again what shows more than its resource', () => {
    const notes = noting({ id: 'a' });
    expect(judgedBy(notes, [[red], [red]], { isSelfContained: () => false })).toEqual([['a:red'], ['a:red']]);
  });

  it('judges again at every change by who looks at what a view shows of others', () => {
    const sociable: Subject = {
      ...box,
      *enumerate(inventory) {
        for (const view of box.enumerate(inventory)) {
          yield { ...view, anchor: view.anchor, others: inventory.resources.length } as Judged;
        }
      },
    };
    const looks = noting(
      { id: 'a', on: sociable, evaluate: (judged) => void ('others' in judged && judged.others) },
      { id: 'b', on: sociable },
    );
    expect(judgedBy(looks, [[red], [red], [red, lid], [red, lid]])).toEqual([['a:red', 'b:red'], [], ['a:red'], []]);
  });

  it('judges all again where the order changed', () => {
    expect(
      judgedBy(noting({ id: 'a' }), [
        [red, lid, blue],
        [blue, red],
      ]),
    ).toEqual([
      ['a:red', 'a:blue'],
      ['a:blue', 'a:red'],
    ]);
  });

  it('takes a resource that is linked to others now for another one', () => {
    const notes = noting({ id: 'a' }, { id: 'b', reads: ['toys/Box'] });
    expect(
      judgedBy(
        notes,
        [
          [red, blue],
          [red, blue, lid],
        ],
        { linkOf },
      ),
    ).toEqual([
      ['a:red', 'b:red', 'a:blue', 'b:blue'],
      ['a:red', 'b:red', 'b:blue'],
    ]);
  });

  it('keeps the views of one resource apart', () => {
    const twice: Subject = {
      ...box,
      *enumerate(inventory) {
        for (const view of box.enumerate(inventory)) {
          yield view;
          yield { ...view, factRoot: ['second'] };
        }
      },
    };
    const notes = noting({
      id: 'a',
      on: twice,
      evaluate(judged, report) {
        if ('factRoot' in judged) report.fail('wrong', { resource: blue, path: ['second', 'door'] });
      },
    });
    expect(judgedBy(notes, [[blue], [blue], [blue]])).toEqual([['a:blue', 'a:blue'], [], []]);
  });

  it('judges all again by other checks', () => {
    const [one, two] = [noting({ id: 'a' }), noting({ id: 'b' })];
    const memory = createJudgementMemory(dependencies);
    const read = toyInputs([red]);
    scan(read, memory.recall(read, toySettings(one.checks)));
    scan(read, memory.recall(read, toySettings(two.checks)));
    expect([one.taken(), two.taken()]).toEqual([['a:red'], ['b:red']]);
  });

  it('keeps inventories apart', () => {
    const notes = noting({ id: 'a' });
    const memory = createJudgementMemory(dependencies);
    function scanned(...ids: readonly string[]): string[] {
      const read = toyInputs([], { inventories: ids.map((id) => toyInventory([red], { id })) });
      scan(read, memory.recall(read, toySettings(notes.checks)));
      return notes.taken();
    }
    expect([scanned('one', 'two'), scanned('one', 'two'), scanned('two', 'three')]).toEqual([
      ['a:red', 'a:red'],
      [],
      ['a:red'],
    ]);
  });
});
