import type { Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Messages } from '../../core/message.ts';
import { type Place, resourceTitle } from '../../core/resource.ts';
import type { Binding, BindingSubject } from '../binding.ts';
import type { Role, Rule } from '../role.ts';
import { bindingsReaching, rightsOf, rolesOfBindings } from './account-rights.ts';
import { isBuiltInRule } from './built-in-rule.ts';
import { type Grant, grants, matchesOf } from './grant.ts';
import { holderNames, listed } from './holder-names.ts';
import { CLUSTER_ROLE_BINDING, type HeldReport, heldReport, holdingOf } from './holding.ts';
import { firstResource } from './report-grants.ts';
import { bindingsOfSubject, unreadBindings } from './role-bindings.ts';

/** Two rights that are dangerous in one hand, both at cluster scope. */
export interface Combination {
  readonly first: readonly Grant[];
  readonly second: readonly Grant[];
}

/** What to report of a combination. */
export interface CombinedGrants<Declared extends Messages> extends HeldReport<Declared> {
  /** The rule of the role that grants the first half, and the resource by which it does. */
  readonly rule: Rule;
  readonly at: Place;
  /** The role, and the other one that grants the second half if it does not. */
  readonly roles: string;
}

/**
 * What to report of a role that grants the first half of a combination to somebody who holds the second one as well: by the
 * same role, or by another that the inventory shows to be theirs. Undefined if nobody does. Reports by itself which bindings
 * are not known. A role that grants only the second half is not the one to report.
 */
export function combinedGrants<Declared extends Messages>(
  judged: Role,
  combination: Combination,
  inventory: Inventory,
  report: Reporter<Declared>,
): CombinedGrants<Declared> | undefined {
  const own = judged.rules.filter((rule) => !isBuiltInRule(rule));
  const first = own.find((rule) => grantsAny(rule, combination.first));
  if (first === undefined) return undefined;
  const holding = holdingOf(judged, 'cluster', inventory);
  const held = heldReport(holding, report);
  if (held === undefined) return undefined;
  const at = firstResource(first, matchesOf(first, combination.first));
  const second = own.find((rule) => grantsAny(rule, combination.second));
  if (second !== undefined) return { ...held, rule: first, at, roles: titles(first, second) };
  const bindings = holding.is === 'held' ? holding.bindings : [];
  for (const binding of bindings) {
    for (const subject of binding.subjects) {
      const other = secondOf(subject, combination, inventory);
      if (other === undefined) continue;
      return { ...held, holders: holderNames([{ subjects: [subject] }]), rule: first, at, roles: titles(first, other) };
    }
  }
  // A binding that could not be read may give the other half.
  for (const missing of unreadBindings(CLUSTER_ROLE_BINDING, inventory)) report.unknown(missing);
  return undefined;
}

function titles(...rules: readonly Rule[]): string {
  return listed([...new Set(rules.map(({ role }) => resourceTitle(role.resource)))]);
}

/** A rule by which a subject holds the second half, in every namespace. */
function secondOf(subject: BindingSubject, combination: Combination, inventory: Inventory): Rule | undefined {
  const { kind, name, namespace = '' } = subject;
  const bindings =
    kind === 'ServiceAccount'
      ? bindingsReaching({ namespace, name }, inventory)
      : bindingsOfSubject(kind, name, inventory);
  for (const binding of bindings) {
    const rule = binding.isClusterRoleBinding ? secondByBinding(binding, combination, inventory) : undefined;
    if (rule !== undefined) return rule;
  }
  return undefined;
}

type RuleByBinding = WeakMap<Binding, { readonly rule: Rule | undefined }>;

const known = new WeakMap<Inventory, WeakMap<Combination, RuleByBinding>>();

/** The rule by which a binding gives the second half, looked for once: many subjects may share a large role. */
function secondByBinding(binding: Binding, combination: Combination, inventory: Inventory): Rule | undefined {
  const byCombination = known.get(inventory) ?? new WeakMap<Combination, RuleByBinding>();
  known.set(inventory, byCombination);
  const byBinding: RuleByBinding = byCombination.get(combination) ?? new WeakMap();
  byCombination.set(combination, byBinding);
  let answer = byBinding.get(binding);
  if (answer === undefined) {
    const rights = rightsOf(rolesOfBindings([binding], inventory).held);
    answer = { rule: rights.find(({ rule }) => grantsAny(rule, combination.second))?.rule };
    byBinding.set(binding, answer);
  }
  return answer.rule;
}

function grantsAny(rule: Rule, wanted: readonly Grant[]): boolean {
  return wanted.some((grant) => grants(rule, grant));
}
