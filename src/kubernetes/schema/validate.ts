import type { Version } from '../../core/check.ts';
import type { JsonObject } from '../../core/json.ts';
import { unrecorded } from '../../core/unknown-value.ts';
import { newestVersion } from '../version.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { decodeStrictly } from './decode.ts';
import { rulesOf } from './rules/rules.ts';
import type { KindSchema } from './schema.ts';
import { checkStructure } from './structure.ts';
import { sureViolations } from './sure-violations.ts';
import { type Violation, violationReport } from './violation.ts';

/**
 * Why the API server of a version would refuse to create an object of a kind that it serves itself: what its decoder says,
 * then what its validation says of fields that could be decoded. Undefined if the version serves no such kind.
 */
export function validateBuiltIn(object: JsonObject, version: Version = newestVersion): Violation[] | undefined {
  const { apiVersion, kind } = unrecorded(object);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const schema = builtInSchema(apiVersion, kind, version);
  return schema === undefined ? undefined : validateObject(object, schema, version);
}

/** The same against a schema at hand, such as one that `customSchemas` made of a CustomResourceDefinition. */
export function validateObject(
  object: JsonObject,
  kindSchema: KindSchema,
  version: Version = newestVersion,
): Violation[] {
  const document = unrecorded(object);
  const decoding = decodeStrictly(document, kindSchema.schema);
  const found: Violation[] = [];
  const report = violationReport(found);
  checkStructure(document, kindSchema.schema, kindSchema.isBuiltIn, report);
  for (const rule of rulesOf(kindSchema)) rule(document, report, { kindSchema, version });
  return [...decoding, ...sureViolations(found, decoding, document)];
}
