import { describe, expect, it } from 'vitest';
import { createPaint } from './paint.ts';

const ESC = '\u001b';

function painter(color: boolean, links: boolean) {
  return createPaint({ color, links, absolutePath: (file) => `/folder of/${file}` });
}

describe('createPaint', () => {
  it('gives severities a bold colour that is neither bright nor yellow', () => {
    const paint = painter(true, false);
    expect(paint([{ text: 'CRITICAL', style: 'critical' }])).toBe(
      `${ESC}[1m${ESC}[7m${ESC}[31mCRITICAL${ESC}[39m${ESC}[27m${ESC}[22m`,
    );
    expect(paint([{ text: 'HIGH', style: 'high' }])).toBe(`${ESC}[1m${ESC}[31mHIGH${ESC}[39m${ESC}[22m`);
    expect(paint([{ text: 'MEDIUM', style: 'medium' }])).toBe(`${ESC}[1m${ESC}[35mMEDIUM${ESC}[39m${ESC}[22m`);
    expect(paint([{ text: 'LOW', style: 'low' }])).toBe(`${ESC}[1m${ESC}[36mLOW${ESC}[39m${ESC}[22m`);
    expect(paint([{ text: 'a', style: 'strong' }, { text: 'b' }, { text: '│', style: 'faint' }])).toBe(
      `${ESC}[1ma${ESC}[22mb${ESC}[2m│${ESC}[22m`,
    );
  });

  it('links a file to its URL', () => {
    expect(painter(true, true)([{ text: 'a b.yaml:1:2', file: 'a b.yaml' }])).toBe(
      `${ESC}]8;;file:///folder%20of/a%20b.yaml${ESC}\\a b.yaml:1:2${ESC}]8;;${ESC}\\`,
    );
  });

  it('encodes what would end the link or the line', () => {
    const file = `a${ESC}\\\u0007\u009c\n\u202e;%.yaml`;
    expect(painter(true, true)([{ text: file, file }])).toBe(
      `${ESC}]8;;file:///folder%20of/a%1B%5C%07%C2%9C%0A%E2%80%AE;%25.yaml${ESC}\\a␛\\␇\\u009c␊\\u202e;%.yaml${ESC}]8;;${ESC}\\`,
    );
  });

  it('writes no escape without colour, links or not', () => {
    const line = [{ text: 'HIGH', style: 'high', file: 'a' }, { text: `x${ESC}[31m` }] as const;
    expect(painter(false, true)(line)).toBe('HIGHx␛[31m');
    expect(painter(false, false)(line)).toBe('HIGHx␛[31m');
  });

  it('writes no link that was not asked for', () => {
    expect(painter(true, false)([{ text: 'a', file: 'a' }])).toBe('a');
  });
});
