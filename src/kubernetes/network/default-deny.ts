import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { any, no, or, type Truth, unknown } from '../../core/truth.ts';
import { isEmptySelector } from '../label-index.ts';
import { subjectPolicyKinds } from '../network-policy-kinds.ts';
import { type LabelledNamespace, selectsWholeNamespace } from '../network-policy-subject.ts';
import { type Direction, fieldsOf } from './policy-direction.ts';

/** Whether a policy of the admin or baseline tier denies a direction from or to all namespaces, for a whole namespace. */
export function isDeniedByTier(namespace: LabelledNamespace, direction: Direction, inventory: Inventory): Truth {
  const selections = subjectPolicyKinds.map((kind) => inventory.select(kind));
  const denied = any(
    selections.flatMap(({ items }) => items),
    (policy) => {
      const spec = asObject(policy.content['spec']);
      return deniesAllPeers(spec, direction) ? selectsWholeNamespace(policy, namespace) : no;
    },
  );
  const missing = selections.find((selection) => selection.missing !== undefined)?.missing;
  return or(denied, missing === undefined ? no : unknown(missing.what));
}

/** Whether the rules of a policy of the admin or baseline tier deny every namespace, whatever the port: the first rule decides. */
export function deniesAllPeers(spec: JsonObject, direction: Direction): boolean {
  const { rules, peers } = fieldsOf[direction];
  const first = asList(spec[rules])
    .map(asObject)
    .find((rule) => !hasPorts(rule) && asList(rule[peers]).some(isEveryPod));
  return first?.['action'] === 'Deny';
}

function hasPorts(rule: JsonObject): boolean {
  return asList(rule['ports']).length > 0 || asList(rule['protocols']).length > 0;
}

function isEveryPod(peer: unknown): boolean {
  const { namespaces, pods } = asObject(peer);
  const { namespaceSelector, podSelector } = asObject(pods);
  return isEmptySelector(namespaces) || (isEmptySelector(namespaceSelector) && isEmptySelector(podSelector));
}
