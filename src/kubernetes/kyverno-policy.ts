import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/** A rule of a Kyverno policy (kyverno.io ClusterPolicy, Policy) that may refuse, and what becomes of objects that break it. */
export interface RefusingRule {
  /** In small letters: `audit`, `enforce`. */
  readonly action: string;
  /** The field that says so, or the one to set. */
  readonly field: Path;
}

const COMMON: Path = ['spec', 'validationFailureAction'];

/**
 * The validate rules of a policy, of which one that nothing is said of audits, and those on images as far as anything is said
 * of them. The action of a rule comes before that of the whole policy.
 */
export function refusingRules(content: JsonObject): RefusingRule[] {
  const spec = asObject(content['spec']);
  const common = asString(spec['validationFailureAction']);
  return asList(spec['rules']).flatMap((entry, index) => {
    const { validate, verifyImages } = asObject(entry);
    return [...ruleOf(validate, common, index), ...imageRulesOf(verifyImages, common, index)];
  });
}

function ruleOf(validate: unknown, common: string | undefined, index: number): RefusingRule[] {
  if (validate === undefined || validate === null) return [];
  const own = asString(asObject(validate)['failureAction']);
  const action = (own ?? common ?? 'audit').toLowerCase();
  const isCommon = own === undefined && common !== undefined;
  return [{ action, field: isCommon ? COMMON : ['spec', 'rules', index, 'validate', 'failureAction'] }];
}

function imageRulesOf(verifyImages: unknown, common: string | undefined, index: number): RefusingRule[] {
  return asList(verifyImages).flatMap((entry, place) => {
    const own = asString(asObject(entry)['failureAction']);
    if (own === undefined) return common === undefined ? [] : [{ action: common.toLowerCase(), field: COMMON }];
    return [{ action: own.toLowerCase(), field: ['spec', 'rules', index, 'verifyImages', place, 'failureAction'] }];
  });
}

/** True if a rule of the policy verifies signatures or attestations of images. */
export function verifiesImages(content: JsonObject): boolean {
  return asList(asObject(content['spec'])['rules']).some((rule) => asList(asObject(rule)['verifyImages']).length > 0);
}
