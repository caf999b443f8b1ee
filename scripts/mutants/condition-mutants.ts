import { type Mutant, quote, type Visit } from './mutant.ts';
import { nodeIn, nodesIn, type SyntaxNode, textIn } from './syntax.ts';

const SWAPPED_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['==', '!='],
  ['!=', '=='],
  ['>', '>='],
  ['>=', '>'],
  ['<', '<='],
  ['<=', '<'],
]);

const TESTED = new Set(['IfStatement', 'ConditionalExpression', 'WhileStatement', 'DoWhileStatement', 'ForStatement']);
const PREDICATE_METHODS = new Set(['some', 'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex']);

/** Conditions turned into their contrary, and comparisons moved by one. */
export function conditionMutants(visit: Visit): Mutant[] {
  const { node, source } = visit;
  if (isCondition(visit)) return [...negated(node, source), ...swapped(node, source)];
  return [...(isNot(node) ? negated(node, source) : []), ...swapped(node, source)];
}

/** True for what is tested: by a statement, by && or ||, by a method that takes a predicate, or by the caller. */
function isCondition({ node, above }: Visit): boolean {
  const [parent, grandparent] = above;
  if (parent === undefined) return false;
  if (TESTED.has(parent.type)) return parent['test'] === node;
  if (parent.type === 'LogicalExpression') return textIn(parent, 'operator') !== '??';
  if (parent.type === 'ArrowFunctionExpression' && parent['body'] === node)
    return isPredicate(parent) || (grandparent?.type === 'CallExpression' && takesPredicate(grandparent, parent));
  if (parent.type !== 'ReturnStatement') return false;
  const owner = above.find(({ type }) => /Function/.test(type));
  return owner !== undefined && isPredicate(owner);
}

/** True for a function that is declared to return a boolean. */
function isPredicate(owner: SyntaxNode): boolean {
  const annotation = nodeIn(owner, 'returnType');
  const type = annotation && nodeIn(annotation, 'typeAnnotation');
  return type?.type === 'TSBooleanKeyword' || type?.type === 'TSTypePredicate';
}

function takesPredicate(call: SyntaxNode, argument: SyntaxNode): boolean {
  const callee = nodeIn(call, 'callee');
  const method = callee && textIn(nodeIn(callee, 'property'), 'name');
  return PREDICATE_METHODS.has(method ?? '') && nodesIn(call, 'arguments')[0] === argument;
}

function isNot(node: SyntaxNode): boolean {
  return node.type === 'UnaryExpression' && textIn(node, 'operator') === '!';
}

function negated(node: SyntaxNode, source: string): Mutant[] {
  const { start, end } = node;
  const argument = nodeIn(node, 'argument');
  if (isNot(node) && argument !== undefined) {
    const replacement = `(${source.slice(argument.start, argument.end)})`;
    return [{ start, end, replacement, what: `drops the ! of ${quote(source, node)}` }];
  }
  // The contrary of an equality is the other equality, and of a boolean the other boolean: those are made elsewhere.
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(textIn(node, 'operator'))) return [];
  if (node.type === 'Literal' && typeof node['value'] === 'boolean') return [];
  return [{ start, end, replacement: `!(${source.slice(start, end)})`, what: `negates ${quote(source, node)}` }];
}

function swapped(node: SyntaxNode, source: string): Mutant[] {
  const operator = textIn(node, 'operator');
  const replacement = SWAPPED_OPERATORS.get(operator);
  const left = nodeIn(node, 'left');
  if (node.type !== 'BinaryExpression' || replacement === undefined || left === undefined) return [];
  const start = source.indexOf(operator, left.end);
  return [
    {
      start,
      end: start + operator.length,
      replacement,
      what: `${operator} becomes ${replacement} in ${quote(source, node)}`,
    },
  ];
}
