import type { Version } from '../../core/check.ts';
import { apiLife } from './api-life.ts';
import { builtInSchema } from './built-in-schemas.ts';
import type { KindSchema } from './schema.ts';

/** Versions of a kind that follow one another; a longer chain would be a circle. */
const LONGEST_CHAIN = 4;

/**
 * The schema by which a version of Kubernetes would take an object of a kind of its own: that of the version of the kind
 * which the object names or, where that is gone, of the one that follows it. Undefined for kinds that it does not have.
 */
export function schemaOfKind(apiVersion: string, kind: string, target: Version): KindSchema | undefined {
  let named = { apiVersion, kind };
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const schema = builtInSchema(named.apiVersion, named.kind, target);
    if (schema !== undefined) return schema;
    const replacement = apiLife(named.apiVersion, named.kind)?.replacement;
    if (replacement === undefined) return undefined;
    named = replacement;
  }
  return undefined;
}
