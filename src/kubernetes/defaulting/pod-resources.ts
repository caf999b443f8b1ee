import { asList, type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { addQuantities, compareQuantities, formatQuantity, type Quantity, quantityOf } from '../quantity.ts';
import { mappingOf, onMapping, type Rule } from './rule.ts';

/** An amount, and how it is written. */
interface Written {
  readonly quantity: Quantity;
  readonly value: unknown;
}

/** What containers ask for together: not to be told where one of them is not known, nothing where one is no amount. */
type Amount = Written | UnknownValue | undefined;

type Combine = (one: Written, other: Written) => Written;

type Amounts = Map<string, Amount>;

const HUGE_PAGES = 'hugepages-';

/**
 * Resources of the pod as a whole, once some are given: limits of huge pages are those of the containers together;
 * requests are those of the containers together, else as large as the limits.
 */
export const podLevelResources: Rule = onMapping((spec) => {
  const resources = mappingOf(spec['resources']);
  const givenLimits = mappingOf(resources['limits']);
  const givenRequests = mappingOf(resources['requests']);
  if (Object.keys(givenLimits).length === 0 && Object.keys(givenRequests).length === 0) return spec;
  const isHugeUnasked = (name: string) => name.startsWith(HUGE_PAGES) && !Object.hasOwn(givenRequests, name);
  const limits = filled(givenLimits, amountsOf(spec, 'limits'), isHugeUnasked);
  const limited = Object.keys(limits).length > 0;
  const requests = limited ? filled(givenRequests, amountsOf(spec, 'requests'), isShared) : givenRequests;
  const capped = limited ? withLimits(requests, limits) : requests;
  if (limits === givenLimits && capped === givenRequests) return spec;
  return {
    ...spec,
    resources: {
      ...resources,
      ...(limits === givenLimits ? {} : { limits }),
      ...(capped === givenRequests ? {} : { requests: capped }),
    },
  };
});

function isShared(name: string): boolean {
  return name === 'cpu' || name === 'memory';
}

function filled(given: JsonObject, amounts: Amounts, applies: (name: string) => boolean): JsonObject {
  const added: [string, unknown][] = [];
  for (const [name, amount] of amounts) {
    if (!applies(name) || Object.hasOwn(given, name) || amount === undefined) continue;
    added.push([name, amount instanceof UnknownValue ? amount : amount.value]);
  }
  return added.length === 0 ? given : { ...given, ...Object.fromEntries(added) };
}

function withLimits(requests: JsonObject, limits: JsonObject): JsonObject {
  const added = Object.entries(limits).filter(
    ([name]) => (isShared(name) || name.startsWith(HUGE_PAGES)) && !Object.hasOwn(requests, name),
  );
  return added.length === 0 ? requests : { ...requests, ...Object.fromEntries(added) };
}

/** What the containers need at the same time; init containers run one by one beside the sidecars before them. */
function amountsOf(spec: JsonObject, list: 'limits' | 'requests'): Amounts {
  const regular: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const starting: Amounts = new Map();
  for (const container of asList(spec['containers'])) merge(regular, listOf(container, list), sum);
  for (const container of asList(spec['initContainers'])) {
    const own = listOf(container, list);
    const isSidecar = mappingOf(container)['restartPolicy'] === 'Always';
    if (isSidecar) {
      merge(regular, own, sum);
      merge(sidecars, own, sum);
      merge(starting, sidecars, larger);
    } else merge(starting, merge(own, sidecars, sum), larger);
  }
  return merge(regular, starting, larger);
}

function listOf(container: unknown, list: 'limits' | 'requests'): Amounts {
  const amounts: Amounts = new Map();
  const resources = mappingOf(mappingOf(container)['resources']);
  const values = mappingOf(ownValue(resources, list));
  for (const [name, value] of Object.entries(values)) {
    amounts.set(name, value instanceof UnknownValue ? value : amountOf(value));
  }
  return amounts;
}

function amountOf(value: unknown): Written | undefined {
  const quantity = quantityOf(value);
  return quantity && { quantity, value };
}

function sum(one: Written, other: Written): Written {
  const quantity = addQuantities(one.quantity, other.quantity);
  return { quantity, value: formatQuantity(quantity) };
}

function larger(one: Written, other: Written): Written {
  return compareQuantities(other.quantity, one.quantity) > 0 ? other : one;
}

function merge(into: Amounts, other: Amounts, combine: Combine): Amounts {
  for (const [name, amount] of other) {
    into.set(name, into.has(name) ? combined(into.get(name), amount, combine) : amount);
  }
  return into;
}

function combined(one: Amount, other: Amount, combine: Combine): Amount {
  if (one === undefined || other === undefined) return undefined;
  if (one instanceof UnknownValue) return one;
  return other instanceof UnknownValue ? other : combine(one, other);
}
