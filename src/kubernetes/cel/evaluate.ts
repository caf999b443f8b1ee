import { elementOf, fieldOf, hasField, optionalElement, optionalField } from './access.ts';
import { comprehend } from './comprehend.ts';
import type { Budget } from './cost.ts';
import type { Expression, ListItem, Literal, MapEntry } from './expression.ts';
import { CelUnknown, noOverload } from './fault.ts';
import { typeValues } from './functions/conversions.ts';
import type { CelFunction } from './functions/function.ts';
import { globalFunctions, methods } from './functions/functions.ts';
import { decideFirst } from './logic.ts';
import { celMap } from './map.ts';
import { operators } from './operators.ts';
import type { Scope } from './scope.ts';
import { type CelList, type CelMap, type CelValue, celList, celUint, isOf, typeName } from './value.ts';

/**
 * The value of an expression.
 * @throws CelError where the evaluation fails, and CelUnknown where the value cannot be told: something is not shown by
 * the input, a function is not known, or the budget is used up.
 */
export function evaluate(expression: Expression, scope: Scope, budget: Budget): CelValue {
  budget.charge(1);
  budget.enter();
  try {
    return valueOf(expression, scope, budget);
  } finally {
    budget.leave();
  }
}

function valueOf(expression: Expression, scope: Scope, budget: Budget): CelValue {
  switch (expression.is) {
    case 'literal':
      return literalValue(expression.value);
    case 'identifier':
      return variable(expression.name, scope);
    case 'select': {
      const operand = evaluate(expression.operand, scope, budget);
      return expression.isOptional ? optionalField(operand, expression.field) : fieldOf(operand, expression.field);
    }
    case 'has':
      return hasField(evaluate(expression.operand, scope, budget), expression.field);
    case 'index': {
      const operand = evaluate(expression.operand, scope, budget);
      const index = evaluate(expression.index, scope, budget);
      return expression.isOptional ? optionalElement(operand, index) : elementOf(operand, index);
    }
    case 'and':
      return decideFirst(false, expression.operands, (operand) => evaluate(operand, scope, budget));
    case 'or':
      return decideFirst(true, expression.operands, (operand) => evaluate(operand, scope, budget));
    case 'conditional': {
      const test = evaluate(expression.test, scope, budget);
      if (typeof test !== 'boolean') throw noOverload(`${typeName(test)} ? :`);
      return evaluate(test ? expression.yes : expression.no, scope, budget);
    }
    case 'list':
      return listValue(expression.items, scope, budget);
    case 'map':
      return mapValue(expression.entries, scope, budget);
    case 'message':
      throw new CelUnknown(`objects of the type ${expression.name} are not evaluated`);
    case 'comprehension':
      return comprehend(expression, scope, budget, evaluate);
    case 'call':
      return called(expression, scope, budget);
    default:
      return expression satisfies never;
  }
}

function literalValue(literal: Literal): CelValue {
  if (literal.is === 'null') return null;
  if (literal.is === 'uint') return celUint(literal.value);
  if (literal.is === 'bytes') return { is: 'bytes', bytes: literal.value };
  return literal.value;
}

function variable(name: string, scope: Scope): CelValue {
  const declared = scope.lookUp(name);
  const value = declared === undefined ? typeValues.get(name) : declared;
  if (value !== undefined) return value;
  throw new CelUnknown(`the variable ${name} is not evaluated`);
}

function listValue(items: readonly ListItem[], scope: Scope, budget: Budget): CelList {
  const values: CelValue[] = [];
  for (const { value, isOptional } of items) {
    const item = evaluate(value, scope, budget);
    const present = isOptional ? presentValue(item) : item;
    if (present !== undefined) values.push(present);
  }
  return celList(values);
}

function mapValue(entries: readonly MapEntry[], scope: Scope, budget: Budget): CelMap {
  const pairs: [CelValue, CelValue][] = [];
  for (const { key, value, isOptional } of entries) {
    const name = evaluate(key, scope, budget);
    const item = evaluate(value, scope, budget);
    const present = isOptional ? presentValue(item) : item;
    if (present !== undefined) pairs.push([name, present]);
  }
  return celMap(pairs);
}

function presentValue(item: CelValue): CelValue | undefined {
  if (!isOf(item, 'optional')) throw noOverload(`?${typeName(item)}`);
  return item.value;
}

type Call = Extract<Expression, { readonly is: 'call' }>;

function called({ name, target, args }: Call, scope: Scope, budget: Budget): CelValue {
  if (target === undefined) return applied(name, operators.get(name) ?? globalFunctions.get(name), args, scope, budget);
  const ofLibrary = libraryName(target, name, scope);
  if (ofLibrary !== undefined) return applied(ofLibrary, globalFunctions.get(ofLibrary), args, scope, budget);
  if (name === 'or' || name === 'orValue') return alternative(target, name, args, scope, budget);
  return applied(name, methods.get(name), [target, ...args], scope, budget);
}

function applied(
  name: string,
  known: CelFunction | undefined,
  args: readonly Expression[],
  scope: Scope,
  budget: Budget,
): CelValue {
  if (known === undefined) throw new CelUnknown(`the function ${name} is not evaluated`);
  const values = args.map((each) => evaluate(each, scope, budget));
  const result = known(values, budget.charge);
  if (result === undefined) throw noOverload(`${name}(${values.map(typeName).join(', ')})`);
  return result;
}

/** `sets.contains`, where `sets` is the name of a library and not a variable. */
function libraryName(target: Expression, name: string, scope: Scope): string | undefined {
  if (target.is !== 'identifier') return undefined;
  const qualified = `${target.name}.${name}`;
  return globalFunctions.has(qualified) && scope.lookUp(target.name) === undefined ? qualified : undefined;
}

/** `optional.orValue(other)`: the other is only evaluated where it is needed. */
function alternative(
  target: Expression,
  name: 'or' | 'orValue',
  args: readonly Expression[],
  scope: Scope,
  budget: Budget,
): CelValue {
  const [other] = args;
  const value = evaluate(target, scope, budget);
  if (!isOf(value, 'optional') || other === undefined) throw noOverload(`${typeName(value)}.${name}`);
  if (value.value !== undefined) return name === 'or' ? value : value.value;
  const result = evaluate(other, scope, budget);
  if (name === 'or' && !isOf(result, 'optional')) throw noOverload(`or(${typeName(result)})`);
  return result;
}
