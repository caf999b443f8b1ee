import { asList, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { isEverything } from '../address-range.ts';

/** Towards the pods, or from them: the names of `policyTypes`. */
export type Direction = 'Ingress' | 'Egress';

export const directions: readonly Direction[] = ['Ingress', 'Egress'];

/** The field that holds the rules of a direction, and that of their peers. */
export const fieldsOf = {
  Ingress: { rules: 'ingress', peers: 'from' },
  Egress: { rules: 'egress', peers: 'to' },
} as const;

/** The directions that a NetworkPolicy spec is about: unset or empty is Ingress, and Egress where there are egress rules. */
export function effectiveDirections(spec: JsonObject): Direction[] {
  const policyTypes = asList(spec['policyTypes']);
  if (policyTypes.length > 0) return directions.filter((direction) => policyTypes.includes(direction));
  return asList(spec['egress']).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

/** The rules of a direction of a NetworkPolicy spec. */
export function rulesOf(spec: JsonObject, direction: Direction): JsonObject[] {
  return asList(spec[fieldsOf[direction].rules]).map(asObject);
}

/**
 * Whether a rule opens a direction to everything: no ports, and no peers or a block of all addresses without an exception.
 * A `namespaceSelector: {}` does not: it opens to all pods, not to addresses outside.
 */
export function allowsEverything(rule: JsonObject, direction: Direction): boolean {
  if (asList(rule['ports']).length > 0) return false;
  const peers = asList(rule[fieldsOf[direction].peers]);
  return peers.length === 0 || peers.some(isEveryAddress);
}

function isEveryAddress(peer: unknown): boolean {
  const block = asObject(peer)['ipBlock'];
  if (!isObject(block) || asList(block['except']).length > 0) return false;
  return isEverything(asString(block['cidr']) ?? '');
}
