import * as z from 'zod/mini';
import type { Path } from '../../core/path.ts';

/** The keys that a schema lets the mapping at a path have. */
export function keysAt(schema: unknown, path: Path): string[] {
  let schemas = branches(schema);
  for (const segment of path) schemas = schemas.flatMap((outer) => schemasAt(outer, segment)).flatMap(branches);
  return [...new Set(schemas.flatMap((at) => (at instanceof z.ZodMiniObject ? Object.keys(at.shape) : [])))];
}

/** The schemas that a value may be of, without what wraps them. */
function branches(schema: unknown): unknown[] {
  if (schema instanceof z.ZodMiniOptional) return branches(schema.def.innerType);
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.flatMap((option) => branches(option));
  return [schema];
}

/** The schema of an entry or of the value of a key. */
function schemasAt(schema: unknown, segment: string | number): unknown[] {
  if (schema instanceof z.ZodMiniArray) return [schema.def.element];
  if (!(schema instanceof z.ZodMiniObject) || !Object.hasOwn(schema.shape, segment)) return [];
  return [schema.shape[segment]];
}
