import { parseEvents, YAMLException } from 'js-yaml';
import { defaultLimits, type Limits, type ReadText, type TextDocument, type TextProblem } from '../document.ts';
import { createPositionsBuilder } from '../positions-builder.ts';
import { composeDocument, Refusal } from './compose.ts';
import { expectation } from './expectation.ts';
import { type Segment, splitDocuments } from './split.ts';

/** One buffer for all texts: reading is synchronous, and every document leaves it empty. */
const builder = createPositionsBuilder();

/**
 * Reads a YAML stream as Kubernetes does, document by document: a broken one is a problem and the next one is read.
 * Of duplicate keys the last wins. Never throws on any text.
 */
export function readYaml(text: string, limits: Limits = defaultLimits): ReadText {
  if (text.length > limits.size) return { documents: [], problems: [tooLarge(text, limits)] };
  const documents: TextDocument[] = [];
  const problems: TextProblem[] = [];
  for (const segment of splitDocuments(text)) readSegment(text, segment, limits, documents, problems);
  return { documents, problems };
}

function tooLarge(text: string, limits: Limits): TextProblem {
  const message = `the text has ${text.length} characters; the limit is ${limits.size}`;
  return { kind: 'limit', message, offset: 0, lost: { start: 0, end: text.length } };
}

function readSegment(
  text: string,
  segment: Segment,
  limits: Limits,
  documents: TextDocument[],
  problems: TextProblem[],
): void {
  const { start, end } = segment;
  const source = start === 0 && end === text.length ? text : text.slice(start, end);
  try {
    const events = parseEvents(source, { maxDepth: limits.depth });
    for (let first = 0; first < events.length; ) {
      const composed = composeDocument(source, start, events, first, limits, builder);
      documents.push({ value: composed.value, positions: composed.positions, start, end });
      problems.push(...composed.problems);
      first = composed.next;
    }
  } catch (error) {
    builder.finish();
    const problem = problemOf(error);
    problems.push({ ...problem, offset: start + problem.offset, lost: { start, end } });
  }
}

function problemOf(error: unknown): Pick<TextProblem, 'kind' | 'message' | 'offset'> {
  if (error instanceof Refusal) return { kind: error.kind, message: error.message, offset: error.offset };
  if (error instanceof YAMLException) {
    const kind = error.reason.startsWith('nesting exceeded') ? 'limit' : 'syntax';
    return { kind, message: expectation(error.reason), offset: error.mark?.position ?? 0 };
  }
  if (error instanceof RangeError) return { kind: 'limit', message: 'the document is nested too deeply', offset: 0 };
  throw error;
}
