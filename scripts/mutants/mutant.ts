import type { SyntaxNode } from './syntax.ts';

/** One small change to a source that its examples should notice. */
export interface Mutant {
  /** Offsets of the text that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What is changed, in a few words: `=== becomes !==`. */
  readonly what: string;
}

/** A node with the nodes above it, nearest first. */
export interface Visit {
  readonly node: SyntaxNode;
  readonly above: readonly SyntaxNode[];
  readonly source: string;
}

const LONGEST_QUOTE = 60;

/** A piece of source on one line, shortened if it is long. */
export function quote(source: string, { start, end }: { start: number; end: number }): string {
  const text = source.slice(start, end).replace(/\s+/g, ' ');
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}

/** The source with the mutant's change. */
export function applyMutant(source: string, { start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}
