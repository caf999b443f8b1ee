import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, isObject, type JsonObject } from '../../core/json.ts';
import { any, no, or, type Truth, unknown } from '../../core/truth.ts';
import { subjectPolicyKinds } from '../network-policy-kinds.ts';
import { type LabelledNamespace, selectsNamespace } from '../network-policy-subject.ts';
import { type Direction, fieldsOf } from './policy-direction.ts';

/** Whether a policy of the admin or baseline tier denies a direction from or to all namespaces, for a whole namespace. */
export function isDeniedByTier(namespace: LabelledNamespace, direction: Direction, inventory: Inventory): Truth {
  const selections = subjectPolicyKinds.map((kind) => inventory.select(kind));
  const denied = any(
    selections.flatMap(({ items }) => items),
    (policy) => {
      const spec = asObject(policy.content['spec']);
      return deniesAllPeers(spec, direction) ? selectsNamespace(policy, namespace) : no;
    },
  );
  const missing = selections.find((selection) => selection.missing !== undefined)?.missing;
  return or(denied, missing === undefined ? no : unknown(missing.what));
}

/** A rule of the admin or baseline tier that denies every namespace, whatever the port. */
export function deniesAllPeers(spec: JsonObject, direction: Direction): boolean {
  const { rules, peers } = fieldsOf[direction];
  return asList(spec[rules])
    .map(asObject)
    .some((rule) => rule['action'] === 'Deny' && !hasPorts(rule) && asList(rule[peers]).some(isEveryNamespace));
}

function hasPorts(rule: JsonObject): boolean {
  return asList(rule['ports']).length > 0 || asList(rule['protocols']).length > 0;
}

function isEveryNamespace(peer: unknown): boolean {
  const { namespaces } = asObject(peer);
  return isObject(namespaces) && Object.keys(namespaces).length === 0;
}
