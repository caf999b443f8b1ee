import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';

const GRANT = 'gateway.networking.k8s.io/ReferenceGrant';

/** What a Gateway or route refers to in another namespace: a Service or Secret of the core group. */
export interface GrantedTarget {
  readonly kind: 'Service' | 'Secret';
  readonly namespace: string;
  readonly name: string;
}

/** Whether a ReferenceGrant of the target's namespace lets an object refer to it. */
export function isGranted(from: Resource, target: GrantedTarget, inventory: Inventory): boolean {
  const slash = from.kind.indexOf('/');
  const [group, kind] = [from.kind.slice(0, slash), from.kind.slice(slash + 1)];
  return inventory.select(GRANT, target.namespace).items.some(({ content }) => {
    const spec = asObject(content['spec']);
    const isFrom = asList(spec['from'])
      .map(asObject)
      .some((entry) => entry['group'] === group && entry['kind'] === kind && entry['namespace'] === from.namespace);
    const isTo = asList(spec['to'])
      .map(asObject)
      .some(
        (entry) =>
          (entry['group'] ?? '') === '' &&
          entry['kind'] === target.kind &&
          (entry['name'] ?? target.name) === target.name,
      );
    return isFrom && isTo;
  });
}
