import { describe, expect, it } from 'vitest';
import { defaultLimits } from './document.ts';
import { readText } from './read.ts';

describe('readText', () => {
  it.each([
    ['YAML', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['JSON', '{"a": 1}\n', [{ a: 1 }]],
    ['JSON behind a byte order mark and blank lines', '\uFEFF\n\n {"a": 1}', [{ a: 1 }]],
    ['JSON documents that stand one behind another', '{"a": 1}\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['YAML that starts like JSON', '{a: 1}\n', [{ a: 1 }]],
    ['a JSON document and a YAML one', '{"a": 1}\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['JSON with a comment', '{"a": 1} # one\n', [{ a: 1 }]],
    ['JSON with a comma too many', '{"a": [1, 2,],}', [{ a: [1, 2] }]],
    ['a list in flow style', '[a, b]', [['a', 'b']]],
    ['nothing', '', []],
  ])('reads %s', (_name, text, values) => {
    const { documents, problems } = readText(text, 'a.yaml');
    expect(problems).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual(values);
  });

  it('says what is wrong with the YAML where the text is neither', () => {
    expect(readText('{"a": 1', 'a.yaml').problems.map(({ offset }) => offset)).toEqual([7]);
    expect(readText('{a: 1', 'a.yaml').problems.map(({ message }) => message)).toEqual(['expected "," or "}"']);
  });

  it('reports a duplicate key of JSON once', () => {
    expect(readText('{"a": 1, "a": 2}', 'a.yaml').problems).toHaveLength(1);
  });

  it('reads a file named .json as JSON and nothing else', () => {
    expect(readText('a: 1\n', 'a.json').problems).toEqual([
      { kind: 'syntax', message: 'expected a value', offset: 0, lost: { start: 0, end: 5 } },
    ]);
    expect(readText('{"a": 1}', 'a.json').documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
    expect(readText('{"a": 1,}', 'a.json').problems.map(({ message }) => message)).toEqual([
      'expected a key in double quotes',
    ]);
  });

  it('keeps to the limits that it is given', () => {
    const limits = { ...defaultLimits, depth: 1 };
    expect(readText('{"a": {}}', 'a.json', limits).problems.map(({ kind }) => kind)).toEqual(['limit']);
    expect(readText('{"a": {}}', 'a.yaml', limits).problems.map(({ kind }) => kind)).toEqual(['limit']);
    expect(readText('a: {}', 'a.yaml', limits).problems.map(({ kind }) => kind)).toEqual(['limit']);
  });
});
