import { describe, expect, it } from 'vitest';
import { type Check, defineCheck } from './check.ts';
import { judgeSubject } from './engine.ts';
import type { Finding } from './finding.ts';
import type { Inventory } from './inventory.ts';
import { makeFindings } from './make-findings.ts';
import type { Resource } from './resource.ts';
import { contextOf } from './runs.ts';
import type { Judged } from './subject.ts';
import { toyOptions } from './toy-outcome.ts';
import {
  box,
  boxWithDrawers,
  drawer,
  failingCheck,
  firstBox,
  toyCheck,
  toyInventory,
  toyResource,
} from './toy-world.ts';
import { recordingView, UnknownValue } from './unknown-value.ts';

/** The findings of one check on the first box of an inventory; `change` may say otherwise of the view. */
function findingsOf(check: Check, inventory: Inventory, change?: Partial<Judged>): Finding[] {
  const found = firstBox(inventory);
  const { reference, anchor } = found;
  const view: Judged = change === undefined ? found : { reference, anchor, ...change };
  return makeFindings(judgeSubject(check, view, contextOf(check, inventory, toyOptions)), view, inventory);
}

function fingerprints(check: Check, resource: Resource): string[] {
  return findingsOf(check, toyInventory([resource])).map(({ fingerprint }) => fingerprint);
}

/** Fails on the lock of every drawer. */
const lockCheck = defineCheck({
  id: 'lock',
  on: box,
  each: drawer,
  severity: 'medium',
  title: 'Drawer has a lock',
  why: 'It is a toy.',
  advice: 'Play on.',
  messages: { locked: 'has {locks} locks' },
  evaluate: (judged, report) => void report.fail('locked', judged.at('lock'), { locks: 2 }),
});

describe('a finding', () => {
  it('says everything as plain data', () => {
    const inventory = toyInventory([boxWithDrawers('bricks', ['top'], { line: 7 })]);
    const findings = findingsOf(lockCheck, inventory);
    expect(findings).toEqual([
      {
        check: 'lock',
        severity: 'medium',
        inventory: 'toys',
        subject: { kind: 'toys/Box', namespace: 'attic', name: 'bricks' },
        part: 'drawer "top"',
        messageId: 'locked',
        message: 'has 2 locks',
        data: { locks: 2 },
        locations: [{ file: 'toys.yaml', line: 7, column: 4, endLine: 7, endColumn: 5, path: 'drawers[0].lock' }],
        path: 'drawers[0].lock',
        fact: { inventory: 'toys', object: 'toys/Box attic/bricks', field: 'drawers[top].lock' },
        fingerprint: '763765532ef6a80e',
        assuming: [],
      },
    ]);
    expect(structuredClone(findings)).toEqual(findings);
  });

  it('takes the severity of its message where that has one', () => {
    const messages = { wrong: { text: 'is very wrong', severity: 'critical' } } as const;
    const [finding] = findingsOf(failingCheck('toy', ['lid'], { messages }), toyInventory([toyResource('bricks')]));
    expect([finding?.severity, finding?.message]).toEqual(['critical', 'is very wrong']);
  });

  it('shows a message that its check does not know by its name', () => {
    const [finding] = findingsOf(failingCheck('toy', ['lid'], { messages: {} }), toyInventory([toyResource('bricks')]));
    expect([finding?.message, finding?.severity]).toEqual(['wrong', 'medium']);
  });

  it('carries what it takes for granted', () => {
    const check = toyCheck('toy', {
      evaluate: (judged, report) => void report.assuming('nobody looks').fail('wrong', judged.anchor),
    });
    expect(findingsOf(check, toyInventory([toyResource('bricks')])).map(({ assuming }) => assuming)).toEqual([
      ['nobody looks'],
    ]);
  });
});

describe('the fact of a finding', () => {
  const template = ['template'];

  it('is named from the fact root of its subject', () => {
    const inventory = toyInventory([toyResource('bricks')]);
    const [below] = findingsOf(failingCheck('toy', ['template', 'lid']), inventory, { factRoot: template });
    const [beside] = findingsOf(failingCheck('toy', ['lid']), inventory, { factRoot: template });
    expect([below?.fact.field, beside?.fact.field]).toEqual(['lid', '/.lid']);
    expect([below?.path, beside?.path]).toEqual(['template.lid', 'lid']);
  });

  it('may be about another object, then named from its root', () => {
    const other = toyResource('anna', { kind: 'toys/Doll', content: { list: [{ name: 'x' }] } });
    const check = toyCheck('toy', {
      evaluate(judged, report) {
        report.fail('wrong', judged.anchor).about({ resource: other, path: ['list', 0] });
      },
    });
    const inventory = toyInventory([toyResource('bricks'), other]);
    const [finding] = findingsOf(check, inventory, { factRoot: template });
    expect(finding?.fact).toEqual({ inventory: 'toys', object: 'toys/Doll attic/anna', field: 'list[x]' });
    expect(finding?.subject.name).toBe('bricks');
  });

  it('is the subject itself where only a reference implies it', () => {
    const resource = toyResource('bricks', { content: { shelf: 'upper' } });
    const implied = {
      reference: { kind: 'toys/Shelf', namespace: undefined, name: 'upper' },
      anchor: { resource, path: ['shelf'] },
    };
    const [finding] = findingsOf(failingCheck('toy', ['shelf']), toyInventory([resource]), implied);
    expect(finding?.fact).toEqual({ inventory: 'toys', object: 'toys/Shelf upper', field: '' });
    expect(finding?.subject).toEqual(implied.reference);
  });

  it('tells objects of one kind and name in different groups apart', () => {
    const facts = ['toys/Box', 'other/Box'].map((kind) => {
      const resource = toyResource('bricks', { kind });
      const view = { reference: resource, anchor: { resource, path: [] } };
      return findingsOf(failingCheck('toy', ['lid']), toyInventory([toyResource('any'), resource]), view)[0]?.fact
        .object;
    });
    expect(facts).toEqual(['toys/Box attic/bricks', 'other/Box attic/bricks']);
  });

  it('is told even where the name of an entry is not known', () => {
    const content = recordingView({ drawers: [{ name: new UnknownValue('not set'), key: 'k', lock: 1 }] });
    const check = toyCheck('toy', {
      evaluate: (judged, report) =>
        void report.fail('wrong', { resource: judged.anchor.resource, path: ['drawers', 0, 'lock'] }),
    });
    const [finding] = findingsOf(check, toyInventory([toyResource('bricks', { content })]));
    expect(finding?.fact.field).toBe('drawers[k].lock');
  });
});

describe('the fingerprint of a finding', () => {
  it('survives moved lines, and entries that moved in their list', () => {
    const before = fingerprints(lockCheck, boxWithDrawers('bricks', ['a', 'b'], { line: 1 }));
    const after = fingerprints(lockCheck, boxWithDrawers('bricks', ['new', 'b', 'a'], { line: 40 }));
    expect(before).toHaveLength(2);
    expect(after.slice(1).toReversed()).toEqual(before);
    expect(after[0]).not.toBe(before[0]);
  });

  it('survives other words and another file', () => {
    const renamed = { ...lockCheck, messages: { locked: 'is locked {locks} times' } };
    const [before] = fingerprints(lockCheck, boxWithDrawers('bricks', ['a']));
    expect(fingerprints(renamed, boxWithDrawers('bricks', ['a'], { file: 'other.yaml' }))).toEqual([before]);
  });

  it('tells check, message, subject, field and inventory apart', () => {
    const resource = toyResource('bricks');
    const base = failingCheck('toy', ['lid']);
    const other = { messages: { wrong: 'a', odd: 'b' } };
    const variants = [
      findingsOf(base, toyInventory([resource])),
      findingsOf({ ...base, id: 'other' }, toyInventory([resource])),
      findingsOf(failingCheck('toy', ['lock']), toyInventory([resource])),
      findingsOf(base, toyInventory([toyResource('dolls')])),
      findingsOf(base, toyInventory([toyResource('bricks', { namespace: 'cellar' })])),
      findingsOf(base, toyInventory([resource], { id: 'other' })),
      findingsOf(
        toyCheck('toy', {
          ...other,
          evaluate: (judged, report) => void report.fail('odd', { resource: judged.anchor.resource, path: ['lid'] }),
        }),
        toyInventory([resource]),
      ),
      findingsOf(base, toyInventory([resource]), { reference: { ...resource, kind: 'other/Box' } }),
    ];
    expect(new Set(variants.map(([finding]) => finding?.fingerprint)).size).toBe(variants.length);
  });

  it('goes by the field to edit where the fact is another', () => {
    const about = toyCheck('toy', {
      evaluate(judged, report) {
        const { resource } = judged.anchor;
        for (const field of ['lid', 'lock']) {
          report.fail('wrong', { resource, path: [field] }).about({ resource, path: [] });
        }
      },
    });
    const [lid, lock] = fingerprints(about, toyResource('bricks'));
    expect(lid).not.toBe(lock);
  });

  it('tells findings of one field apart by their number', () => {
    const twice = toyCheck('toy', {
      evaluate(judged, report) {
        report.fail('wrong', judged.anchor);
        report.fail('wrong', judged.anchor);
      },
    });
    const [first, second] = fingerprints(twice, toyResource('bricks'));
    expect(first).not.toBe(second);
    expect([first]).toEqual(fingerprints(failingCheck('toy', []), toyResource('bricks')));
  });
});
