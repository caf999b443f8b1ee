import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asObject } from '../../core/json.ts';
import { defaultLimits } from '../document.ts';
import { cell, END, KEY_END, KEY_START, START } from '../positions.ts';
import { readJson } from './read.ts';

function values(text: string): unknown[] {
  const { documents, problems } = readJson(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
}

describe('readJson', () => {
  it.each([
    ['{"a": [1, -2.5, 3e2, true, false, null, "b"]}', { a: [1, -2.5, 300, true, false, null, 'b'] }],
    ['[]', []],
    ['{}', {}],
    ['[[], {}, [[]]]', [[], {}, [[]]]],
    ['"text"', 'text'],
    ['0', 0],
    ['-0', 0],
    [' \t\r\n null \n', null],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"\\/\b\f\n\r\té\u{1F600}'],
    ['"\u2028 é \u{1F600}"', '\u2028 é \u{1F600}'],
    ['{"": 1}', { '': 1 }],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['18446744073709551615', 2n ** 64n - 1n],
    ['18446744073709551616', 2 ** 64],
    ['9007199254740993.0', 9_007_199_254_740_992],
    ['1e300', 1e300],
    ['1e-400', 0],
  ])('reads %s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it('reads documents that stand one behind another', () => {
    expect(values('{"a": 1}{"b": 2}\n[3] null 4 "five"\n')).toEqual([{ a: 1 }, { b: 2 }, [3], null, 4, 'five']);
  });

  it('reads nothing as no document', () => {
    expect(values('')).toEqual([]);
    expect(values(' \n\t')).toEqual([]);
    expect(values('\uFEFF')).toEqual([]);
  });

  it('reads behind a byte order mark', () => {
    const [document] = readJson('\uFEFF{"a": 1}').documents;
    expect([document?.value, document?.start, document?.end]).toEqual([{ a: 1 }, 1, 9]);
  });

  it('keeps keys that every object inherits', () => {
    const [value] = values('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}');
    expect(Object.keys(asObject(value))).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('keeps where every key and value stands', () => {
    const text = ' {"a" : [1, "b"],\n "c":{}} ';
    const [document] = readJson(text).documents;
    const positions = document?.positions ?? { keys: [], table: new Int32Array(), base: 0 };
    const rows = positions.keys.map((key, node) => [
      key,
      text.slice(Math.max(cell(positions, node, KEY_START), 0), Math.max(cell(positions, node, KEY_END), 0)),
      text.slice(cell(positions, node, START), cell(positions, node, END)),
    ]);
    expect(rows).toEqual([
      [0, '', '{"a" : [1, "b"],\n "c":{}}'],
      ['a', '"a"', '[1, "b"]'],
      [0, '', '1'],
      [1, '', '"b"'],
      ['c', '"c"', '{}'],
    ]);
    expect([document?.start, document?.end]).toEqual([1, 26]);
  });

  it('reads what JSON.parse reads, and nothing else', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '.5',
      'e9',
      'true',
      'null',
      ' ',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { documents, problems } = readJson(text);
          const expected = parsed(text);
          if (expected !== undefined) expect(documents.map(({ value }) => written(value))).toEqual([expected]);
          else if (documents.length === 1 && text.trim() !== '') expect(problems).toHaveLength(1);
          for (const { offset, lost } of problems) {
            expect(offset).toBeLessThanOrEqual(text.length);
            if (lost !== undefined) expect(lost.end).toBe(text.length);
          }
        },
      ),
      { seed: 20_260, numRuns: 500 },
    );
  });
});

/** A text of one document as JSON.parse understands it, written again; undefined if it does not. */
function parsed(text: string): string | undefined {
  try {
    return written(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? Number(inner) : inner));
}

describe('what readJson refuses', () => {
  it.each([
    ['{"a": }', 6, 'expected a value'],
    ['{"a": 1,}', 8, 'expected a key in double quotes'],
    ['{a: 1}', 1, 'expected a key in double quotes'],
    ["{'a': 1}", 1, 'expected a key in double quotes'],
    ['{"a" 1}', 5, 'expected ":" after the key'],
    ['{"a": 1 "b": 2}', 8, 'expected "," or "}"'],
    ['{"a": 1', 7, 'expected "," or "}"'],
    ['{', 1, 'expected a key in double quotes'],
    ['[1 2]', 3, 'expected "," or "]"'],
    ['[1,]', 3, 'expected a value'],
    ['[,]', 1, 'expected a value'],
    ['[', 1, 'expected a value'],
    ['"abc', 0, 'expected a closed string with valid escapes'],
    ['"a\nb"', 0, 'expected a closed string with valid escapes'],
    ['"a\tb"', 0, 'expected a closed string with valid escapes'],
    ['"a\\x"', 0, 'expected a closed string with valid escapes'],
    ['"a\\u12"', 0, 'expected a closed string with valid escapes'],
    ['"a\\', 0, 'expected a closed string with valid escapes'],
    ['{"a\\x": 1}', 1, 'expected a closed string with valid escapes'],
    ['01', 1, undefined],
    ['+1', 0, 'expected a value'],
    ['.5', 0, 'expected a value'],
    ['-', 0, 'expected a value'],
    ['[1.]', 2, 'expected "," or "]"'],
    ['NaN', 0, 'expected a value'],
    ['truth', 0, 'expected a value'],
    ['[1e999]', 1, 'expected a number that 64 bits hold'],
    ['// comment\n{}', 0, 'expected a value'],
    ['{"a": 1}\n---\n{"b": 2}', 9, 'expected a value'],
    ['{"a": 1}}', 8, 'expected a value'],
  ])('is %j at %i', (text, offset, message) => {
    const { problems } = readJson(text);
    if (message === undefined) expect(values(text)).toEqual([0, 1]);
    else
      expect(problems.map((problem) => [problem.kind, problem.offset, problem.message])).toEqual([
        ['syntax', offset, message],
      ]);
  });

  it('loses what follows a fault, not what stands before it', () => {
    const { documents, problems } = readJson('{"a": 1} {"b": x} {"c": 3}');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
    expect(problems).toEqual([
      { kind: 'syntax', message: 'expected a value', offset: 15, lost: { start: 9, end: 26 } },
    ]);
  });

  it('reads the next text as if nothing had happened', () => {
    readJson('{"a": [1, {"b": ');
    const [document] = readJson('{"c": 1}').documents;
    expect(document?.positions.keys).toEqual([0, 'c']);
  });
});

describe('duplicate keys', () => {
  it('are reported with the one before, and the last wins', () => {
    const { documents, problems } = readJson('{"a": 1, "b": {"a": 2}, "a": 3, "a": 4}');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 4, b: { a: 2 } }]);
    const message = 'the key "a" stands here again; the last one wins';
    expect(problems).toEqual([
      { kind: 'duplicate-key', message, offset: 24, earlierOffset: 1 },
      { kind: 'duplicate-key', message, offset: 32, earlierOffset: 24 },
    ]);
  });

  it('are found by their meaning', () => {
    expect(readJson('{"a": 1, "\\u0061": 2}').problems).toEqual([
      {
        kind: 'duplicate-key',
        message: 'the key "a" stands here again; the last one wins',
        offset: 9,
        earlierOffset: 1,
      },
    ]);
  });

  it('are reported a hundred times, however many there are', () => {
    const { problems, documents } = readJson(`{${'"a": 1, '.repeat(20_000)}"a": 2}`);
    expect(problems).toHaveLength(100);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 2 }]);
  });
});

function nested(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

describe('the limits of readJson', () => {
  it('allow as many nested collections as they say', () => {
    expect(readJson(nested(100)).problems).toEqual([]);
    expect(readJson(nested(101)).problems).toEqual([
      { kind: 'limit', message: 'nesting is over 100 levels deep', offset: 100, lost: { start: 0, end: 202 } },
    ]);
    expect(readJson('{"a": {"b": 1}}', { ...defaultLimits, depth: 2 }).problems).toEqual([]);
    expect(readJson('{"a": {"b": {}}}', { ...defaultLimits, depth: 2 }).problems).toEqual([
      { kind: 'limit', message: 'nesting is over 2 levels deep', offset: 12, lost: { start: 0, end: 16 } },
    ]);
  });

  it('stop a text that is nested endlessly', () => {
    expect(readJson('['.repeat(1_000_000)).problems.map(({ kind }) => kind)).toEqual(['limit']);
    expect(readJson('{"a":'.repeat(100_000)).problems.map(({ kind }) => kind)).toEqual(['limit']);
  });

  it('allow as many characters as they say', () => {
    const limits = { ...defaultLimits, size: 8 };
    expect(readJson('{"a": 1}', limits).problems).toEqual([]);
    expect(readJson('{"a": 12}', limits)).toEqual({
      documents: [],
      problems: [
        { kind: 'limit', message: 'the text has 9 characters; the limit is 8', offset: 0, lost: { start: 0, end: 9 } },
      ],
    });
  });

  it('allow as many documents as they say', () => {
    const limits = { ...defaultLimits, documents: 2 };
    expect(readJson('1 2 ', limits).problems).toEqual([]);
    const { documents, problems } = readJson('1 2 3 4', limits);
    expect(documents.map(({ value }) => value)).toEqual([1, 2]);
    expect(problems).toEqual([
      {
        kind: 'limit',
        message: 'the text has over 2 documents; the rest was left out',
        offset: 4,
        lost: { start: 4, end: 7 },
      },
    ]);
  });

  it('allow as many nodes as they say', () => {
    const limits = { ...defaultLimits, expandedNodes: 3 };
    expect(readJson('[1, 2]', limits).problems).toEqual([]);
    expect(readJson('[1, 2, 3]', limits).problems).toEqual([
      { kind: 'limit', message: 'the document has over 3 values', offset: 7, lost: { start: 0, end: 9 } },
    ]);
  });
});
