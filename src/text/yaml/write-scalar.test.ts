import { describe, expect, it } from 'vitest';
import { quote, writeKey, writeScalar } from './write-scalar.ts';

describe('writeScalar', () => {
  it('writes null, booleans and numbers as JSON does', () => {
    expect([null, true, false, 0, -0, 12, 0.5, 1e21, 1e-7, 12n].map((value) => writeScalar(value, 'block'))).toEqual([
      'null',
      'true',
      'false',
      '0',
      '0',
      '12',
      '0.5',
      '1e+21',
      '1e-7',
      '12',
    ]);
  });

  it('writes an integer that is not exact as a float', () => {
    expect(writeScalar(2 ** 53, 'block')).toBe('9.007199254740992e+15');
    expect(writeScalar(2 ** 53 - 1, 'block')).toBe('9007199254740991');
  });

  it.each([
    'web',
    'two words',
    'a#b',
    'a:b',
    '-x',
    ':x',
    '?x',
    '/bin/sh -c',
    'x,y',
    'a]',
    'registry:5000/a@sha256:0',
    '=',
    'é',
    '😀',
  ])('leaves %j plain', (text) => {
    expect(writeScalar(text, 'block')).toBe(text);
  });

  const unsafe = [
    '§~§null§yes§No§on§y§true§1§0x1F§0o17§1_000§1e3§.5§.inf§.nan§<<§ x§x §- a§-§? a§: a§a: b§a:§a #b§#x§*x§&x§!x',
    '[a§{b§]§}§,x§@x§`x§%x§"q"§\'q\'§|§>§---§--- a§...',
  ].flatMap((line) => line.split('§'));
  it.each(unsafe)('quotes %j', (text) => {
    expect(writeScalar(text, 'block')).toBe(JSON.stringify(text));
  });

  it('escapes what is no printable line', () => {
    expect(writeScalar('a\nb', 'block')).toBe('"a\\nb"');
    expect(writeScalar('a\tb', 'block')).toBe('"a\\tb"');
    expect(writeScalar('\u0007\u007f\u0085\u2028\ufeff', 'block')).toBe('"\\u0007\\u007f\\u0085\\u2028\\ufeff"');
  });

  it('quotes more between brackets', () => {
    const texts = ['a,b', 'a]', 'x{', 'a?b', ':x', '-x', 'a:b'];
    expect(texts.map((text) => writeScalar(text, 'flow'))).toEqual([
      '"a,b"',
      '"a]"',
      '"x{"',
      '"a?b"',
      '":x"',
      '-x',
      'a:b',
    ]);
  });

  it('refuses what a document cannot hold', () => {
    expect(() => writeScalar(Number.NaN, 'block')).toThrow('a document cannot hold NaN');
    expect(() => writeScalar(undefined, 'block')).toThrow('a document cannot hold a value of type undefined');
    expect(() => writeScalar(() => 1, 'block')).toThrow('a document cannot hold a value of type function');
  });
});

describe('writeKey', () => {
  it('quotes only what would be read as another key', () => {
    const keys = ['a', 'app.kubernetes.io/name', '1', 'true', 'two words', '__proto__', '-x'];
    expect(keys.map((key) => writeKey(key, 'block'))).toEqual(keys);
    const quoted = ['', 'y', 'no', 'null', '0x10', '<<', 'a: b', 'a:', '#', '1_0', '- '];
    expect(quoted.map((key) => writeKey(key, 'block'))).toEqual(quoted.map((key) => JSON.stringify(key)));
  });
});

describe('quote', () => {
  it('writes text that JSON and YAML read alike', () => {
    const text = 'a"\\\b\f\n\r\t\u2029é😀\ud800';
    expect(quote(text)).toBe('"a\\"\\\\\\b\\f\\n\\r\\t\\u2029é😀\\ud800"');
    expect(JSON.parse(quote(text))).toBe(text);
  });
});
