import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import { type Place, resourceTitle } from '../../core/resource.ts';
import type { BindingSubject } from '../binding.ts';
import type { Role, Rule } from '../role.ts';
import { bindingsReaching, rightsOf, rolesOfBindings } from './account-rights.ts';
import { isBuiltInRule } from './built-in-rule.ts';
import { type Grant, grants, matchesOf } from './grant.ts';
import { holderNames, listed } from './holder-names.ts';
import { CLUSTER_ROLE_BINDING, type Holding, holdersOf, holdingOf } from './holding.ts';
import { bindingsOfSubject, unreadBindings } from './role-bindings.ts';

/** Two rights that are dangerous in one hand, both at cluster scope. */
export interface Combination {
  readonly first: readonly Grant[];
  readonly second: readonly Grant[];
}

/** Who holds both halves of a combination. */
export interface CombinedGrants {
  /** The rule of the role that grants the first half, and the resource by which it does. */
  readonly rule: Rule;
  readonly at: Place;
  readonly holding: Holding;
  readonly holders: string;
  /** The role, and the other one that grants the second half if it does not. */
  readonly roles: string;
}

export type CombinationAnswer =
  | { readonly is: 'found'; readonly found: CombinedGrants }
  | { readonly is: 'absent' }
  | { readonly is: 'unknown'; readonly missing: Missing };

/**
 * Whether the holders of a role, which grants the first half, hold the second one as well: by the same role, or by another
 * that the inventory shows one of them to hold. Rules that are not shown are the caller's to report. A role that grants only the second half is not the one to report.
 */
export function combinedGrants(judged: Role, combination: Combination, inventory: Inventory): CombinationAnswer {
  const own = judged.rules.filter((rule) => !isBuiltInRule(rule));
  const first = own.find((rule) => grantsAny(rule, combination.first));
  if (first === undefined) return { is: 'absent' };
  const holding = holdingOf(judged, 'cluster', inventory);
  if (holding.is === 'unknown') return holding;
  if (holding.is === 'unheld') return { is: 'absent' };
  const second = own.find((rule) => grantsAny(rule, combination.second));
  if (second !== undefined) return found(first, second, combination, holding, holdersOf(holding));
  if (holding.is === 'assumed') return unlessUnread(inventory);
  for (const binding of holding.bindings) {
    for (const subject of binding.subjects) {
      const other = secondOf(subject, combination, inventory);
      if (other === undefined) continue;
      const holders = holderNames([{ ...binding, subjects: [subject] }]);
      return found(first, other, combination, holding, holders);
    }
  }
  return unlessUnread(inventory);
}

/** A binding that could not be read may give the other half. */
function unlessUnread(inventory: Inventory): CombinationAnswer {
  const [missing] = unreadBindings(CLUSTER_ROLE_BINDING, inventory);
  return missing === undefined ? { is: 'absent' } : { is: 'unknown', missing };
}

function found(rule: Rule, second: Rule, { first }: Combination, holding: Holding, holders: string): CombinationAnswer {
  const [match] = matchesOf(rule, first);
  const at = rule.at('resources', match?.resourceIndex ?? 0);
  const roles = listed([...new Set([rule, second].map(({ role }) => resourceTitle(role.resource)))]);
  return { is: 'found', found: { rule, at, holding, holders, roles } };
}

function secondOf(subject: BindingSubject, { second }: Combination, inventory: Inventory): Rule | undefined {
  const { kind, name, namespace = '' } = subject;
  const bindings =
    kind === 'ServiceAccount'
      ? bindingsReaching({ namespace, name }, inventory)
      : bindingsOfSubject(kind, name, inventory);
  const everywhere = bindings.filter(({ isClusterRoleBinding }) => isClusterRoleBinding);
  const { held } = rolesOfBindings(everywhere, inventory);
  return rightsOf(held).find(({ rule }) => grantsAny(rule, second))?.rule;
}

function grantsAny(rule: Rule, wanted: readonly Grant[]): boolean {
  return wanted.some((grant) => grants(rule, grant));
}
