import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateManifests, manifestStyles } from '../../../bench/manifests.ts';
import { defaultLimits } from '../document.ts';
import { createPositionsBuilder } from '../positions-builder.ts';
import { parseOrdinary } from './ordinary.ts';
import { parseDocument } from './parse.ts';
import { Refusal } from './refusal.ts';
import { type Segment, splitDocuments } from './split.ts';

const builder = createPositionsBuilder();

/** Reads a document both ways and compares, its end included; gives whether the quick way could read it. */
function isOrdinary(text: string, { start, end } = firstSegment(text)): boolean {
  const ordinary = parseOrdinary(text, start, defaultLimits);
  if (ordinary === undefined) return false;
  expect({ problems: [], ...ordinary }).toEqual(exact(text, start, end));
  return true;
}

function firstSegment(text: string): Segment {
  const [first] = splitDocuments(text);
  return first ?? { start: 0, end: 0 };
}

function exact(text: string, start: number, end: number): unknown {
  try {
    return { ...parseDocument(text, start, end, defaultLimits, builder), start, end };
  } catch (error) {
    builder.finish();
    if (error instanceof Refusal) return `refused at ${error.offset}: ${error.message}`;
    throw error;
  }
}

const INDICATORS = '\n|\n  |\n    | |"|\'|>-|[|]|{|}|,|#|: |.|---|...|\\n|\r\n|\t|!|&a|*a|<<: |?|%|@|- '.split('|');
const TEXTS = [
  'a',
  'b: ',
  'c:\n',
  '1',
  '0x1',
  'yes',
  '~',
  '\u00e9',
  '\u2028',
  '\u{1F600}',
  '1.0',
  'null',
  '__proto__: ',
  '|\n  a',
  '|+\n  a\n\n',
  'key: value\n',
  '  key: value\n',
  '- item\n',
  '  - item\n',
  '- key: ',
  '    other: "x"\n',
];

describe('parseOrdinary', () => {
  it.each([
    'a: 1\nb:\n  - c: "d"\n    e: |\n      f\n  - g\n',
    'a:\n- b\n- c: {d: [1, "2", x], e: yes}\n',
    'a: "q\\n\\"x\\""\nb: \'it\'\'s\'\n',
    '# c\n---\na: b # c\nc:   # d\n  d: 1\n',
    'a: b\r\nc:\r\n  - d\r\n',
    'a: |+\n  b\n\n\r\nc: d\n',
  ])('reads %j as the exact reader does', (text) => {
    expect(isOrdinary(text)).toBe(true);
  });

  it.each([
    'a: &x 1\n',
    'a: *x\n',
    'a: !t b\n',
    '? a\n: b\n',
    'a: b\n  c\n',
    'a: "b\n  c"\n',
    'a: 1\na: 2\n',
    '__proto__: 1\n',
    'a\rb: 1\n',
    'a: [b',
  ])('leaves %j to the exact reader', (text) => {
    expect(isOrdinary(text)).toBe(false);
  });

  it.each([
    ['a: "x\\', undefined],
    ['a: "x', undefined],
    ["a: 'x", undefined],
    ['a: [x', undefined],
    ['a: "x"', { a: 'x' }],
    ['a:', { a: null }],
    ['a: x', { a: 'x' }],
  ])('ends %j where the text does, whatever a longer one has left behind it', (text, value) => {
    const longer = `${text}"': "x"]'\n`;
    parseOrdinary(longer, 0, defaultLimits);
    expect(parseOrdinary(text, 0, defaultLimits)?.value).toEqual(value);
  });

  it.each(manifestStyles)('agrees with the exact reader on every document of the style %s', (style) => {
    for (const { text } of generateManifests({ seed: 7, count: style === 'mixed' ? 60 : 6, style })) {
      for (const segment of [...splitDocuments(text)].slice(0, 50)) {
        if (segment.end - segment.start < 200_000) isOrdinary(text, segment);
      }
    }
  });

  it('agrees with the exact reader on any text that both can read', () => {
    const pieces = fc.constantFrom(...INDICATORS, ...TEXTS);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const segment of splitDocuments(text)) isOrdinary(text, segment);
      }),
      { seed: 20_260, numRuns: 5_000 },
    );
  });
});
