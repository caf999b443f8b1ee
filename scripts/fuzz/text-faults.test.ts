import { describe, expect, it } from 'vitest';
import type { ReadText } from '../../src/text/document.ts';
import { readText } from '../../src/text/read.ts';
import { readerFaults, textFaults } from './text-faults.ts';

describe('textFaults', () => {
  it('finds none in what was read well', () => {
    for (const text of ['a: [1, {b: c}]\n---\nd: &e |\n  f\ng: *e\n', '{"a": 1, "a": 2}', 'a: [', '']) {
      expect([...textFaults(text, readText(text, 'a.yaml'))]).toEqual([]);
      expect([...readerFaults(text)]).toEqual([]);
    }
  });

  const text = 'a: 1\n';
  const [document] = readText(text, 'a.yaml').documents;

  it.each<[string, Partial<ReadText>]>([
    ['syntax at 9 of 5: x', { problems: [{ kind: 'syntax', message: 'x', offset: 9, lost: { start: 0, end: 5 } }] }],
    ['syntax at 1 loses nothing', { problems: [{ kind: 'syntax', message: 'x', offset: 1 }] }],
    ['duplicate-key is before 3', { problems: [{ kind: 'duplicate-key', message: 'x', offset: 2, earlierOffset: 3 }] }],
    [
      'limit at 0 has no message',
      { problems: [{ kind: 'limit', message: '', offset: 0, lost: { start: 0, end: 5 } }] },
    ],
    ['a document is 4-2', { documents: document === undefined ? [] : [{ ...document, start: 4, end: 2 }] }],
  ])('finds that %s', (fault, parts) => {
    expect([...textFaults(text, { documents: [], problems: [], ...parts })]).toContain(fault);
  });

  it('finds positions that lie outside of their document', () => {
    const documents = document === undefined ? [] : [{ ...document, end: 2 }];
    expect([...textFaults(text, { documents, problems: [] })]).toContain('node 1 (a) is 3-4, behind 0');
  });
});
