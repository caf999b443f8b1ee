import type { Version } from '../../../core/check.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import type { KindSchema } from '../schema.ts';
import type { ViolationReport } from '../violation.ts';

/** What a rule may know besides the object. */
export interface RuleContext {
  readonly kindSchema: KindSchema;
  readonly version: Version;
}

/** Judges one object of the kinds that the table of rules names. Fields may be absent or of any type. */
export type ObjectRule = (object: JsonObject, report: ViolationReport, context: RuleContext) => void;

/** Judges what stands at a path; an absent value is that of a field whose fields are all unset. */
export type FieldRule = (value: unknown, path: Path, report: ViolationReport) => void;
