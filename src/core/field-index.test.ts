import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFieldIndex, outerFields } from './field-index.ts';

describe('outerFields', () => {
  it.each([
    ['spec.list[a].deep', ['spec.list[a]', 'spec.list', 'spec', '']],
    ['spec', ['']],
    ['', []],
    ['["a/b"].c', ['["a/b"]', '']],
    ['/.metadata.labels', ['/.metadata', '/']],
    ['/', []],
  ])('of %j are %j', (field, outer) => {
    expect([...outerFields(field)]).toEqual(outer);
  });
});

describe('a field index', () => {
  it.each([
    ['spec.hostPID', 'spec.hostPID', true],
    ['spec.containers[a]', 'spec.containers[a].image', true],
    ['spec.containers', 'spec.containers[a]', true],
    ['spec.volumes', 'spec.volumesElsewhere', false],
    ['spec.containers[a]', 'spec.containers[ab]', false],
    ['spec.containers[a]', 'spec.containers[b]', false],
    ['', 'spec.containers[b]', true],
    ['', '', true],
    ['', '/.metadata.namespace', false],
    ['/', '/.metadata.namespace', true],
    ['/.spec', '/.spec.replicas', true],
    ['/.spec', 'spec', false],
  ])('says of %j and %j that they overlap: %j', (left, right, expected) => {
    expect([...createFieldIndex([left], String).overlapping(right)]).toEqual(expected ? [left] : []);
    expect([...createFieldIndex([right], String).overlapping(left)]).toEqual(expected ? [right] : []);
  });

  it('finds each item once, and those that comparing each with each finds', () => {
    const segment = fc.constantFrom('.a', '.b', '[x]', '[y]', '.ab');
    const field = fc.array(segment, { maxLength: 4 }).map((segments) => segments.join('').replace(/^\./, ''));
    fc.assert(
      fc.property(fc.array(field), field, (fields, asked) => {
        const items = fields.map((text, number) => ({ text, number }));
        const found = [...createFieldIndex(items, ({ text }) => text).overlapping(asked)];
        const expected = items.filter(({ text }) => isInside(text, asked) || isInside(asked, text));
        expect(found.toSorted((left, right) => left.number - right.number)).toEqual(expected);
      }),
      { seed: 20_260 },
    );
  });
});

function isInside(inner: string, outer: string): boolean {
  return inner === outer || outer === '' || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
