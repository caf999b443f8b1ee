import { isObject, type JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { isUnset, onMapping, type Rule, withField } from './rule.ts';

const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = `(?:${HOST_PART}(?:\\.${HOST_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH = new RegExp(`^${NAME_PART}(?:/${NAME_PART})*$`);
const REGISTRY = new RegExp(`^${HOST}$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const BARE_DIGEST = /^[a-f0-9]{64}$/;

const LONGEST = 1024;

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
  if (image.length > LONGEST || BARE_DIGEST.test(image)) return false;
  const at = image.indexOf('@');
  const named = at === -1 ? image : image.slice(0, at);
  if (at !== -1 && !DIGEST.test(image.slice(at + 1))) return false;
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return false;
  if (!isName(colon === -1 ? named : named.slice(0, colon))) return false;
  return tag === undefined ? at === -1 : tag === 'latest';
}

function isName(name: string): boolean {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const hasRegistry = first === 'localhost' || /[.:A-Z]/.test(first);
  const path = hasRegistry ? name.slice(slash + 1) : name;
  return path.length <= 255 && PATH.test(path) && (!hasRegistry || REGISTRY.test(first));
}
