import { type Cidr, contains, parseCidr } from '../../network/cidr.ts';
import { CelError } from '../fault.ts';
import { type CelValue, isOf } from '../value.ts';
import type { CelFunctions } from './function.ts';

/** Functions of Kubernetes that read addresses and blocks of addresses. */
export const addressFunctions: CelFunctions = {
  ip([text]) {
    if (typeof text !== 'string') return undefined;
    const address = parseAddress(text);
    if (address === undefined) throw new CelError('an IP address is not understood');
    return { is: 'ip', address };
  },
  isIP: ([text]) => (typeof text === 'string' ? parseAddress(text) !== undefined : undefined),
  cidr([text]) {
    if (typeof text !== 'string') return undefined;
    const block = parseBlock(text);
    if (block === undefined) throw new CelError('a block of IP addresses is not understood');
    return { is: 'cidr', block };
  },
  isCIDR: ([text]) => (typeof text === 'string' ? parseBlock(text) !== undefined : undefined),
};

/** Methods of addresses and of blocks of addresses. */
export const addressMethods: CelFunctions = {
  family: ([value]) => (isOf(value, 'ip') ? (value.address.bits.length === 32 ? 4n : 6n) : undefined),
  isUnspecified: ([value]) => (isOf(value, 'ip') ? !value.address.bits.includes('1') : undefined),
  isLoopback: ([value]) => isIn(value, ['127.0.0.0/8', '::1/128']),
  containsIP([block, address]) {
    const inner =
      typeof address === 'string' ? parseAddress(address) : isOf(address, 'ip') ? address.address : undefined;
    if (!isOf(block, 'cidr') || address === undefined) return undefined;
    if (inner === undefined && typeof address === 'string') throw new CelError('an IP address is not understood');
    return inner === undefined ? undefined : contains(block.block, inner);
  },
  containsCIDR([block, other]) {
    const inner = typeof other === 'string' ? parseBlock(other) : isOf(other, 'cidr') ? other.block : undefined;
    if (!isOf(block, 'cidr') || other === undefined) return undefined;
    if (inner === undefined && typeof other === 'string')
      throw new CelError('a block of IP addresses is not understood');
    return inner === undefined ? undefined : contains(block.block, inner);
  },
  prefixLength: ([value]) => (isOf(value, 'cidr') ? BigInt(value.block.prefix) : undefined),
};

/** IPv4 addresses in the form of IPv6, which Kubernetes does not take. */
const MAPPED = `${'0'.repeat(80)}${'1'.repeat(16)}`;

function parseAddress(text: string): Cidr | undefined {
  const address = text.includes('/') ? undefined : parseCidr(text);
  return address?.bits.length === 128 && address.bits.startsWith(MAPPED) ? undefined : address;
}

function parseBlock(text: string): Cidr | undefined {
  if (!/\/(?:0|[1-9]\d*)$/.test(text)) return undefined;
  const block = parseCidr(text);
  return block?.bits.length === 128 && block.bits.startsWith(MAPPED) ? undefined : block;
}

function isIn(value: CelValue | undefined, blocks: readonly string[]): boolean | undefined {
  if (!isOf(value, 'ip')) return undefined;
  return blocks.some((text) => {
    const block = parseCidr(text);
    return block !== undefined && contains(block, value.address);
  });
}
