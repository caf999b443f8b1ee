import { describe, expect, it } from 'vitest';
import { blockLines, entryLines, flowEntry, flowText, itemLines } from './write-value.ts';

const indented = { step: 2, sequenceOffset: 2, gap: 1 };
const unindented = { step: 4, sequenceOffset: 0, gap: 3 };
const value = { a: 1, list: ['x', ['y ', 'z'], { k: null, l: [] }], none: {}, deep: { deeper: true } };

describe('blockLines', () => {
  it('indents lists below their keys', () => {
    expect(blockLines(value, indented)).toEqual([
      'a: 1',
      'list:',
      '  - x',
      '  - - "y "',
      '    - z',
      '  - k: null',
      '    l: []',
      'none: {}',
      'deep:',
      '  deeper: true',
    ]);
  });

  it('leaves lists at their keys, and as much space behind a dash, as the file does', () => {
    expect(blockLines(value, unindented)).toEqual([
      'a: 1',
      'list:',
      '-   x',
      '-   -   "y "',
      '    -   z',
      '-   k: null',
      '    l: []',
      'none: {}',
      'deep:',
      '    deeper: true',
    ]);
  });
});

describe('one entry', () => {
  it('is lines of its own', () => {
    expect(entryLines('y', 'on', indented)).toEqual(['"y": "on"']);
    expect(entryLines('a', [], indented)).toEqual(['a: []']);
    expect(itemLines({ a: 1, b: 2 }, indented)).toEqual(['- a: 1', '  b: 2']);
    expect(itemLines('- ', indented)).toEqual(['- "- "']);
  });
});

describe('flowText', () => {
  const plain = { isQuoted: false, comma: ', ', colon: ': ' } as const;

  it('writes plain where plain is read back', () => {
    expect(flowText(value, plain)).toBe(
      '{a: 1, list: [x, ["y ", z], {k: null, l: []}], none: {}, deep: {deeper: true}}',
    );
    expect(flowEntry('y', 'a, b', plain)).toBe('"y": "a, b"');
  });

  it('writes JSON, tight or on lines', () => {
    const tight = { isQuoted: true, comma: ',', colon: ':' } as const;
    expect(flowText(value, tight)).toBe(JSON.stringify(value));
    const lines = { indentation: '', unit: '\t', newline: '\n' };
    expect(flowText(value, { ...plain, isQuoted: true, lines })).toBe(JSON.stringify(value, null, '\t'));
  });
});
