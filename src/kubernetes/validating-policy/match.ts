import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { known, no, type Truth, unknown, yes } from '../../core/truth.ts';
import { type RequestedResource, ruleCovers } from '../admission-rule.ts';
import { namespaceNameLabel } from '../control-plane-requests.ts';
import type { KubernetesObject } from '../object.ts';
import { textMap } from '../resource.ts';
import { resourceNameOf } from '../resource-name.ts';
import { labelSelectorMatches } from '../selector.ts';

/**
 * Whether the request to create an object meets a set of criteria (admissionregistration/v1 MatchResources): some rule and
 * no excluded one, the selector of namespaces and the selector of objects. Without rules, every resource does.
 */
export function meetsCriteria(criteria: JsonObject, object: KubernetesObject, inventory: Inventory): Truth {
  const requested: RequestedResource = { ...resourceNameOf(object.kind, inventory), subresource: '' };
  const version = versionOf(object);
  const isExact = criteria['matchPolicy'] === 'Exact';
  const rules = asList(criteria['resourceRules']).map(asObject);
  const covers = (rule: JsonObject): boolean =>
    ruleCovers(rule, requested, 'CREATE') && namesObject(rule, object) && (!isExact || namesVersion(rule, version));
  if (asList(criteria['excludeResourceRules']).some((rule) => covers(asObject(rule)))) return no;
  const covering = rules.filter(covers);
  if (rules.length > 0 && covering.length === 0) return no;
  if (!labelSelectorMatches(selectorIn(criteria, 'objectSelector'), object.labels)) return no;
  const inNamespace = selectsNamespace(selectorIn(criteria, 'namespaceSelector'), object, requested, inventory);
  if (inNamespace.is !== 'yes' || rules.length === 0 || covering.some((rule) => namesVersion(rule, version))) {
    return inNamespace;
  }
  return unknown(`what ${object.kind} ${object.name} is in the version that the policy asks for`);
}

function versionOf(object: KubernetesObject): string {
  const apiVersion = asString(object.content['apiVersion']) ?? '';
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

function namesVersion(rule: JsonObject, version: string): boolean {
  const versions = asList(rule['apiVersions']);
  return versions.includes('*') || versions.includes(version);
}

function namesObject(rule: JsonObject, object: KubernetesObject): boolean {
  const names = asList(rule['resourceNames']);
  return names.length === 0 || names.includes(object.name);
}

const EVERYTHING: JsonObject = {};

function selectorIn(criteria: JsonObject, field: string): JsonObject {
  const selector = criteria[field];
  return isObject(selector) ? selector : EVERYTHING;
}

/** The selector of namespaces holds for objects in them and for namespaces; it asks nothing of other objects. */
function selectsNamespace(
  selector: JsonObject,
  object: KubernetesObject,
  requested: RequestedResource,
  inventory: Inventory,
): Truth {
  if (isEmpty(selector)) return yes;
  if (object.kind === 'Namespace') return known(selectsLabels(selector, object.labels, object.name));
  if (!requested.isNamespaced || object.namespace === undefined) return yes;
  const found = inventory.find('Namespace', object.namespace);
  if (found.is === 'found') {
    const labels = textMap(asObject(found.item.content['metadata'])['labels']);
    return known(selectsLabels(selector, labels, object.namespace));
  }
  if (asksForName(selector)) return known(selectsLabels(selector, new Map(), object.namespace));
  return unknown(found.is === 'unknown' ? found.missing.what : `the labels of the namespace "${object.namespace}"`);
}

/** The API server labels every namespace with its name. */
function selectsLabels(selector: JsonObject, labels: ReadonlyMap<string, string>, name: string): boolean {
  return labelSelectorMatches(selector, new Map([...labels, [namespaceNameLabel, name]]));
}

function isEmpty(selector: JsonObject): boolean {
  return Object.keys(asObject(selector['matchLabels'])).length + asList(selector['matchExpressions']).length === 0;
}

function asksForName(selector: JsonObject): boolean {
  return (
    Object.keys(asObject(selector['matchLabels'])).every((label) => label === namespaceNameLabel) &&
    asList(selector['matchExpressions']).every((entry) => asObject(entry)['key'] === namespaceNameLabel)
  );
}
