import type { Limits, TextProblem } from '../document.ts';
import type { Positions } from '../positions.ts';
import type { PositionsBuilder } from '../positions-builder.ts';
import { ROOT_PLACE } from './node-place.ts';
import { NodeReader } from './node-reader.ts';
import { Scanner } from './scanner.ts';
import type { TokenType } from './token.ts';

/** One document as Kubernetes reads it. */
export interface Parsed {
  readonly value: unknown;
  readonly positions: Positions;
  readonly problems: readonly TextProblem[];
}

const DOCUMENT_ENDS: ReadonlySet<TokenType> = new Set(['document-start', 'document-end', 'directive', 'stream-end']);

/**
 * Reads the first document of a segment of the text, exactly as sigs.k8s.io/yaml does. Undefined if there is none.
 * @throws Refusal for what it does not take.
 */
export function parseDocument(
  text: string,
  start: number,
  end: number,
  limits: Limits,
  builder: PositionsBuilder,
): Parsed | undefined {
  const scanner = new Scanner(text, start, end);
  const reader = new NodeReader(scanner, builder, limits);
  const hasDirectives = readDirectives(reader);
  const hasMarker = reader.takes('document-start');
  if (hasDirectives && !hasMarker) reader.refuseNext('expected "---" behind the directives');
  if (!hasMarker && reader.peekType() === 'stream-end') return undefined;
  const isEmpty = hasMarker && DOCUMENT_ENDS.has(reader.peekType());
  const value = isEmpty ? reader.emptyNode(ROOT_PLACE) : reader.readNode(ROOT_PLACE, true, false);
  reader.refusals.check(value);
  const rest = scanner.peek();
  if (!DOCUMENT_ENDS.has(rest.type)) {
    const message = 'the document ends here for Kubernetes: what follows is ignored';
    reader.problems.push({ kind: 'ignored-text', message, offset: rest.start });
  }
  return { value, positions: builder.finish(), problems: reader.problems };
}

function readDirectives(reader: NodeReader): boolean {
  let versions = 0;
  let directives = 0;
  for (; reader.peekType() === 'directive'; directives += 1) {
    const { text: version, start } = reader.scanner.next();
    if (version === '') continue;
    versions += 1;
    if (versions > 1) reader.scanner.refuse('expected one %YAML directive only', start);
    if (version !== '1.1') reader.scanner.refuse('Kubernetes reads YAML 1.1 only: expected %YAML 1.1, or none', start);
  }
  return directives > 0;
}
