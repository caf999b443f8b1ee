import { flowCollection } from './flow.ts';
import { properties, remember } from './properties.ts';
import { blockScalar, plainLines, plainScalar, plainWord, quotedScalar } from './scalars.ts';
import { emptyLines, gap, knownAnchor, lineEnd, nextAnchor, type Writer } from './writer.ts';

/** Where a node stands: behind a key, behind a dash, or at the start of its document. */
type Parent = 'key' | 'dash' | 'root';

const DEEPEST = 6;

/** A node with its line breaks, as it stands behind its key or dash; `column` is that of the collection around it. */
export function blockNode(writer: Writer, column: number, parent: Parent, depth: number): string {
  const { random } = writer;
  writer.nodesLeft -= 1;
  const alias = parent !== 'root' && random.chance(0.06) ? knownAnchor(writer) : undefined;
  if (alias !== undefined) return `${gap(writer)}*${alias}${lineEnd(writer)}`;
  const nests = depth < DEEPEST && writer.nodesLeft > 0 && random.chance(parent === 'root' ? 0.9 : 0.4);
  return nests ? collection(writer, column, parent, depth) : scalarNode(writer, column, parent);
}

function collection(writer: Writer, column: number, parent: Parent, depth: number): string {
  const { random } = writer;
  const anchor = random.chance(0.12) ? nextAnchor(writer) : undefined;
  if (random.chance(0.2)) {
    const flow = flowCollection(writer, column + 1);
    const isMapping = flow.startsWith('{');
    remember(writer, anchor, isMapping);
    return ` ${properties(writer, anchor, isMapping ? 'mapping' : 'sequence')}${flow}${lineEnd(writer)}`;
  }
  const isMapping = random.chance(0.6);
  const before = properties(writer, anchor, isMapping ? 'mapping' : 'sequence').trimEnd();
  const isCompact = parent === 'dash' && before === '' && random.chance(0.6);
  const isIndentless = parent === 'key' && !isMapping && random.chance(0.4);
  const inner = innerColumn(writer, column, parent, isIndentless);
  const text = isMapping ? blockMapping(writer, inner, depth) : blockSequence(writer, inner, depth);
  remember(writer, anchor, isMapping);
  // Behind a dash the first entry may stand on the same line, at its column.
  if (isCompact) return text.slice(column + 1).replace(/^\s*\n/, '');
  const head = before === '' ? '' : gap(writer) + before;
  return (parent === 'root' && head === '' ? '' : head + lineEnd(writer)) + text;
}

function innerColumn({ random, step }: Writer, column: number, parent: Parent, isIndentless: boolean): number {
  if (isIndentless) return column;
  if (parent === 'root') return random.chance(0.9) ? 0 : random.integer(1, 3);
  return (
    column + (parent === 'dash' ? random.pick([2, 2, 2, 3, 5]) : random.chance(0.85) ? step : random.integer(1, 5))
  );
}

function blockSequence(writer: Writer, column: number, depth: number): string {
  const count = writer.random.pick([1, 2, 2, 3]);
  const items = Array.from({ length: count }, (_, index) => {
    // A comment before the first item would take the place of its dash where that stands on the line of its parent.
    const before = index === 0 ? '' : emptyLines(writer, column);
    return `${before}${' '.repeat(column)}-${blockNode(writer, column, 'dash', depth + 1)}`;
  });
  return items.join('');
}

function blockMapping(writer: Writer, column: number, depth: number): string {
  const count = writer.random.pick([1, 2, 2, 3, 4]);
  const entries = Array.from({ length: count }, (_, index) => {
    const before = index === 0 ? '' : emptyLines(writer, column);
    return before + mappingEntry(writer, column, depth);
  });
  return entries.join('');
}

function mappingEntry(writer: Writer, column: number, depth: number): string {
  const { random, anchors } = writer;
  const spaces = ' '.repeat(column);
  if (anchors.mappings.length > 0 && random.chance(0.12))
    return `${spaces}<<: ${mergeSource(writer)}${lineEnd(writer)}`;
  if (random.chance(0.03)) return explicitEntry(writer, column, depth);
  return `${spaces}${blockKey(writer)}:${blockNode(writer, column, 'key', depth + 1)}`;
}

function mergeSource({ random, anchors }: Writer): string {
  const names = Array.from({ length: random.pick([1, 1, 2]) }, () => `*${random.pick(anchors.mappings)}`);
  return random.chance(0.6) ? (names[0] ?? '') : `[${names.join(', ')}]`;
}

/** `? key` and, most often, `: value` below it; the key may run over lines. */
function explicitEntry(writer: Writer, column: number, depth: number): string {
  const { random } = writer;
  const spaces = ' '.repeat(column);
  const key = random.pick([
    () => ` ${plainWord(random)}\n`,
    () => ` ${plainLines(writer, column + 1)}\n`,
    () => ` ${quotedScalar(writer, column + 1, true)}\n`,
    () => ` ${blockScalar(writer, column)}`,
    () => ` ${flowCollection(writer, column + 1)}\n`,
  ])();
  if (random.chance(0.15)) return `${spaces}?${key}`;
  return `${spaces}?${key}${spaces}:${blockNode(writer, column, random.pick(['key', 'dash']), depth + 1)}`;
}

function blockKey(writer: Writer): string {
  const { random } = writer;
  const end = random.chance(0.04) ? ' ' : '';
  if (random.chance(0.12)) return quotedScalar(writer, 0, false) + end;
  if (random.chance(0.1)) return plainScalar(writer) + end;
  if (random.chance(0.02)) return `&${nextAnchor(writer)} ${plainWord(random)}${end}`;
  if (random.chance(0.01)) return `!!str ${plainWord(random)}${end}`;
  const alias = random.chance(0.01) ? writer.anchors.others.at(-1) : undefined;
  if (alias !== undefined) return `*${alias} `;
  // Few words: some keys stand twice.
  return plainWord(random) + (random.chance(0.7) ? random.integer(0, 99) : '') + end;
}

function scalarNode(writer: Writer, column: number, parent: Parent): string {
  const { random } = writer;
  if (random.chance(0.06)) return lineEnd(writer);
  const anchor = random.chance(0.06) ? nextAnchor(writer) : undefined;
  const before =
    (random.chance(0.03) && parent !== 'root' ? `\n${' '.repeat(column + 2)}` : gap(writer)) +
    properties(writer, anchor, 'scalar');
  remember(writer, anchor, false);
  if (random.chance(0.15)) return before + blockScalar(writer, column);
  if (random.chance(0.3)) return before + quotedScalar(writer, column + 1, true) + lineEnd(writer);
  if (random.chance(0.08)) return before + plainLines(writer, column + 1) + lineEnd(writer);
  return before + plainScalar(writer) + lineEnd(writer);
}
