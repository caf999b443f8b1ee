import { groupBy } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asObject } from '../core/json.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { createLabelIndex, type LabelIndex, type Labelled } from './label-index.ts';
import { textMap } from './resource.ts';

/** The Services of a namespace by their own labels. */
export interface ServiceIndex {
  readonly namespaces: readonly string[];
  select(
    selector: unknown,
    namespace: string,
  ): { readonly items: readonly Resource[]; readonly hidden: string | undefined };
}

interface NamespaceServices {
  readonly index: LabelIndex<Resource>;
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, ServiceIndex>();

/** The index of an inventory, made once. */
export function serviceIndexOf(inventory: Inventory): ServiceIndex {
  let index = indexes.get(inventory);
  if (index === undefined) {
    index = createServiceIndex(inventory);
    indexes.set(inventory, index);
  }
  return index;
}

function createServiceIndex(inventory: Inventory): ServiceIndex {
  const groups = groupBy(inventory.ofKind('Service'), ({ namespace }) => namespace ?? '');
  const made = new Map([...groups].map(([namespace, services]) => [namespace, servicesOf(services)]));
  return {
    namespaces: [...groups.keys()],
    select(selector, namespace) {
      const services = made.get(namespace);
      return { items: services?.index.select(selector) ?? [], hidden: services?.hidden };
    },
  };
}

function servicesOf(services: readonly Resource[]): NamespaceServices {
  const entries: Labelled<Resource>[] = [];
  let hidden: string | undefined;
  for (const item of services) {
    try {
      entries.push({ item, labels: textMap(asObject(item.content['metadata'])['labels']) });
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      hidden ??= `${resourceTitle(item)}: ${error.message}`;
    }
  }
  return { index: createLabelIndex(entries), hidden };
}
