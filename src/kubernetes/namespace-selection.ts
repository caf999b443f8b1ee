import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import { resourceTitle } from '../core/resource.ts';
import { known, no, type Truth, unknown } from '../core/truth.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { createLabelIndex, type LabelIndex, type Labelled } from './label-index.ts';
import type { PodIndex } from './pod-index.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';
import { systemNamespaces } from './system-namespaces.ts';

/** The label by which the API server gives every namespace its own name. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** The namespaces that every cluster has. */
const EVERYWHERE = ['default', ...systemNamespaces.default];

/** Whether a LabelSelector (meta/v1) selects a namespace; an absent one selects none. */
export function selectsNamespace(selector: unknown, name: string, inventory: Inventory): Truth {
  if (!isObject(selector)) return no;
  const onlyName = new Map([[NAMESPACE_NAME, name]]);
  if (keysOf(selector).every((key) => key === NAMESPACE_NAME)) return known(labelSelectorMatches(selector, onlyName));
  const lookup = inventory.find('Namespace', name);
  if (lookup.is === 'unknown') return unknown(lookup.missing.what);
  if (lookup.is === 'absent') return unknown(`no Namespace "${name}" is among the inputs`);
  const labels = new Map(textMap(asObject(lookup.item.content['metadata'])['labels'])).set(NAMESPACE_NAME, name);
  return known(labelSelectorMatches(selector, labels));
}

interface NamespaceIndex {
  /** By their labels, those with an object. */
  readonly known: LabelIndex<string>;
  /** By their names, those that are only implied. */
  readonly implied: LabelIndex<string>;
  readonly firstImplied: string | undefined;
  /** Why the labels of a namespace are not known. */
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, NamespaceIndex>();

/** Whether a LabelSelector (meta/v1) selects a namespace of the inventory: one with an object, or with pods. */
export function selectsAnyNamespace(selector: unknown, inventory: Inventory, pods: PodIndex): Truth {
  let index = indexes.get(inventory);
  if (index === undefined) {
    index = indexNamespaces(inventory, pods);
    indexes.set(inventory, index);
  }
  if (index.known.select(selector).length > 0 || !isObject(selector)) return known(isObject(selector));
  if (index.hidden !== undefined) return unknown(index.hidden);
  if (keysOf(selector).every((key) => key === NAMESPACE_NAME)) return known(index.implied.select(selector).length > 0);
  return index.firstImplied === undefined ? no : unknown(`no Namespace "${index.firstImplied}" is among the inputs`);
}

function indexNamespaces(inventory: Inventory, pods: PodIndex): NamespaceIndex {
  const named = new Set<string>();
  const entries: Labelled<string>[] = [];
  let hidden: string | undefined;
  for (const resource of inventory.ofKind('Namespace')) {
    named.add(resource.name);
    try {
      const labels = new Map(textMap(asObject(resource.content['metadata'])['labels']));
      entries.push({ item: resource.name, labels: labels.set(NAMESPACE_NAME, resource.name) });
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      hidden = `${resourceTitle(resource)}: ${error.message}`;
    }
  }
  for (const name of EVERYWHERE) {
    const found = named.has(name) ? undefined : inventory.find('Namespace', name);
    if (found?.is !== 'found') continue;
    named.add(name);
    const labels = new Map(textMap(asObject(found.item.content['metadata'])['labels']));
    entries.push({ item: name, labels: labels.set(NAMESPACE_NAME, name) });
  }
  const implied = pods.namespaces.filter((name) => !named.has(name));
  return {
    known: createLabelIndex(entries),
    implied: createLabelIndex(implied.map((name) => ({ item: name, labels: new Map([[NAMESPACE_NAME, name]]) }))),
    firstImplied: implied[0],
    hidden,
  };
}

function keysOf(selector: JsonObject): string[] {
  const expressions = asList(selector['matchExpressions']).map((entry) => asString(asObject(entry)['key']) ?? '');
  return [...Object.keys(asObject(selector['matchLabels'])), ...expressions];
}
