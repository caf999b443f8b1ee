import { quote, writeKey, writeScalar } from './write-scalar.ts';

/** How a file writes its block collections, in columns. */
export interface BlockStyle {
  /** From a key to the keys of its mapping. */
  readonly step: number;
  /** From a key to the dashes of its list. */
  readonly sequenceOffset: number;
  /** Spaces behind a dash. */
  readonly gap: number;
}

/** How a file writes collections in brackets. */
export interface FlowStyle {
  /** Every key and text in double quotes, as JSON demands. */
  readonly isQuoted: boolean;
  readonly comma: ',' | ', ';
  readonly colon: ':' | ': ';
  /** Each entry on a line of its own: the indentation of the line the value starts on, and one step of it. */
  readonly lines?: { readonly indentation: string; readonly unit: string; readonly newline: string };
}

/** True for a mapping or list that holds something. */
export function isFilledCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** The lines of a filled mapping or list, from column 0 and without their breaks. */
export function blockLines(value: object, style: BlockStyle): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => itemLines(item, style));
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => entryLines(key, entry, style));
}

/** The lines of one entry of a block mapping. */
export function entryLines(key: string, value: unknown, style: BlockStyle): string[] {
  const written = writeKey(key, 'block');
  if (!isFilledCollection(value)) return [`${written}: ${inlineText(value)}`];
  const indentation = Array.isArray(value) ? style.sequenceOffset : style.step;
  return [`${written}:`, ...indentLines(blockLines(value, style), indentation)];
}

/** The lines of one entry of a block list. */
export function itemLines(value: unknown, style: BlockStyle): string[] {
  const lines = isFilledCollection(value) ? blockLines(value, style) : [inlineText(value)];
  const [first, ...rest] = indentLines(lines, 1 + style.gap);
  return [`-${first?.slice(1)}`, ...rest];
}

/** Lines moved to the right. */
export function indentLines(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}

/** A scalar or an empty collection. */
export function inlineText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value, 'block');
  return Array.isArray(value) ? '[]' : '{}';
}

/** A value as it stands between brackets. */
export function flowText(value: unknown, style: FlowStyle): string {
  if (Array.isArray(value)) return bracketed('[', value, ']', style, (item: unknown, inner) => flowText(item, inner));
  if (typeof value === 'object' && value !== null) {
    return bracketed('{', Object.entries(value), '}', style, ([key, entry]: [string, unknown], inner) =>
      flowEntry(key, entry, inner),
    );
  }
  return typeof value === 'string' && style.isQuoted ? quote(value) : writeScalar(value, 'flow');
}

/** An entry of a mapping in braces. */
export function flowEntry(key: string, value: unknown, style: FlowStyle): string {
  return (style.isQuoted ? quote(key) : writeKey(key, 'flow')) + style.colon + flowText(value, style);
}

function bracketed<Entry>(
  open: string,
  entries: readonly Entry[],
  close: string,
  style: FlowStyle,
  write: (entry: Entry, style: FlowStyle) => string,
): string {
  if (entries.length === 0) return open + close;
  if (style.lines === undefined) return open + entries.map((entry) => write(entry, style)).join(style.comma) + close;
  const { newline, unit, indentation } = style.lines;
  const inner = { ...style, lines: { newline, unit, indentation: indentation + unit } };
  const lines = entries.map((entry) => newline + inner.lines.indentation + write(entry, inner));
  return `${open}${lines.join(',')}${newline}${indentation}${close}`;
}
