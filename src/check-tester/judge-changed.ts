import type { Check, Version } from '../core/check.ts';
import { type JudgeOptions, judgeSubject, type Outcome } from '../core/engine.ts';
import { createInventory, type Inventory } from '../core/inventory.ts';
import type { JsonObject } from '../core/json.ts';
import { makeFindings } from '../core/make-findings.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { contextOf } from '../core/runs.ts';
import { builtInOf } from '../kubernetes/built-in.ts';
import { isKubernetesObject, kubernetesResource } from '../kubernetes/resource.ts';

/** The inventory with other resources, in a cluster of a version. */
export function withResources(
  { id, defaultNamespace, coverage }: Inventory,
  resources: readonly Resource[],
  targetVersion: Version,
): Inventory {
  return createInventory(resources, { id, defaultNamespace, coverage, builtIn: builtInOf(targetVersion) });
}

/** The inventory with another content of one resource, as if it had been read in its place; left out if it is no object. */
export function withContent(
  inventory: Inventory,
  index: number,
  content: JsonObject,
  targetVersion: Version,
): Inventory {
  const resources = inventory.resources.flatMap((resource, at) => {
    if (at !== index) return [resource];
    if (!isKubernetesObject(content)) return [];
    return [kubernetesResource(content, resource.origin, inventory.defaultNamespace)];
  });
  return withResources(inventory, resources, targetVersion);
}

/** One subject with what the check says of it. */
export interface SubjectOutcome {
  /** `Pod default/web`. */
  readonly title: string;
  readonly outcome: Outcome;
}

/** Judges every subject of an inventory by one check, and makes the findings, which must not throw either. */
export function judgeAll(check: Check, inventory: Inventory, options: JudgeOptions): SubjectOutcome[] {
  const context = contextOf(check, inventory, options);
  return [...check.on.enumerate(inventory)].map((view) => {
    const outcome = judgeSubject(check, view, context);
    makeFindings(outcome, view, inventory);
    return { title: resourceTitle(view.reference), outcome };
  });
}
