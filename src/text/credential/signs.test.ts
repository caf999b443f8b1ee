import { describe, expect, it } from 'vitest';
import { FORMAT, NAME, OPTION, signOf, signsIn, signsOfLiteral, signTable, URL } from './signs.ts';

const table = signTable([
  [NAME, ['token', 'key']],
  [FORMAT, ['key-', 'SK']],
  [URL, ['://']],
  [OPTION, [' -p']],
]);

describe('signsIn', () => {
  it.each([
    ['', 0, [], []],
    ['to', 0, [], []],
    ['level: debug', 0, [], []],
    ['token', NAME, [0], []],
    ['my TOKEN, a toKen', NAME, [3, 12], []],
    ['apikey', NAME | FORMAT, [3], [3]],
    ['a SK1', FORMAT, [], [2]],
    ['risk', 0, [], []],
    ['risk of', FORMAT, [], [2]],
    ['http://a', URL, [], []],
    ['http:/ /', 0, [], []],
    ['-p', 0, [], []],
    ["'-p", OPTION, [], []],
    ['\u00a0-P', OPTION, [], []],
    ['\u2028-p x', OPTION, [], []],
    ['(-p', 0, [], []],
  ])('sees in %j the searches %d, names at %j and formats at %j', (text, searches, names, formats) => {
    expect(signsIn(text, table)).toEqual({ searches, names, formats });
  });
});

describe('signsOfLiteral', () => {
  it('is one sign for three characters and more, in either case', () => {
    expect(signsOfLiteral('token')).toEqual([signOf('a TOK', 2)]);
  });

  it('is each sign that starts with two characters', () => {
    const signs = signsOfLiteral('SK');
    expect(new Set(signs).size).toBe(32);
    for (const text of ['ska', 'SK0', 'sk-', 'sk:', 'sk/', 'sk@', 'sk ', 'skü'])
      expect(signs).toContain(signOf(text, 0));
  });
});
