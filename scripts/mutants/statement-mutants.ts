import { type Mutant, quote, type Visit } from './mutant.ts';
import { childrenOf, nodeIn, nodesIn, type SyntaxNode, textIn } from './syntax.ts';

const REPORTER_METHODS = new Set(['fail', 'unknown', 'notApplicable']);

/** Statements that report or leave early taken out, and branches of an `if` emptied. */
export function statementMutants(visit: Visit): Mutant[] {
  const { node, source } = visit;
  if (isDeletable(visit)) return [{ ...spanOf(node), replacement: ';', what: `deletes ${quote(source, node)}` }];
  if (node.type !== 'IfStatement') return [];
  const branches = [nodeIn(node, 'consequent'), nodeIn(node, 'alternate')];
  return branches
    .filter((branch) => branch !== undefined)
    .filter((branch) => branch.type !== 'IfStatement' && !isDeletedOtherwise(branch, visit))
    .map((branch) => ({ ...spanOf(branch), replacement: '{}', what: `empties the branch ${quote(source, branch)}` }));
}

function spanOf({ start, end }: SyntaxNode): { start: number; end: number } {
  return { start, end };
}

/** True for a branch of one statement that is itself taken out. */
function isDeletedOtherwise(branch: SyntaxNode, { node, above, source }: Visit): boolean {
  if (branch.type !== 'BlockStatement') return isDeletable({ node: branch, above: [node, ...above], source });
  const [only, ...rest] = nodesIn(branch, 'body');
  if (only === undefined) return true;
  return rest.length === 0 && isDeletable({ node: only, above: [branch, node, ...above], source });
}

function isDeletable({ node, above }: Visit): boolean {
  switch (node.type) {
    case 'ContinueStatement':
    case 'BreakStatement':
      return true;
    case 'ReturnStatement':
      return nodeIn(node, 'argument') === undefined || !endsFunction(node, above);
    case 'ExpressionStatement':
      return reports(node);
    default:
      return false;
  }
}

/** True for the last statement of a function: without it there is nothing left to return. */
function endsFunction(statement: SyntaxNode, [block, owner]: readonly SyntaxNode[]): boolean {
  if (block?.type !== 'BlockStatement' || owner === undefined || !/Function/.test(owner.type)) return false;
  return nodesIn(block, 'body').at(-1) === statement;
}

/** True if the statement itself calls the reporter; a function within it may not. */
function reports(node: SyntaxNode): boolean {
  if (/Function/.test(node.type)) return false;
  const callee = node.type === 'CallExpression' ? nodeIn(node, 'callee') : undefined;
  if (callee?.type === 'MemberExpression' && REPORTER_METHODS.has(textIn(nodeIn(callee, 'property'), 'name')))
    return true;
  return childrenOf(node).some(reports);
}
