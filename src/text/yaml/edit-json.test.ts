import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import { applyEdits } from '../edit.ts';
import { readText } from '../read.ts';
import { appendEdit, removeEdit, setEdit } from './edit.ts';

function edit(is: 'set' | 'remove' | 'append', text: string, path: Path, value?: unknown): string {
  const [document] = readText(text, 'a.json').documents;
  if (document === undefined) throw new Error('the text has no document');
  if (is === 'remove') return applyEdits(text, removeEdit(text, document, path));
  const edits = is === 'set' ? setEdit(text, document, path, value) : appendEdit(text, document, path, value);
  return applyEdits(text, edits);
}

const pretty = `{
    "a": true,
    "b": {"c": 1, "d": []},
    "e": [
        "x"
    ],
    "f": {}
}
`;

describe('editing JSON', () => {
  it('replaces a value where it stands', () => {
    expect(edit('set', pretty, ['a'], 'yes')).toBe(pretty.replace('true', '"yes"'));
    expect(edit('set', pretty, ['b', 'c'], null)).toBe(pretty.replace('1', 'null'));
    expect(edit('set', pretty, ['b'], { k: ['v'] })).toBe(
      pretty.replace('{"c": 1, "d": []}', '{\n        "k": [\n            "v"\n        ]\n    }'),
    );
  });

  it('adds a key on a line of its own where its siblings have one', () => {
    expect(edit('set', pretty, ['g', 'h'], 1)).toBe(
      pretty.replace('"f": {}', '"f": {},\n    "g": {\n        "h": 1\n    }'),
    );
    expect(edit('set', pretty, ['f', 'g'], 1)).toBe(pretty.replace('"f": {}', '"f": {\n        "g": 1\n    }'));
    expect(edit('set', pretty, ['b', 'g'], 'h')).toBe(pretty.replace('[]}', '[], "g": "h"}'));
    expect(edit('set', pretty, ['b', 'd', 0, 'g'], 'h')).toBe(pretty.replace('[]}', '[{"g": "h"}]}'));
  });

  it('indents by tabs, breaks lines by CRLF, and packs tightly as the file does', () => {
    expect(edit('set', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}', ['a', 'c'], [1])).toBe(
      '{\n\t"a": {\n\t\t"b": 1,\n\t\t"c": [\n\t\t\t1\n\t\t]\n\t}\n}',
    );
    expect(edit('set', '{\r\n  "a": 1\r\n}\r\n', ['b'], [])).toBe('{\r\n  "a": 1,\r\n  "b": []\r\n}\r\n');
    expect(edit('set', '{"a":1}', ['b', 'c'], [1, 2])).toBe('{"a":1,"b":{"c":[1,2]}}');
    expect(edit('set', '{ "a": 1 }', ['b', 'c'], [1, 2])).toBe('{ "a": 1, "b": {"c": [1, 2]} }');
    expect(edit('set', '{}', ['b', 'c'], 1)).toBe('{"b": {"c": 1}}');
    expect(edit('set', '\uFEFF{}\n', ['b'], 1)).toBe('\uFEFF{"b": 1}\n');
  });

  it('takes a key or entry out with its line and comma', () => {
    expect(edit('remove', pretty, ['a'])).toBe(pretty.replace('    "a": true,\n', '').replace('{\n', '{\n'));
    expect(edit('remove', pretty, ['f'])).toBe(pretty.replace(',\n    "f": {}', ''));
    expect(edit('remove', pretty, ['b', 'c'])).toBe(pretty.replace('"c": 1, ', ''));
    expect(edit('remove', pretty, ['e', 0])).toBe(pretty.replace('    "e": [\n        "x"\n    ],\n', ''));
    expect(edit('remove', '{"a":1,"b":2,"c":3}', ['b'])).toBe('{"a":1,"c":3}');
    expect(edit('remove', '{\n  "a": {\n    "b": 1\n  }\n}\n', ['a', 'b'])).toBe('{}\n');
  });

  it('adds an entry to a list', () => {
    expect(edit('append', pretty, ['e'], 'y')).toBe(pretty.replace('"x"', '"x",\n        "y"'));
    expect(edit('append', pretty, ['b', 'd'], 'y')).toBe(pretty.replace('[]', '["y"]'));
    expect(edit('append', pretty, ['g'], { h: 1 })).toBe(
      pretty.replace('"f": {}', '"f": {},\n    "g": [\n        {\n            "h": 1\n        }\n    ]'),
    );
  });

  it('edits one of several documents', () => {
    const text = '{"a":1}\n{"a":2}\n';
    const document = readText(text, 'a.json').documents[1];
    if (document === undefined) throw new Error('the text has no second document');
    expect(applyEdits(text, setEdit(text, document, ['b'], 3))).toBe('{"a":1}\n{"a":2,"b":3}\n');
  });

  it('keeps what is JSON in YAML in quotes', () => {
    const text = '# made by hand\n{"a": 1}\n';
    const [document] = readText(text, 'a.yaml').documents;
    if (document === undefined) throw new Error('the text has no document');
    expect(applyEdits(text, setEdit(text, document, ['b'], 'x'))).toBe('# made by hand\n{"a": 1, "b": "x"}\n');
  });
});
