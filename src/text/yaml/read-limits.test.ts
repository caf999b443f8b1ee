import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits, type TextProblem } from '../document.ts';
import { readYaml } from './read.ts';

function kinds(text: string, limits?: Partial<Limits>): TextProblem['kind'][] {
  return readYaml(text, { ...defaultLimits, ...limits }).problems.map(({ kind }) => kind);
}

function flow(levels: number): string {
  return `${'['.repeat(levels)}x${']'.repeat(levels)}`;
}

function block(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`);
  return `${lines.join('\n')} x\n`;
}

describe('the depth of nesting', () => {
  it('may be a hundred collections, in flow and block style', () => {
    expect(kinds(flow(100))).toEqual([]);
    expect(kinds(block(100))).toEqual([]);
    expect(kinds(`${'- '.repeat(100)}x\n`)).toEqual([]);
  });

  it('may not be more', () => {
    expect(readYaml(flow(101)).problems).toEqual([
      { kind: 'limit', message: 'nesting is over 100 levels deep', offset: 100, lost: { start: 0, end: 203 } },
    ]);
    expect(kinds(block(101))).toEqual(['limit']);
    expect(kinds(`${'- '.repeat(101)}x\n`)).toEqual(['limit']);
    expect(kinds('{a: {b: {c: 1}}}', { depth: 2 })).toEqual(['limit']);
  });

  it.each([
    ['['.repeat(300_000)],
    ['{a: '.repeat(100_000)],
    ['- '.repeat(100_000)],
    ['? '.repeat(100_000)],
    ['[{'.repeat(100_000)],
    [block(2_000)],
  ])('ends the reading of an endless text at the limit: %#', (text) => {
    expect(kinds(text)).toEqual(['limit']);
  });

  it('loses the document, not the next one', () => {
    const { documents, problems } = readYaml(`${flow(101)}\n---\na: 1\n`);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
    expect(problems).toHaveLength(1);
  });
});

describe('the size of a text', () => {
  it('is a limit of its own', () => {
    expect(kinds('a: 1', { size: 4 })).toEqual([]);
    expect(readYaml('a: 12', { ...defaultLimits, size: 4 })).toEqual({
      documents: [],
      problems: [
        { kind: 'limit', message: 'the text has 5 characters; the limit is 4', offset: 0, lost: { start: 0, end: 5 } },
      ],
    });
  });
});

describe('the nodes of a document', () => {
  it('are counted with every alias written out', () => {
    const text = 'a: &a [1, 2]\nb: [*a, *a]\n';
    expect(kinds(text, { expandedNodes: 20 })).toEqual([]);
    expect(kinds(text, { expandedNodes: 8 })).toEqual(['limit']);
  });

  it('are counted without aliases too', () => {
    expect(kinds('[1, 2, 3, 4, 5, 6, 7, 8, 9]', { expandedNodes: 20 })).toEqual([]);
    expect(kinds('[1, 2, 3, 4, 5, 6, 7, 8, 9]', { expandedNodes: 5 })).toEqual(['limit']);
    expect(kinds('a: 1\nb: 2\nc: 3\n', { expandedNodes: 2 })).toEqual(['limit']);
  });

  it('of a billion laughs are too many', () => {
    const lines = ['a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]'];
    for (let level = 1; level < 12; level += 1) {
      const laughs = Array.from({ length: 10 }, () => `*a${level - 1}`);
      lines.push(`a${level}: &a${level} [${laughs.join(', ')}]`);
    }
    expect(kinds(lines.join('\n'))).toEqual(['limit']);
  });

  it('of merges that laugh are too many', () => {
    const lines = ['a0: &a0 {x: 1}'];
    for (let level = 1; level < 12; level += 1) {
      const laughs = Array.from({ length: 10 }, () => `*a${level - 1}`);
      lines.push(`a${level}: &a${level} {<<: [${laughs.join(', ')}]}`);
    }
    expect(kinds(lines.join('\n'))).toEqual(['limit']);
  });

  it('may be shared by many aliases of a small document', () => {
    const text = `a: &a {b: 1}\nlist: [${Array.from({ length: 50 }, () => '*a').join(', ')}]\n`;
    expect(kinds(text)).toEqual([]);
  });
});

describe('the documents of a text', () => {
  it('are a limit of their own', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: 1\n---\nd: 1\n';
    const { documents, problems } = readYaml(text, { ...defaultLimits, documents: 3 });
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 1 }]);
    expect(problems.slice(1)).toEqual([
      {
        kind: 'limit',
        message: 'the text has over 3 documents; the rest was left out',
        offset: 23,
        lost: { start: 23, end: 32 },
      },
    ]);
  });
});

describe('a text that would take long', () => {
  it.each([
    ['many keys', Array.from({ length: 10_000 }, (_, index) => `key${index}: ${index}`).join('\n')],
    ['many duplicate keys', 'a: 1\n'.repeat(10_000)],
    ['many duplicate keys in flow style', `{${'a: 1, '.repeat(10_000)}}`],
    [
      'many keys beside duplicate ones',
      `${Array.from({ length: 5_000 }, (_, index) => `k${index}: 1\n`).join('')}${'k1: 1\n'.repeat(5_000)}`,
    ],
    ['a long plain scalar over lines', `a: ${'b\n  '.repeat(20_000)}`],
    ['a long quoted scalar', `a: "${'b \\n '.repeat(20_000)}"`],
    ['a long block scalar', `a: |\n${'  b\n'.repeat(20_000)}`],
    ['many blank lines', `a:${'\n'.repeat(100_000)} b\n`],
    ['many spaces', `a:${' '.repeat(100_000)}b\n`],
    ['many tabs in a quoted scalar', `a: "${'\t'.repeat(100_000)}"`],
    ['many documents', '---\na: 1\n'.repeat(10_000)],
    ['many comments', `${'# c\r\n'.repeat(20_000)}a: 1\r\n---\r\nb: 2\r\n`],
    ['many anchors', Array.from({ length: 10_000 }, (_, index) => `k${index}: &a${index} 1`).join('\n')],
    ['many quotes', `a: '${"''".repeat(100_000)}'`],
    ['many digits', `a: ${'7'.repeat(500_000)}`],
    ['a long key', `${'k'.repeat(100_000)}: 1`],
    ['many question marks', '? a\n'.repeat(10_000)],
  ])('is read, or refused, without delay: %s', (_name, text) => {
    const { documents, problems } = readYaml(text);
    expect(documents.length + problems.length).toBeGreaterThan(0);
  });
});
