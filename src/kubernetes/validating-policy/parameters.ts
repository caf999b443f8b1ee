import type { Inventory } from '../../core/inventory.ts';
import { asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import type { Selection } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import { textMap } from '../resource.ts';
import { resourceNameOf } from '../resource-name.ts';
import { labelSelectorMatches } from '../selector.ts';
import type { ValidatingPolicy } from './policy.ts';

/** What a binding gives a policy to evaluate with. */
export interface PolicyParameters {
  /** One evaluation for each; `undefined` is an evaluation without parameters. */
  readonly items: readonly (JsonObject | undefined)[];
  /** True if none was found, and objects are refused then. */
  readonly isRefusal: boolean;
  /** What is missing to know them all. */
  readonly missing: string | undefined;
}

const WITHOUT: PolicyParameters = { items: [undefined], isRefusal: false, missing: undefined };

/** The parameters of a policy through one of its bindings, for an object of a namespace. */
export function parametersOf(
  policy: ValidatingPolicy,
  binding: JsonObject,
  namespace: string | undefined,
  inventory: Inventory,
): PolicyParameters {
  const { paramRef } = binding;
  if (policy.paramKind === undefined || !isObject(paramRef)) return WITHOUT;
  const { items, missing } = candidates(policy.paramKind, paramRef, namespace, inventory);
  const name = asString(paramRef['name']) || undefined;
  const chosen = items.filter((resource) =>
    name === undefined ? isSelected(paramRef, resource) : resource.name === name,
  );
  const isComplete = missing === undefined || (name !== undefined && chosen.length > 0);
  return {
    items: chosen.map(({ content }) => content),
    isRefusal: chosen.length === 0 && isComplete && paramRef['parameterNotFoundAction'] !== 'Allow',
    missing: isComplete ? undefined : missing.what,
  };
}

/** The objects among which the parameters are, by the kind and the namespace. */
function candidates(
  kind: string,
  paramRef: JsonObject,
  ofObject: string | undefined,
  inventory: Inventory,
): Selection<Resource> {
  const { isNamespaced } = resourceNameOf(kind, inventory);
  const namespace = asString(paramRef['namespace']) || ofObject;
  if (!isNamespaced) return inventory.select(kind);
  return namespace === undefined ? { items: [], missing: undefined } : inventory.select(kind, namespace);
}

function isSelected(paramRef: JsonObject, { content }: Resource): boolean {
  const { selector } = paramRef;
  if (!isObject(selector)) return false;
  return labelSelectorMatches(selector, textMap(asObject(content['metadata'])['labels']));
}
