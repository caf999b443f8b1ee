import type { Version } from '../../core/check.ts';
import type { JsonObject } from '../../core/json.ts';
import type { KindSchema } from './schema.ts';
import { validateObject } from './validate.ts';
import type { Violation, ViolationRule } from './violation.ts';

/** The rules that a schema can state; all others are the API server's own. */
const SCHEMA_RULES: ReadonlySet<ViolationRule> = new Set([
  'unknown-field',
  'wrong-type',
  'format',
  'required',
  'not-supported',
]);

/**
 * The fields of an object that do not fit its schema: unknown ones, missing required ones, values of a wrong type or outside
 * an enumeration and, of a custom resource, what else its schema asks of them.
 */
export function schemaViolations(object: JsonObject, schema: KindSchema, version: Version): Violation[] {
  const violations = validateObject(object, schema, version);
  if (violations.length === 0) return violations;
  return violations.filter(({ rule, path }) => SCHEMA_RULES.has(rule) || (!schema.isBuiltIn && path[0] !== 'metadata'));
}
