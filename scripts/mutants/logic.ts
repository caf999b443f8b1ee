import { childrenOf, descendants, nodeIn, nodesIn, type SyntaxNode, textIn } from './syntax.ts';

/**
 * The code that decides what a check says: the value of `evaluate`, and the functions and constants of the module that it
 * uses, directly or through others, in the order of the source.
 * @throws Error if the module exports no `defineCheck({ … evaluate … })` by default.
 */
export function logicOf(statements: readonly SyntaxNode[]): SyntaxNode[] {
  const evaluate = evaluateOf(statements);
  if (evaluate === undefined) throw new Error('exports no defineCheck({ … evaluate … }) by default');
  const declared = declarationsOf(statements);
  const logic = new Set([evaluate]);
  // A set that grows while it is walked: what the new parts use is looked at too.
  for (const part of logic) {
    for (const name of freeNames(part)) {
      const declaration = declared.get(name);
      if (declaration !== undefined) logic.add(declaration);
    }
  }
  return [...logic].toSorted((left, right) => left.start - right.start);
}

function evaluateOf(statements: readonly SyntaxNode[]): SyntaxNode | undefined {
  const exported = statements.find(({ type }) => type === 'ExportDefaultDeclaration');
  const call = exported && nodeIn(exported, 'declaration');
  const definition = call?.type === 'CallExpression' ? nodesIn(call, 'arguments')[0] : undefined;
  const property = definition && nodesIn(definition, 'properties').find((entry) => keyOf(entry) === 'evaluate');
  return property && nodeIn(property, 'value');
}

function keyOf(property: SyntaxNode): string {
  return textIn(nodeIn(property, 'key'), 'name');
}

/** Functions, and the values of constants, by name. */
function declarationsOf(statements: readonly SyntaxNode[]): Map<string, SyntaxNode> {
  const declared = new Map<string, SyntaxNode>();
  for (const statement of statements) {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const declaration = isExport ? nodeIn(statement, 'declaration') : statement;
    if (declaration?.type === 'FunctionDeclaration')
      declared.set(textIn(nodeIn(declaration, 'id'), 'name'), declaration);
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const declarator of nodesIn(declaration, 'declarations')) {
      const value = nodeIn(declarator, 'init');
      if (value !== undefined) declared.set(textIn(nodeIn(declarator, 'id'), 'name'), value);
    }
  }
  return declared;
}

/** Names that a piece of code uses and does not itself declare anywhere. */
function freeNames(root: SyntaxNode): Set<string> {
  const used = new Set<string>();
  const bound = new Set<string>();
  const fieldNames = new Set<SyntaxNode>();
  for (const node of descendants(root)) {
    const fieldName = nodeIn(node, node.type === 'MemberExpression' ? 'property' : 'key');
    if (fieldName !== undefined && node['computed'] !== true && node['shorthand'] !== true) fieldNames.add(fieldName);
    if (node.type === 'Identifier' && !fieldNames.has(node)) used.add(textIn(node, 'name'));
    if (node.type === 'VariableDeclarator') for (const name of patternNames(nodeIn(node, 'id'))) bound.add(name);
    for (const parameter of nodesIn(node, 'params')) for (const name of patternNames(parameter)) bound.add(name);
  }
  return new Set([...used].filter((name) => !bound.has(name)));
}

function patternNames(pattern: SyntaxNode | undefined): string[] {
  if (pattern === undefined) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [textIn(pattern, 'name')];
    case 'Property':
      return patternNames(nodeIn(pattern, 'value'));
    case 'AssignmentPattern':
      return patternNames(nodeIn(pattern, 'left'));
    default:
      return childrenOf(pattern).flatMap((child) => patternNames(child));
  }
}
