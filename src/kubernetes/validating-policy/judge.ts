import type { JsonObject } from '../../core/json.ts';
import { type Budget, newBudget } from '../cel/cost.ts';
import { evaluate } from '../cel/evaluate.ts';
import { CelError, CelUnknown } from '../cel/fault.ts';
import { fromJson } from '../cel/json-value.ts';
import { type Scope, scopeOf } from '../cel/scope.ts';
import type { PolicyExpression, PolicyValidation, ValidatingPolicy } from './policy.ts';
import { type Creation, namespaceValue, requestValue } from './request.ts';
import { variablesValue } from './variables.ts';

/** What a policy says of the creation of an object; saying nothing admits it. */
export type Objection =
  /** A validation is false. */
  | { readonly is: 'refused'; readonly validation: PolicyValidation }
  /** An expression fails, and objects are refused then. */
  | { readonly is: 'failed'; readonly expression: PolicyExpression; readonly error: string }
  | { readonly is: 'unknown'; readonly missing: string };

/** What an expression is worth: a value, an error, or what is missing to tell. */
type Worth =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'error'; readonly why: string }
  | { readonly is: 'unknown'; readonly why: string };

/** Evaluates a policy on the creation of an object, with parameters or without. */
export function judgeCreation(
  policy: ValidatingPolicy,
  creation: Creation,
  params: JsonObject | undefined,
): Objection[] {
  const budget = newBudget();
  const scope = scopeOfRequest(policy, creation, params, budget);
  const conditions = policy.matchConditions.map(
    (expression) => [expression, worthOf(expression, scope, budget)] as const,
  );
  if (conditions.some(([, worth]) => worth.is === 'value' && worth.value !== true)) return [];
  for (const [expression, worth] of conditions) {
    if (worth.is === 'unknown') return [{ is: 'unknown', missing: worth.why }];
    if (worth.is === 'error') return failure(policy, expression, worth.why);
  }
  return policy.validations.flatMap((validation): Objection[] => {
    const worth = worthOf(validation.expression, scope, budget);
    if (worth.is === 'unknown') return [{ is: 'unknown', missing: worth.why }];
    if (worth.is === 'error') return failure(policy, validation.expression, worth.why);
    return worth.value === true ? [] : [{ is: 'refused', validation }];
  });
}

function failure({ failsOnError }: ValidatingPolicy, expression: PolicyExpression, error: string): Objection[] {
  return failsOnError ? [{ is: 'failed', expression, error }] : [];
}

/** What an expression stumbles over that reads the object as it was: it is meant for changes, which no input shows. */
const BEFORE = /\boldObject\b/;

function worthOf({ text, parsed }: PolicyExpression, scope: Scope, budget: Budget): Worth {
  if (parsed instanceof Error) {
    return { is: 'unknown', why: `an expression that is not understood: ${parsed.message}` };
  }
  try {
    return { is: 'value', value: evaluate(parsed, scope, budget) };
  } catch (error) {
    if (error instanceof CelError) {
      if (BEFORE.test(text)) return { is: 'unknown', why: 'what the object was before (oldObject)' };
      return { is: 'error', why: error.message };
    }
    if (error instanceof CelUnknown) return { is: 'unknown', why: error.message };
    throw error;
  }
}

function scopeOfRequest(
  policy: ValidatingPolicy,
  creation: Creation,
  params: JsonObject | undefined,
  budget: Budget,
): Scope {
  const variables = variablesValue(policy.variables, () => scope, budget);
  const scope = scopeOf({
    object: () => creation.value(),
    oldObject: () => null,
    request: () => requestValue(creation),
    params: () => fromJson(params),
    namespaceObject: () => namespaceValue(creation),
    variables: () => variables,
    authorizer: () => {
      throw new CelUnknown('who may do what (authorizer)');
    },
  });
  return scope;
}
