import { type Mutant, quote, type Visit } from './mutant.ts';
import { nodesIn, type SyntaxNode } from './syntax.ts';

const MATCHES_NOTHING = '/(?!)/';

/** Texts and lists emptied, lists with an entry less, patterns that match nothing, and booleans turned round. */
export function constantMutants(visit: Visit): Mutant[] {
  const { node, source } = visit;
  if (node.type === 'ArrayExpression') return listMutants(node, source);
  if (node.type === 'TemplateLiteral') return [replaced(visit, "''", 'empties')];
  if (node.type !== 'Literal') return [];
  const { value } = node;
  if (typeof value === 'boolean') return [replaced(visit, String(!value), `${!value} for`)];
  if (node['regex'] !== undefined) return [replaced(visit, MATCHES_NOTHING, 'matches nothing with')];
  if (typeof value === 'string' && value !== '' && !isEntryOrKey(visit)) return [replaced(visit, "''", 'empties')];
  return [];
}

function replaced({ node, source }: Visit, replacement: string, how: string): Mutant {
  return { start: node.start, end: node.end, replacement, what: `${how} ${quote(source, node)}` };
}

/** Entries of a list are dropped with it; the names of fields are none of the values. */
function isEntryOrKey({ node, above: [parent] }: Visit): boolean {
  if (parent?.type === 'ArrayExpression') return true;
  return parent?.type === 'Property' && parent['key'] === node && parent['computed'] !== true;
}

function listMutants(list: SyntaxNode, source: string): Mutant[] {
  const entries = nodesIn(list, 'elements');
  if (entries.length === 0) return [];
  const { start, end } = list;
  const emptied = { start, end, replacement: '[]', what: `empties ${quote(source, list)}` };
  if (entries.length === 1) return [emptied];
  const shortened = entries.map((entry, index) => ({
    start: entry.start,
    end: entries[index + 1]?.start ?? entry.end,
    replacement: '',
    what: `drops ${quote(source, entry)} from a list`,
  }));
  return [emptied, ...shortened];
}
