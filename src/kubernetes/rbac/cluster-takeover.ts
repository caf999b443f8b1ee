import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import {
  type Account,
  bindingsReaching,
  type HeldRole,
  missingBindings,
  type Right,
  rightsOf,
  rolesOfBindings,
} from './account-rights.ts';
import { isBuiltInRule, isUnalteredBinding } from './built-in-rule.ts';
import { controlNamespace, type HeldPower, heldPowers } from './cluster-powers.ts';

/** What an account can take the cluster with, and what is missing to know that it is all. */
export interface Takeover {
  readonly powers: readonly HeldPower[];
  readonly missing: readonly Missing[];
}

const known = new WeakMap<Inventory, Map<string, Takeover>>();

/** The powers over the cluster of an account, from all bindings but those that every cluster has for its own controllers. */
export function takeoverBy(account: Account, inventory: Inventory): Takeover {
  const answers = known.get(inventory) ?? new Map<string, Takeover>();
  known.set(inventory, answers);
  const key = `${account.namespace}/${account.name}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = judgedTakeover(account, inventory);
    answers.set(key, answer);
  }
  return answer;
}

function judgedTakeover(account: Account, inventory: Inventory): Takeover {
  const bindings = bindingsReaching(account, inventory).filter(
    ({ namespace }) => namespace === undefined || namespace === controlNamespace,
  );
  const { held, missing } = rolesOfBindings(bindings, inventory);
  return {
    powers: heldPowers(rightsOf(held).filter((right) => !isBuiltIn(right))),
    missing: [...missing, ...missingBindings(inventory, controlNamespace)],
  };
}

/** True for a right that every cluster gives to the same holders. */
function isBuiltIn({ rule, binding }: Right): boolean {
  return isUnalteredBinding(binding.resource) && isBuiltInRule(rule);
}

/** The roles of which powers come. */
export function rolesBehind(powers: readonly HeldPower[]): HeldRole[] {
  return powers.flatMap(({ rights }) => rights.map(({ rule, binding }) => ({ role: rule.role, binding })));
}
