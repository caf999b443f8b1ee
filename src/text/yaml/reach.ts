import { formatPath, type Path } from '../../core/path.ts';
import type { TextDocument } from '../document.ts';
import { NotEditable } from '../not-editable.ts';
import { cell, childNodes, findChild, findMerged, MERGE_KEY, NEXT, TARGET } from '../positions.ts';

/**
 * The nodes on the way to a field, the root first, as far as the document holds it. Throws `NotEditable` where the way leads
 * through an alias or a merge key: what stands behind them belongs to another place too.
 */
export function reach({ positions }: TextDocument, path: Path): [number, ...number[]] {
  const nodes: [number, ...number[]] = [0];
  let node = 0;
  for (const [depth, segment] of path.entries()) {
    if (cell(positions, node, TARGET) !== -1) {
      const alias = formatPath(path.slice(0, depth));
      throw new NotEditable(path, `${alias} is an alias; an edit below it would change its anchor's other places too`);
    }
    const written = writtenChildren(positions, node, segment).at(-1) ?? -1;
    if (findChild(positions, node, segment) !== written) throw mergedInto(path, depth);
    if (written === -1) break;
    nodes.push(written);
    node = written;
  }
  return nodes;
}

/**
 * Throws `NotEditable` if a field cannot be taken out: it would still be there, merged in or written a second time.
 * `nodes` leads to the field.
 */
export function guardRemoval({ positions }: TextDocument, path: Path, nodes: readonly number[]): void {
  const segment = path.at(-1) ?? '';
  const parent = nodes.at(-2) ?? 0;
  if (writtenChildren(positions, parent, segment).length > 1) {
    throw new NotEditable(path, `${formatPath(path)} stands there twice; without one of them the other one counts`);
  }
  for (const merge of writtenChildren(positions, parent, MERGE_KEY)) {
    if (findMerged(positions, merge, segment, 1) !== -1) throw mergedInto(path, path.length - 1);
  }
}

/**
 * Throws `NotEditable` if an alias repeats what an edit changes: one of the nodes whose content changes, or one inside a node
 * that is replaced.
 */
export function guardAnchors(
  { positions }: TextDocument,
  path: Path,
  changed: readonly number[],
  replaced: number | undefined,
): void {
  const replacedEnd = replaced === undefined ? -1 : cell(positions, replaced, NEXT);
  const isReplaced = (node: number): boolean => replaced !== undefined && node >= replaced && node < replacedEnd;
  for (let alias = 0; alias < positions.keys.length; alias += 1) {
    const target = cell(positions, alias, TARGET);
    if (target === -1) continue;
    if (changed.includes(target) || (isReplaced(target) && !isReplaced(alias))) {
      const field = path.length === 0 ? 'the document' : formatPath(path);
      throw new NotEditable(path, `${field} belongs to an anchor; an edit would change what its aliases repeat too`);
    }
  }
}

function writtenChildren(positions: TextDocument['positions'], node: number, key: string | number): number[] {
  return [...childNodes(positions, node)].filter((child) => positions.keys[child] === key);
}

function mergedInto(path: Path, depth: number): NotEditable {
  const field = formatPath(path.slice(0, depth + 1));
  return new NotEditable(path, `${field} comes from a merge key; an edit would change its anchor's other places too`);
}
