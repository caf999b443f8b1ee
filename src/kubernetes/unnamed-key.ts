import { asObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { KubernetesObject } from './object.ts';
import type { ObjectUse } from './reference-index.ts';

/** A key that an object holds, and where. */
export interface HeldKey {
  readonly key: string;
  readonly path: Path;
}

/** The keys of a ConfigMap or Secret that no use of it names; none where something uses it whole. */
export function unnamedKeys(
  { content }: Pick<KubernetesObject, 'content'>,
  use: ObjectUse,
  fields: readonly string[],
): HeldKey[] {
  if (use.isWhole) return [];
  return fields.flatMap((field) =>
    Object.keys(asObject(content[field]))
      .filter((key) => !use.keys.has(key))
      .map((key) => ({ key, path: [field, key] })),
  );
}
