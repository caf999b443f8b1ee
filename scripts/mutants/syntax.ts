import { parseAst } from 'rolldown/parseAst';

/** A node of a syntax tree (ESTree with TypeScript), with its offsets in the source. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** True for a node of a syntax tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * The statements of a TypeScript module.
 * @throws Error if the source cannot be parsed.
 */
export function parseModule(source: string): SyntaxNode[] {
  const body: readonly unknown[] = parseAst(source, { lang: 'ts', preserveParens: false }).body;
  return body.filter(isNode);
}

/** The node in a field, if there is one. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a field that holds a list. */
export function nodesIn(node: SyntaxNode, field: string): SyntaxNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text in a field: an operator, the name of an identifier. */
export function textIn(node: SyntaxNode | undefined, field: string): string {
  const value = node?.[field];
  return typeof value === 'string' ? value : '';
}

const TYPE_FIELDS = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeArguments']);

/** The nodes directly below a node that have a part in what the code does: no types. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  if (node.type.startsWith('TS')) {
    // `x as Type`, `x!` and `x satisfies Type` do what x does; all else of the kind is types.
    const expression = nodeIn(node, 'expression');
    return expression === undefined ? [] : [expression];
  }
  return Object.entries(node).flatMap(([field, value]) => {
    if (TYPE_FIELDS.has(field)) return [];
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
  });
}

/** A node and all below it, parents first. */
export function* descendants(node: SyntaxNode): Iterable<SyntaxNode> {
  yield node;
  for (const child of childrenOf(node)) yield* descendants(child);
}
