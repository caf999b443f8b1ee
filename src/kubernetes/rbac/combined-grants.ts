import type { Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Messages } from '../../core/message.ts';
import { type Place, resourceTitle } from '../../core/resource.ts';
import type { Binding, BindingSubject } from '../binding.ts';
import type { Role, Rule } from '../role.ts';
import { bindingsOfAccount, implicitGroupsOfSubject, rightsOf, rolesOfBindings } from './account-rights.ts';
import { isBuiltInRule } from './built-in-rule.ts';
import { type Grant, grants, matchesOf } from './grant.ts';
import { holderNames, listed } from './holder-names.ts';
import { CLUSTER_ROLE_BINDING, type HeldReport, heldReport, holdingOf } from './holding.ts';
import { firstResource } from './report-grants.ts';
import { bindingsEverywhere, bindingsOfSubject, unreadBindings } from './role-bindings.ts';

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
      const both = holderOfBoth(subject, combination, inventory);
      if (both === undefined) continue;
      const holders = holderNames([{ subjects: [both.holder] }]);
      return { ...held, holders, rule: first, at, roles: titles(first, both.rule) };
    }
  }
  // A binding that could not be read may give the other half.
  for (const missing of unreadBindings(CLUSTER_ROLE_BINDING, inventory)) report.unknown(missing);
  return undefined;
}

function titles(...rules: readonly Rule[]): string {
  return listed([...new Set(rules.map(({ role }) => resourceTitle(role.resource)))]);
}

/** Somebody with the second half, in every namespace, and a rule that gives it. */
interface SecondHolder {
  readonly holder: BindingSubject;
  readonly rule: Rule;
}

/** The subject itself, or one that is in the group that it names, if it holds the second half too. */
function holderOfBoth(
  subject: BindingSubject,
  combination: Combination,
  inventory: Inventory,
): SecondHolder | undefined {
  const rule = secondOf(subject, combination, inventory);
  if (rule !== undefined) return { holder: subject, rule };
  return subject.kind === 'Group' ? secondHoldersIn(combination, inventory).get(subject.name) : undefined;
}

const knownHolders = new WeakMap<Inventory, WeakMap<Combination, ReadonlyMap<string, SecondHolder>>>();

/** By the groups that the API server puts them in, the first subjects that a binding gives the second half to. */
function secondHoldersIn(combination: Combination, inventory: Inventory): ReadonlyMap<string, SecondHolder> {
  const byCombination = knownHolders.get(inventory) ?? new WeakMap<Combination, ReadonlyMap<string, SecondHolder>>();
  knownHolders.set(inventory, byCombination);
  let holders = byCombination.get(combination);
  if (holders === undefined) {
    holders = findSecondHolders(combination, inventory);
    byCombination.set(combination, holders);
  }
  return holders;
}

function findSecondHolders(combination: Combination, inventory: Inventory): ReadonlyMap<string, SecondHolder> {
  const holders = new Map<string, SecondHolder>();
  for (const binding of bindingsEverywhere(inventory)) {
    const rule = secondByBinding(binding, combination, inventory);
    if (rule === undefined) continue;
    for (const holder of binding.subjects) {
      for (const group of implicitGroupsOfSubject(holder)) {
        if (!holders.has(group)) holders.set(group, { holder, rule });
      }
    }
  }
  return holders;
}

/** A rule by which a subject holds the second half, in every namespace. */
function secondOf(subject: BindingSubject, combination: Combination, inventory: Inventory): Rule | undefined {
  const { kind, name, namespace = '' } = subject;
  const own =
    kind === 'ServiceAccount'
      ? bindingsOfAccount({ namespace, name }, inventory)
      : bindingsOfSubject(kind, name, inventory);
  const ofGroups = implicitGroupsOfSubject(subject).flatMap((group) => bindingsOfSubject('Group', group, inventory));
  for (const binding of [...own, ...ofGroups]) {
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
