import { describe, expect, it } from 'vitest';
import { beside, flow, indent, lineWidth, measure, pad, paragraph, spread, wrap } from './layout.ts';

describe('measure', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['東京', 4],
    ['🚀', 2],
    ['👩‍🚀', 2],
    ['e\u0301', 1],
    ['│ · …', 5],
  ])('takes %j for %i columns', (text, columns) => {
    expect(measure(text)).toBe(columns);
  });
});

describe('pad', () => {
  it('counts columns, not characters', () => {
    expect(pad('東', 4)).toBe('東  ');
    expect(pad('toolong', 3)).toBe('toolong');
  });
});

describe('wrap', () => {
  it('breaks at spaces and keeps each line within its columns', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('one two', 7)).toEqual(['one two']);
  });

  it('keeps spaces inside a line and drops those at a break', () => {
    expect(wrap('a  b   c', 4)).toEqual(['a  b', 'c']);
  });

  it('breaks a word that is wider than a line', () => {
    expect(wrap('an abcdefghij', 4)).toEqual(['an', 'abcd', 'efgh', 'ij']);
  });

  it('counts wide characters as two and never splits one', () => {
    expect(wrap('東京都千代田区', 5)).toEqual(['東京', '都千', '代田', '区']);
    expect(wrap('👩‍🚀👩‍🚀', 1)).toEqual(['👩‍🚀', '👩‍🚀']);
  });

  it('gives no line for no text', () => {
    expect(wrap('', 10)).toEqual([]);
    expect(wrap('   ', 10)).toEqual([]);
  });
});

describe('spread', () => {
  it('puts the second part at the right edge', () => {
    const line = spread([{ text: '東京' }], [{ text: 'id' }], 10);
    expect(line).toEqual([{ text: '東京' }, { text: '    ' }, { text: 'id' }]);
  });

  it('asks for two spaces between', () => {
    expect(spread([{ text: 'left' }], [{ text: 'right' }], 11)).toHaveLength(3);
    expect(spread([{ text: 'left' }], [{ text: 'right' }], 10)).toBeUndefined();
  });
});

describe('flow', () => {
  it('breaks between items only', () => {
    const items = ['aa', 'bb b', 'cc'].map((text) => [{ text }]);
    const lines = flow(items, 9).map((line) => line.map(({ text }) => text).join(''));
    expect(lines).toEqual(['aa · bb b', 'cc']);
  });

  it('gives no line for no item', () => {
    expect(flow([], 10)).toEqual([]);
  });
});

describe('indent, beside and paragraph', () => {
  it('leave an empty line empty', () => {
    expect(indent([[], [{ text: 'a' }]], 2)).toEqual([[], [{ text: '  ' }, { text: 'a' }]]);
  });

  it('hang lines beside a label', () => {
    expect(beside({ text: 'fix' }, paragraph('one two', 4), 6)).toEqual([
      [{ text: 'fix' }, { text: '   ' }, { text: 'one' }],
      [{ text: '      ' }, { text: 'two' }],
    ]);
    expect(beside({ text: 'fix' }, [], 6)).toEqual([]);
  });

  it('measure a line by its runs', () => {
    expect(lineWidth([{ text: '東京' }, { text: 'x', style: 'strong' }])).toBe(5);
  });
});
