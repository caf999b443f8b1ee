import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, composeEdits, type TextEdit } from './edit.ts';

function edit(start: number, end: number, text: string): TextEdit {
  return { start, end, text };
}

describe('applyEdits', () => {
  it('applies edits in any order, all on the same text', () => {
    expect(applyEdits('abcdef', [edit(4, 6, 'X'), edit(0, 1, ''), edit(2, 2, '-')])).toBe('b-cdX');
    expect(applyEdits('abc', [])).toBe('abc');
    expect(applyEdits('', [edit(0, 0, 'a')])).toBe('a');
  });

  it('counts equal edits once', () => {
    expect(applyEdits('abc', [edit(1, 1, 'X'), edit(1, 1, 'X'), edit(2, 3, 'Y'), edit(2, 3, 'Y')])).toBe('aXbY');
  });

  it('lets edits touch, an insertion before a change at its offset', () => {
    expect(applyEdits('abcd', [edit(2, 3, 'C'), edit(1, 2, 'B')])).toBe('aBCd');
    expect(applyEdits('abcd', [edit(1, 3, ''), edit(1, 1, 'X'), edit(3, 3, 'Y')])).toBe('aXYd');
  });

  it('refuses edits that overlap', () => {
    expect(() => applyEdits('abcd', [edit(0, 2, 'X'), edit(1, 3, 'Y')])).toThrow(
      'the edits [0, 2) "X" and [1, 3) "Y" change the same place',
    );
    expect(() => applyEdits('abcd', [edit(0, 3, 'X'), edit(1, 1, 'Y')])).toThrow('change the same place');
    expect(() => applyEdits('abcd', [edit(0, 3, 'X'), edit(0, 3, 'Y')])).toThrow('change the same place');
  });

  it('refuses two insertions at one offset, which have no order', () => {
    expect(() => applyEdits('ab', [edit(1, 1, 'X'), edit(1, 1, 'Y')])).toThrow(
      'the edits [1, 1) "X" and [1, 1) "Y" change the same place',
    );
  });

  it('refuses offsets outside the text', () => {
    const message = 'the edit [2, 4) "" lies outside the text, which has 3 characters';
    expect(() => applyEdits('abc', [edit(2, 4, '')])).toThrow(message);
    expect(() => applyEdits('abc', [edit(-1, 0, '')])).toThrow('lies outside the text');
    expect(() => applyEdits('abc', [edit(2, 1, '')])).toThrow('lies outside the text');
    expect(() => applyEdits('abc', [edit(Number.NaN, 1, '')])).toThrow('lies outside the text');
  });
});

describe('composeEdits', () => {
  it('joins edits on edits into edits of the original', () => {
    // abcdef -> aXYdef -> aXZef
    expect(composeEdits(6, [edit(1, 3, 'XY')], [edit(2, 4, 'Z')])).toEqual([edit(1, 4, 'XZ')]);
    // abc -> abXc -> abc
    expect(composeEdits(3, [edit(2, 2, 'X')], [edit(2, 3, '')])).toEqual([]);
    // abcdef -> bcdef -> bcde
    expect(composeEdits(6, [edit(0, 1, '')], [edit(4, 5, '')])).toEqual([edit(0, 1, ''), edit(5, 6, '')]);
    expect(composeEdits(3, [], [edit(1, 2, 'X')])).toEqual([edit(1, 2, 'X')]);
  });

  it('leads where one after the other leads', () => {
    const edits = fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.constantFrom('', 'X', 'YZ')), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), edits, edits, (text, first, second) => {
        const earlier = apart(first, text.length);
        const between = applyEdits(text, earlier);
        const later = apart(second, between.length);
        const composed = composeEdits(text.length, earlier, later);
        expect(applyEdits(text, composed)).toBe(applyEdits(between, later));
        expect(composed).toEqual(composed.toSorted((left, right) => left.start - right.start));
        for (const [index, each] of composed.entries()) {
          expect(each.start).toBeGreaterThan(composed[index - 1]?.end ?? -1);
        }
      }),
      { seed: 11 },
    );
  });
});

/** Edits of a text that do not overlap. */
function apart(drawn: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [from, size, text] of drawn.toSorted((left, right) => left[0] - right[0])) {
    const start = Math.max(from, (edits.at(-1)?.end ?? -1) + 1);
    if (start + size <= length) edits.push(edit(start, start + size, text));
  }
  return edits;
}
