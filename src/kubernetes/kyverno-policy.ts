import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/** A validate rule of a Kyverno policy (kyverno.io ClusterPolicy, Policy), and what becomes of objects that break it. */
export interface ValidateRule {
  /** In small letters: `audit`, `enforce`. A rule that nothing is said of audits. */
  readonly action: string;
  /** The field that says so, or the one to set. */
  readonly field: Path;
}

/** The validate rules of a policy. The action of a rule comes before that of the whole policy. */
export function validateRules(content: JsonObject): ValidateRule[] {
  const spec = asObject(content['spec']);
  return asList(spec['rules']).flatMap((entry, index) => {
    const { validate } = asObject(entry);
    if (validate === undefined || validate === null) return [];
    const own = asString(asObject(validate)['failureAction']);
    const common = own === undefined ? asString(spec['validationFailureAction']) : undefined;
    const ofRule: Path = ['spec', 'rules', index, 'validate', 'failureAction'];
    return {
      action: (own ?? common ?? 'audit').toLowerCase(),
      field: common === undefined ? ofRule : ['spec', 'validationFailureAction'],
    };
  });
}

/** True if a rule of the policy verifies signatures or attestations of images. */
export function verifiesImages(content: JsonObject): boolean {
  return asList(asObject(content['spec'])['rules']).some((rule) => asList(asObject(rule)['verifyImages']).length > 0);
}
