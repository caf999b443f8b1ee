import { describe, expect, it } from 'vitest';
import { judge } from './engine.ts';
import type { Resource } from './resource.ts';
import { type Judged, ofKinds, type Subject, where } from './subject.ts';
import { toyOptions } from './toy-outcome.ts';
import { toyCheck, toyInventory, toyResource } from './toy-world.ts';

/** Every thing of any kind, and how often its things were asked for. */
function everyThing(): { readonly thing: Subject; readonly asked: string[] } {
  const asked: string[] = [];
  const thing: Subject = {
    name: 'thing',
    covers: (resource) => resource.kind !== 'toys/Hidden',
    *enumerate(inventory): Iterable<Judged> {
      for (const resource of inventory.resources) {
        if (!thing.covers(resource)) continue;
        asked.push(resource.name);
        yield { reference: resource, anchor: { resource, path: [] } };
      }
    },
  };
  return { thing, asked };
}

const resources: readonly Resource[] = [
  toyResource('red', { kind: 'toys/Ball' }),
  toyResource('big', { kind: 'toys/Bear', content: { soft: true } }),
  toyResource('old', { kind: 'toys/Bear' }),
  toyResource('lost', { kind: 'toys/Hidden', content: { soft: true } }),
];

describe('the parts of a subject', () => {
  const { thing, asked } = everyThing();
  const bears = ofKinds(thing, new Set(['toys/Bear', 'toys/Hidden']));
  const soft = where(thing, ({ content }) => content['soft'] === true);
  const inventory = toyInventory(resources);
  const names = (subject: Subject): string[] => Array.from(subject.enumerate(inventory), (view) => view.reference.name);

  it('are those of its views whose resources they cover', () => {
    expect(names(bears)).toEqual(['big', 'old']);
    expect(names(soft)).toEqual(['big']);
    expect(resources.map((resource) => bears.covers(resource))).toEqual([false, true, true, false]);
    expect(resources.map((resource) => soft.covers(resource))).toEqual([false, true, false, false]);
  });

  it('have parts of their own, which show what it shows', () => {
    const softBears = where(
      ofKinds({ ...thing, shows: ['toys/Box'] }, new Set(['toys/Bear'])),
      ({ name }) => name === 'big',
    );
    expect(names(softBears)).toEqual(['big']);
    expect(softBears.shows).toEqual(['toys/Box']);
    expect(softBears.within?.within).toBeUndefined();
    expect(softBears.kinds).toBeUndefined();
  });

  it('are judged with it, each view once and by all of their checks in order', () => {
    asked.length = 0;
    const checks = [
      toyCheck('of-soft', { on: soft }),
      toyCheck('of-all', { on: thing }),
      toyCheck('of-bears', { on: bears }),
    ];
    const judged = Array.from(judge(inventory, { ...toyOptions, checks }), ({ view, subject, passed }) => [
      view.reference.name,
      subject.name,
      ...passed.map(({ id }) => id),
    ]);
    expect(judged).toEqual([
      ['red', 'thing', 'of-all'],
      ['big', 'thing', 'of-soft', 'of-all', 'of-bears'],
      ['old', 'thing', 'of-all', 'of-bears'],
    ]);
    expect(asked).toEqual(['red', 'big', 'old']);
  });

  it('leave out what none of their checks judges', () => {
    const checks = [toyCheck('of-soft', { on: soft })];
    const judged = Array.from(judge(inventory, { ...toyOptions, checks }), ({ view }) => view.reference.name);
    expect(judged).toEqual(['big']);
  });

  it('are judged by the rules of their files', () => {
    const [first, second] = [toyCheck('first', { on: bears }), toyCheck('second', { on: thing })];
    const rules = { 'toys.yaml': { checks: [second] }, 'bears.yaml': { checks: [first, second] } };
    const files = toyInventory([
      toyResource('big', { kind: 'toys/Bear' }),
      toyResource('old', { kind: 'toys/Bear', file: 'bears.yaml' }),
    ]);
    const judged = judge(files, {
      ...toyOptions,
      checks: [first, second],
      rulesFor: (file) => (file === 'bears.yaml' ? rules['bears.yaml'] : rules['toys.yaml']),
    });
    expect(Array.from(judged, ({ passed }) => passed.map(({ id }) => id))).toEqual([['second'], ['first', 'second']]);
  });
});
