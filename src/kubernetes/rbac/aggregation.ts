import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import type { Missing } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import { unrecorded } from '../../core/unknown-value.ts';
import { rbacGroup } from '../bootstrap/bootstrap-text.ts';
import { hasBootstrapLabel } from '../bootstrap/built-in-objects.ts';
import { isStored } from '../object.ts';
import { textMap } from '../resource.ts';
import { labelSelectorMatches } from '../selector.ts';

const CLUSTER_ROLE = `${rbacGroup}/ClusterRole`;

/** The roles whose written rules an inventory's role has in the end, and what is missing to know them all. */
export interface RuleSources {
  readonly resources: readonly Resource[];
  readonly missing: Missing | undefined;
}

/**
 * Where the rules of a role stand. The controller fills an aggregated ClusterRole with those of the ClusterRoles that its
 * selectors match, and of those that these gather; a stored one shows them already, and what a manifest writes in their
 * place is overwritten. The written rules of built-in roles are those of the release.
 */
export function ruleSourcesOf(resource: Resource, inventory: Inventory): RuleSources {
  if (!isToBeFilled(resource)) return { resources: [resource], missing: undefined };
  if (isTooMuchToGather(inventory))
    return { resources: [], missing: { what: 'there are too many aggregated roles to gather' } };
  const { items, missing } = inventory.select(CLUSTER_ROLE);
  const reached = new Set([resource]);
  // A set that grows while it is walked: what a gathered role gathers is gathered too.
  for (const gatherer of reached) {
    if (!isToBeFilled(gatherer)) continue;
    const selectors = selectorsOf(gatherer);
    for (const item of items) if (isSelected(item, selectors)) reached.add(item);
  }
  const resources = [...reached].filter((role) => !isToBeFilled(role) || hasBootstrapLabel(role));
  return { resources, missing: isRecorded(resource) ? undefined : missing };
}

/** True for a built-in role with rules: nobody writes those, so that they are what a cluster once gathered. */
function isRecorded(resource: Resource): boolean {
  return hasBootstrapLabel(resource) && asList(resource.content['rules']).length > 0;
}

/**
 * True if another ClusterRole of the inventory gathers the rules of this one, which are then judged there. One that the server
 * has filled holds only what was stored beside it.
 */
export function isGathered(resource: Resource, inventory: Inventory): boolean {
  if (resource.kind !== CLUSTER_ROLE || isTooMuchToCompare(inventory)) return false;
  return gatherersIn(inventory).some(
    (gatherer) =>
      gatherer !== resource &&
      isSelected(resource, selectorsOf(gatherer)) &&
      (!isStored(gatherer) || isStored(resource)),
  );
}

/** Roles are compared with one another: a file made to hurt could ask for billions of comparisons. */
const MOST_PAIRS = 200_000;
const MOST_COMPARISONS = 5_000_000;

function isTooMuchToCompare(inventory: Inventory): boolean {
  return gatherersIn(inventory).length * inventory.ofKind(CLUSTER_ROLE).length > MOST_PAIRS;
}

/** Each role that is to be filled may reach every other one, and asks each which of all the roles it gathers. */
function isTooMuchToGather(inventory: Inventory): boolean {
  const filled = gatherersIn(inventory).filter((gatherer) => !isStored(gatherer)).length;
  return filled * filled * inventory.ofKind(CLUSTER_ROLE).length > MOST_COMPARISONS;
}

const gatherers = new WeakMap<Inventory, readonly Resource[]>();

function gatherersIn(inventory: Inventory): readonly Resource[] {
  let found = gatherers.get(inventory);
  if (found === undefined) {
    // One whose aggregation is not known may gather anything: asking what it selects says so.
    found = inventory.ofKind(CLUSTER_ROLE).filter(({ content }) => isAggregated(unrecorded(content)));
    gatherers.set(inventory, found);
  }
  return found;
}

/** The built-in roles that gather a ClusterRole by its labels, directly or through one another. */
export function builtInGatherersOf(resource: Resource): readonly string[] {
  const labels = labelsOf(resource);
  const first = AGGREGATING_ROLES.findIndex((name) => labels.get(aggregationLabel(name)) === 'true');
  return first === -1 ? [] : AGGREGATING_ROLES.slice(first);
}

/** Each of them gathers the one before it. */
const AGGREGATING_ROLES = ['view', 'edit', 'admin'];

/** The label by which a ClusterRole joins a built-in one. */
export function aggregationLabel(role: string): string {
  return `rbac.authorization.k8s.io/aggregate-to-${role}`;
}

function isToBeFilled(resource: Resource): boolean {
  return isAggregated(resource.content) && resource.kind === CLUSTER_ROLE && !isStored(resource);
}

function isAggregated({ aggregationRule }: JsonObject): boolean {
  return aggregationRule !== undefined && aggregationRule !== null;
}

function selectorsOf({ content }: Resource): readonly JsonObject[] {
  return asList(asObject(content['aggregationRule'])['clusterRoleSelectors']).map(asObject);
}

function isSelected(resource: Resource, selectors: readonly JsonObject[]): boolean {
  if (selectors.length === 0) return false;
  const labels = labelsOf(resource);
  return selectors.some((selector) => labelSelectorMatches(selector, labels));
}

function labelsOf({ content }: Resource): ReadonlyMap<string, string> {
  return textMap(asObject(content['metadata'])['labels']);
}
