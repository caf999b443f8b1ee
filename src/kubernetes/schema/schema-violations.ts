import type { JsonObject } from '../../core/json.ts';
import type { Missing } from '../../core/lookup.ts';
import { unrecorded } from '../../core/unknown-value.ts';
import { decodeStrictly } from './decode.ts';
import { fitsSchema } from './fits.ts';
import { checkRequiredFields } from './required-fields.ts';
import type { KindSchema } from './schema.ts';
import { checkStructure } from './structure.ts';
import { sureViolations } from './sure-violations.ts';
import { type Violation, violationReport } from './violation.ts';

/**
 * The fields of an object that do not fit its schema: unknown ones, missing required ones, values of a wrong type or outside
 * an enumeration and, of a custom resource, what else its schema asks of them. What the API server asks of a kind beyond its
 * schema is not among them.
 */
export function schemaViolations(object: JsonObject, { schema, isBuiltIn }: KindSchema): readonly Violation[] {
  const document = unrecorded(object);
  if (isBuiltIn && fitsSchema(document, schema)) return [];
  const decoding = decodeStrictly(document, schema);
  const found: Violation[] = [];
  const report = violationReport(found);
  if (isBuiltIn) checkRequiredFields(document, schema, report);
  else checkStructure(document, schema, false, report);
  return found.length === 0 ? decoding : [...decoding, ...sureViolations(found, decoding, document)];
}

/** What is missing to judge every field of an object by its schema; undefined if all of its values are known. */
export function unjudgedValues(object: JsonObject): Missing | undefined {
  return unrecorded(object) === object ? undefined : { what: 'some of its values are not known' };
}
