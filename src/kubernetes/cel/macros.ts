import type { ComprehensionMacro, Expression } from './expression.ts';
import { CelSyntaxError } from './fault.ts';

const COMPREHENSIONS: ReadonlyMap<string, ComprehensionMacro> = new Map([
  ['all', 'all'],
  ['exists', 'exists'],
  ['exists_one', 'exists_one'],
  ['existsOne', 'exists_one'],
  ['filter', 'filter'],
  ['map', 'map'],
  ['optMap', 'optMap'],
  ['optFlatMap', 'optFlatMap'],
]);

/** What `has(a.b)` stands for; undefined for a call of anything else. @throws CelSyntaxError */
export function globalMacro(name: string, args: readonly Expression[], at: number): Expression | undefined {
  const [field] = args;
  if (name !== 'has' || args.length !== 1) return undefined;
  if (field?.is !== 'select' || field.isOptional) throw new CelSyntaxError('has() takes a field', at);
  return { is: 'has', operand: field.operand, field: field.field, at };
}

/** What `list.all(x, test)` and its like stand for; undefined for a call of anything else. @throws CelSyntaxError */
export function memberMacro(
  range: Expression,
  name: string,
  args: readonly Expression[],
  at: number,
): Expression | undefined {
  const macro = COMPREHENSIONS.get(name);
  const [variable, first, second, further] = args;
  if (macro === undefined || variable === undefined || first === undefined || further !== undefined) return undefined;
  // With a second variable it is another macro, which the evaluator does not know.
  if (second !== undefined && macro !== 'map') return undefined;
  if (variable.is !== 'identifier')
    throw new CelSyntaxError(`${name}() takes the name of a variable first`, variable.at);
  const named = { is: 'comprehension', macro, range, variable: variable.name, at } as const;
  const isMapping = macro === 'map' || macro === 'optMap' || macro === 'optFlatMap';
  if (!isMapping) return { ...named, test: first, result: undefined };
  return { ...named, test: second === undefined ? undefined : first, result: second ?? first };
}
