import { describe, expect, it } from 'vitest';
import { addressRange } from './address-range.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podAddressesOf } from './pod-address.ts';

const inventory = inventoryOfObjects([
  { apiVersion: 'v1', kind: 'Node', spec: { podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24', 'fd00::/64', 1] } },
  { apiVersion: 'v1', kind: 'Pod', status: { podIP: '10.1.0.9', podIPs: [{ ip: '10.1.0.9' }, { ip: 'fd00::9' }] } },
  { apiVersion: 'v1', kind: 'Pod', status: { podIP: '10.1.0.5' } },
  { apiVersion: 'v1', kind: 'Pod' },
]);
const addresses = podAddressesOf(inventory);

describe('podAddressesOf', () => {
  it.each([
    ['10.1.0.0/25', true, true],
    ['10.1.0.8/29', true, true],
    ['10.1.0.6/31', true, false],
    ['10.1.0.128/25', true, false],
    ['10.0.0.0/8', false, true],
    ['fd00::/120', true, true],
    ['fd00::1:0/120', true, false],
    ['::a01:9', false, false],
  ])('of %s', (text, isForPods, isTaken) => {
    const range = addressRange(text);
    expect(range && [addresses.isForPods(range), addresses.isTaken(range)]).toEqual([isForPods, isTaken]);
  });

  it('is gathered once', () => {
    expect(podAddressesOf(inventory)).toBe(addresses);
  });
});
