import {
  defaultLimits,
  type Limits,
  type ReadText,
  type TextDocument,
  type TextProblem,
  tooManyDocuments,
} from '../document.ts';
import { createPositionsBuilder } from '../positions-builder.ts';
import { parseOrdinary } from './ordinary.ts';
import { parseDocument } from './parse.ts';
import { Refusal } from './refusal.ts';
import { nextDocument, type Segment } from './split.ts';
import { releaseCodes } from './text-codes.ts';

/** One buffer for all texts that are read exactly: reading is synchronous, and every document leaves it empty. */
const builder = createPositionsBuilder();

/**
 * Reads a YAML stream as Kubernetes does, document by document: a broken one is a problem and the next one is read.
 * Of duplicate keys the last wins. Never throws on any text.
 */
export function readYaml(text: string, limits: Limits = defaultLimits): ReadText {
  if (text.length > limits.size) return { documents: [], problems: [tooLarge(text, limits)] };
  const documents: TextDocument[] = [];
  const problems: TextProblem[] = [];
  let start = 0;
  for (let number = 1; start !== -1; number += 1) {
    if (number > limits.documents) {
      problems.push(tooManyDocuments(limits, start, text.length));
      break;
    }
    start = readNext(text, start, limits, documents, problems);
  }
  releaseCodes();
  // A copy takes no more room than it needs, where a list that grew does.
  return { documents: documents.slice(), problems };
}

function tooLarge(text: string, limits: Limits): TextProblem {
  const message = `the text has ${text.length} characters; the limit is ${limits.size}`;
  return { kind: 'limit', message, offset: 0, lost: { start: 0, end: text.length } };
}

/** What YAML 1.1 allows in a text: neither control characters nor halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads the document that starts at an offset; gives where the next one starts, or -1. */
function readNext(
  text: string,
  start: number,
  limits: Limits,
  documents: TextDocument[],
  problems: TextProblem[],
): number {
  const ordinary = parseOrdinary(text, start, limits);
  if (ordinary !== undefined) {
    documents.push(ordinary);
    return ordinary.end === text.length ? -1 : ordinary.end;
  }
  const next = nextDocument(text, start);
  readSegment(text, { start, end: next === -1 ? text.length : next }, limits, documents, problems);
  return next;
}

function readSegment(
  text: string,
  { start, end }: Segment,
  limits: Limits,
  documents: TextDocument[],
  problems: TextProblem[],
): void {
  try {
    const forbidden = FORBIDDEN.exec(start === 0 && end === text.length ? text : text.slice(start, end));
    if (forbidden !== null) refuseCharacter(forbidden[0], start + forbidden.index);
    const parsed = parseDocument(text, start, end, limits, builder);
    if (parsed === undefined) return;
    documents.push({ value: parsed.value, positions: parsed.positions, start, end });
    problems.push(...parsed.problems);
  } catch (error) {
    builder.finish();
    if (error instanceof Refusal) {
      problems.push({ kind: error.kind, message: error.message, offset: error.offset, lost: { start, end } });
    } else if (error instanceof RangeError) {
      problems.push({
        kind: 'limit',
        message: 'the document is nested too deeply',
        offset: start,
        lost: { start, end },
      });
    } else throw error;
  }
}

function refuseCharacter(character: string, offset: number): never {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const what = /^[\ud800-\udfff]$/.test(character) ? 'half of a surrogate pair' : 'not printable';
  throw new Refusal('syntax', `expected printable text: U+${code} is ${what}`, offset);
}
