import type { Version } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Budget, newBudget } from '../cel/cost.ts';
import { evaluate } from '../cel/evaluate.ts';
import { CelError, CelUnknown } from '../cel/fault.ts';
import { fromJson } from '../cel/json-value.ts';
import { type Scope, scopeOf } from '../cel/scope.ts';
import type { CelValue } from '../cel/value.ts';
import type { KubernetesObject } from '../object.ts';
import type { PolicyExpression, PolicyValidation, ValidatingPolicy } from './policy.ts';
import { namespaceValue, objectValue, requestValue } from './request.ts';
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
  object: KubernetesObject,
  params: JsonObject | undefined,
  inventory: Inventory,
  targetVersion: Version,
): Objection[] {
  const budget = newBudget();
  const scope = scopeOfRequest(policy, object, params, inventory, targetVersion, budget);
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

function worthOf({ parsed }: PolicyExpression, scope: Scope, budget: Budget): Worth {
  if (parsed instanceof Error) {
    return { is: 'unknown', why: `an expression that is not understood: ${parsed.message}` };
  }
  try {
    return { is: 'value', value: evaluate(parsed, scope, budget) };
  } catch (error) {
    if (error instanceof CelError) return { is: 'error', why: error.message };
    if (error instanceof CelUnknown) return { is: 'unknown', why: error.message };
    throw error;
  }
}

function scopeOfRequest(
  policy: ValidatingPolicy,
  object: KubernetesObject,
  params: JsonObject | undefined,
  inventory: Inventory,
  targetVersion: Version,
  budget: Budget,
): Scope {
  let created: CelValue | undefined;
  const variables = variablesValue(policy.variables, () => scope, budget);
  const scope = scopeOf({
    object() {
      created ??= objectValue(object, inventory, targetVersion);
      return created;
    },
    oldObject: () => null,
    request: () => requestValue(object, inventory),
    params: () => fromJson(params),
    namespaceObject: () => namespaceValue(object, inventory),
    variables: () => variables,
    authorizer: () => {
      throw new CelUnknown('who may do what (authorizer)');
    },
  });
  return scope;
}
