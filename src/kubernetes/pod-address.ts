import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../core/json.ts';
import { type AddressRange, addressRange, isInside } from './address-range.ts';

/** The addresses of a live cluster's pods. */
export interface PodAddresses {
  /** True if the range lies in one from which a node gives its pods addresses. */
  isForPods(range: AddressRange): boolean;
  /** True if some pod has an address in the range. */
  isTaken(range: AddressRange): boolean;
}

const indexes = new WeakMap<Inventory, PodAddresses>();

/** The addresses of an inventory's pods, gathered once. */
export function podAddressesOf(inventory: Inventory): PodAddresses {
  let addresses = indexes.get(inventory);
  if (addresses === undefined) {
    addresses = gather(inventory);
    indexes.set(inventory, addresses);
  }
  return addresses;
}

function gather(inventory: Inventory): PodAddresses {
  const ranges = inventory.ofKind('Node').flatMap(({ content }) => rangesOf(asObject(content['spec'])));
  const taken = inventory
    .ofKind('Pod')
    .flatMap(({ content }) => addressesOf(asObject(content['status'])))
    .toSorted((left, right) => (left.first < right.first ? -1 : 1));
  return {
    isForPods: (range) => ranges.some((outer) => isInside(range, outer)),
    isTaken(range) {
      // The first address that is not before the range.
      let low = 0;
      let high = taken.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((taken[middle]?.first ?? 0n) < range.first) low = middle + 1;
        else high = middle;
      }
      for (let at = low; at < taken.length && (taken[at]?.first ?? 0n) <= range.last; at += 1) {
        if (taken[at]?.bits === range.bits) return true;
      }
      return false;
    },
  };
}

function rangesOf({ podCIDR, podCIDRs }: JsonObject): AddressRange[] {
  return readAll([podCIDR, ...asList(podCIDRs)]);
}

function addressesOf({ podIP, podIPs }: JsonObject): AddressRange[] {
  return readAll([podIP, ...asList(podIPs).map((entry) => asObject(entry)['ip'])]);
}

function readAll(texts: readonly unknown[]): AddressRange[] {
  return texts.flatMap((text) => (typeof text === 'string' ? (addressRange(text) ?? []) : []));
}
