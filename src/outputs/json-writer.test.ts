import { describe, expect, it } from 'vitest';
import { createJsonWriter, type JsonWriter, largestWrite } from './json-writer.ts';

function written(fill: (writer: JsonWriter) => void): string[] {
  const writes: string[] = [];
  fill(createJsonWriter((text) => writes.push(text)));
  return writes;
}

describe('createJsonWriter', () => {
  it('writes a member or an item a line', () => {
    const writes = written((writer) => {
      writer.open('{');
      writer.member('a', { b: [1, 2] });
      writer.open('{', 'c');
      writer.list('d', [1, 'two']);
      writer.list('e', []);
      writer.close();
      writer.open('[', 'f');
      writer.open('{');
      writer.close();
      writer.close();
      writer.close();
    });
    expect(writes).toEqual([
      `{
  "a": {"b":[1,2]},
  "c": {
    "d": [
      1,
      "two"
    ],
    "e": []
  },
  "f": [
    {}
  ]
}
`,
    ]);
  });

  it('takes the items of a list one by one, writing in between', () => {
    const events: string[] = [];
    const writer = createJsonWriter((text) => events.push(`write ${text.length}`));
    writer.open('{');
    writer.list(
      'items',
      (function* items() {
        for (let number = 1; number <= 2; number += 1) {
          events.push(`item ${number}`);
          yield 'x'.repeat(largestWrite);
        }
      })(),
    );
    writer.close();
    expect(events.slice(0, 4)).toEqual(['item 1', `write ${largestWrite}`, 'item 2', `write ${largestWrite}`]);
  });

  it('parts a long text into bounded writes, and never a surrogate pair', () => {
    const value = `a${'👩'.repeat(100_000)}`;
    const writes = written((writer) => {
      writer.open('{');
      writer.member('a', value);
      writer.member('bb', value);
      writer.close();
    });
    expect(Math.max(...writes.map((text) => text.length))).toBeLessThanOrEqual(largestWrite);
    expect(writes.filter((text) => !text.isWellFormed())).toEqual([]);
    expect(JSON.parse(writes.join(''))).toEqual({ a: value, bb: value });
  });
});
