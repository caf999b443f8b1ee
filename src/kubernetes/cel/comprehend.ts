import type { Budget } from './cost.ts';
import type { Comprehension, Expression } from './expression.ts';
import { noOverload } from './fault.ts';
import { decideFirst } from './logic.ts';
import { type Scope, withVariable } from './scope.ts';
import { type CelValue, celList, isList, isMap, isOf, itemsOf, optionalOf, typeName } from './value.ts';

/** Evaluates expressions inside; the evaluator hands itself over, so that the files stand in one order. */
type Evaluate = (expression: Expression, scope: Scope, budget: Budget) => CelValue;

/** The value of a macro that goes over a list, the keys of a map, or an optional value. */
export function comprehend(macro: Comprehension, scope: Scope, budget: Budget, evaluate: Evaluate): CelValue {
  const range = evaluate(macro.range, scope, budget);
  if (macro.macro === 'optMap' || macro.macro === 'optFlatMap') return optionally(range);
  const items = isList(range) ? itemsOf(range) : isMap(range) ? range.keys() : undefined;
  if (items === undefined) throw noOverload(`${typeName(range)}.${macro.macro}`);
  switch (macro.macro) {
    case 'all':
      return decideFirst(false, items, test);
    case 'exists':
      return decideFirst(true, items, test);
    case 'exists_one':
      return taken(items).length === 1;
    case 'filter':
      return celList(taken(items));
    default:
      return celList(taken(items).map(made));
  }

  function inside(expression: Expression | undefined, item: CelValue): CelValue {
    if (expression === undefined) return true;
    return evaluate(expression, withVariable(scope, macro.variable, item), budget);
  }

  function test(item: CelValue): CelValue {
    return inside(macro.test, item);
  }

  function made(item: CelValue): CelValue {
    return inside(macro.result, item);
  }

  function taken(from: Iterable<CelValue>): CelValue[] {
    const kept: CelValue[] = [];
    for (const item of from) {
      const answer = test(item);
      if (typeof answer !== 'boolean') throw noOverload(`${macro.macro} of ${typeName(answer)}`);
      if (answer) kept.push(item);
    }
    return kept;
  }

  function optionally(optional: CelValue): CelValue {
    if (!isOf(optional, 'optional')) throw noOverload(`${typeName(optional)}.${macro.macro}`);
    if (optional.value === undefined) return optional;
    const result = made(optional.value);
    if (macro.macro === 'optMap') return optionalOf(result);
    if (!isOf(result, 'optional')) throw noOverload(`optFlatMap of ${typeName(result)}`);
    return result;
  }
}
