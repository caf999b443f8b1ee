import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import { known, no, type Truth, unknown } from '../core/truth.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';

/** The label by which the API server gives every namespace its own name. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

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

function keysOf(selector: JsonObject): string[] {
  const expressions = asList(selector['matchExpressions']).map((entry) => asString(asObject(entry)['key']) ?? '');
  return [...Object.keys(asObject(selector['matchLabels'])), ...expressions];
}
