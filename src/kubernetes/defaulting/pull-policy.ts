import { isObject, type JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { readImageVersion } from '../image-reference-form.ts';
import { isUnset, onMapping, type Rule, withField } from './rule.ts';

/** Sets when an image is pulled: always for the tag `latest`, named or implied, else if the node does not have it. */
export function pullPolicy(imageField: string, policyField: string): Rule {
  return onMapping((object) => {
    const policy = object[policyField];
    return isUnset(policy) || policy === '' ? withField(object, policyField, policyOf(object, imageField)) : object;
  });
}

function policyOf(object: JsonObject, imageField: string): unknown {
  const image = object[imageField] ?? '';
  if (typeof image === 'string') return isLatest(image) ? 'Always' : 'IfNotPresent';
  // What follows from an image that is not known is not known either.
  return isObject(image) && image instanceof UnknownValue ? image : undefined;
}

/** False for a reference that cannot be read: the API server takes it for one with another tag. */
function isLatest(image: string): boolean {
  const version = readImageVersion(image);
  if (typeof version === 'string') return false;
  return version.tag === undefined ? version.digest === undefined : version.tag === 'latest';
}
