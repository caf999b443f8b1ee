import { groupBy } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { resourceTitle } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { mayBeGiven } from './given-label.ts';
import { createLabelIndex, type LabelIndex, type Labelled } from './label-index.ts';
import { podLabels } from './pod-labels.ts';
import { type Workload, workload } from './workload.ts';

/** The pod-bearing objects that a selector selects. */
export interface PodSelection {
  readonly items: readonly Workload[];
  /** Why another one may be selected too; undefined if none can. */
  readonly hidden: string | undefined;
}

/** The pods, and templates of pods, of an inventory by namespace and labels. */
export interface PodIndex {
  /** The namespaces that have any. */
  readonly namespaces: readonly string[];
  /** What a LabelSelector (meta/v1) selects in a namespace: everything if it is empty, nothing if it is absent. */
  select(selector: unknown, namespace: string): PodSelection;
  /** The same in all namespaces. */
  selectEverywhere(selector: unknown): PodSelection;
}

interface NamespacePods {
  readonly index: LabelIndex<Workload>;
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, PodIndex>();

/** The index of an inventory, made once. */
export function podIndexOf(inventory: Inventory): PodIndex {
  let index = indexes.get(inventory);
  if (index === undefined) {
    index = createPodIndex(inventory);
    indexes.set(inventory, index);
  }
  return index;
}

function createPodIndex(inventory: Inventory): PodIndex {
  const groups = groupBy(workload.enumerate(inventory), ({ namespace }) => namespace);
  const made = new Map<string, NamespacePods>();
  let everywhere: NamespacePods | undefined;
  return {
    namespaces: [...groups.keys()],
    select(selector, namespace) {
      const workloads = groups.get(namespace);
      if (workloads === undefined) return { items: [], hidden: undefined };
      let pods = made.get(namespace);
      if (pods === undefined) {
        pods = podsOf(workloads);
        made.set(namespace, pods);
      }
      return { items: pods.index.select(selector), hidden: pods.hidden };
    },
    selectEverywhere(selector) {
      everywhere ??= podsOf([...groups.values()].flat());
      return { items: everywhere.index.select(selector), hidden: everywhere.hidden };
    },
  };
}

function podsOf(workloads: readonly Workload[]): NamespacePods {
  const entries: Labelled<Workload>[] = [];
  let hidden: string | undefined;
  for (const item of workloads) {
    try {
      entries.push({ item, labels: podLabels(item) });
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      hidden ??= `${resourceTitle(item.resource)}: ${error.message}`;
    }
  }
  return { index: createLabelIndex(entries, mayBeGiven), hidden };
}
