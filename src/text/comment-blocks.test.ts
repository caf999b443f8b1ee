import { describe, expect, it } from 'vitest';
import { commentBlocks } from './comment-blocks.ts';

function blocks(text: string): [start: number, text: string][] {
  return [...commentBlocks(text)].map((block) => [block.start, block.text]);
}

describe('commentBlocks', () => {
  it('reach from a number sign to the end of the line', () => {
    expect(blocks('a: 1 # one\nb: 2\n#two')).toEqual([
      [5, '  one'],
      [16, ' two'],
    ]);
  });

  it('are joined with the lines of comments below', () => {
    expect(blocks('a: 1 # one\n  ## two\n\t# three\nb: 2\n\n# four\n')).toEqual([
      [5, '  one\n     two\n   three'],
      [35, '  four'],
    ]);
  });

  it('are nowhere else', () => {
    expect(blocks('a: b#c\nd: "#e"\n')).toEqual([]);
    expect(blocks('#')).toEqual([]);
    expect(blocks('')).toEqual([]);
  });
});
