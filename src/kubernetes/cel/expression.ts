/** An expression of CEL, and where it begins in its text. */
export type Expression = { readonly at: number } & (
  | { readonly is: 'literal'; readonly value: Literal }
  | { readonly is: 'identifier'; readonly name: string }
  | { readonly is: 'select'; readonly operand: Expression; readonly field: string; readonly isOptional: boolean }
  | { readonly is: 'has'; readonly operand: Expression; readonly field: string }
  | { readonly is: 'index'; readonly operand: Expression; readonly index: Expression; readonly isOptional: boolean }
  /** Also of operators: `_+_`, `_in_`, `!_`. */
  | { readonly is: 'call'; readonly name: string; readonly target: Expression | undefined; readonly args: Expression[] }
  | { readonly is: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly is: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly is: 'list'; readonly items: readonly ListItem[] }
  | { readonly is: 'map'; readonly entries: readonly MapEntry[] }
  | { readonly is: 'message'; readonly name: string }
  | Comprehension
);

/** A value as it is written. */
export type Literal =
  | { readonly is: 'null' }
  | { readonly is: 'bool'; readonly value: boolean }
  | { readonly is: 'int' | 'uint'; readonly value: bigint }
  | { readonly is: 'double'; readonly value: number }
  | { readonly is: 'string'; readonly value: string }
  | { readonly is: 'bytes'; readonly value: Uint8Array };

/** An item is left out if it is optional and has no value. */
export interface ListItem {
  readonly value: Expression;
  readonly isOptional: boolean;
}

export interface MapEntry {
  readonly key: Expression;
  readonly value: Expression;
  readonly isOptional: boolean;
}

/** A macro that evaluates expressions for each item of a list, or each key of a map. */
export interface Comprehension {
  readonly is: 'comprehension';
  readonly macro: ComprehensionMacro;
  readonly range: Expression;
  readonly variable: string;
  /** What is asked of each item; of `map`, which items are taken. */
  readonly test: Expression | undefined;
  /** What `map` makes of an item. */
  readonly result: Expression | undefined;
}

export type ComprehensionMacro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map' | 'optMap' | 'optFlatMap';
