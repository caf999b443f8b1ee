import { type AddressRange, addressRange, isInside } from '../../address-range.ts';
import { CelError, CelUnknown } from '../fault.ts';
import { type CelCidr, isOf } from '../value.ts';
import type { CelFunctions } from './function.ts';

/** Functions of Kubernetes that read addresses and blocks of addresses. */
export const addressFunctions: CelFunctions = {
  ip: ([text]) => (typeof text === 'string' ? { is: 'ip', address: neededAddress(text) } : undefined),
  isIP: ([text]) => (typeof text === 'string' ? parseAddress(text) !== undefined : undefined),
  cidr: ([text]) => (typeof text === 'string' ? neededBlock(text) : undefined),
  isCIDR: ([text]) => (typeof text === 'string' ? parseBlock(text) !== undefined : undefined),
};

/** Methods of addresses and of blocks of addresses. */
export const addressMethods: CelFunctions = {
  family: ([value]) => (isOf(value, 'ip') ? (value.address.bits === 32 ? 4n : 6n) : undefined),
  isUnspecified: ([value]) => (isOf(value, 'ip') ? value.address.first === 0n : undefined),
  isLoopback: ([value]) => (isOf(value, 'ip') ? isLoopback(value.address) : undefined),
  containsIP([block, address]) {
    const inner = isOf(address, 'ip')
      ? address.address
      : typeof address === 'string'
        ? neededAddress(address)
        : undefined;
    return isOf(block, 'cidr') && inner !== undefined ? isInside(inner, block.block) : undefined;
  },
  containsCIDR([block, other]) {
    const inner = isOf(other, 'cidr') ? other : typeof other === 'string' ? neededBlock(other) : undefined;
    return isOf(block, 'cidr') && inner !== undefined ? isInside(inner.block, block.block) : undefined;
  },
  prefixLength: ([value]) => (isOf(value, 'cidr') ? BigInt(value.prefix) : undefined),
};

function neededAddress(text: string): AddressRange {
  const address = parseAddress(text);
  if (address === undefined) throw new CelError('an IP address is not understood');
  return address;
}

function neededBlock(text: string): CelCidr {
  const block = parseBlock(text);
  if (block === undefined) throw new CelError('a block of IP addresses is not understood');
  return block;
}

/** Kubernetes takes no zone, and no IPv4 address in the form of IPv6. */
function parseAddress(text: string): AddressRange | undefined {
  if (/[%/]/.test(text) || /^(?:\d+\.)*0\d/.test(text)) return undefined;
  const address = addressRange(text);
  if (address === undefined && !/^[0-9a-fA-F:]*:(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return undefined;
  if (address === undefined) throw new CelUnknown('IPv6 addresses that end in an IPv4 address are not evaluated');
  const isMapped = address.bits === 128 && address.first >> 32n === 0xff_ffn;
  return isMapped ? undefined : address;
}

function parseBlock(text: string): CelCidr | undefined {
  const [, host = '', prefix = ''] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseAddress(host);
  const block = address === undefined ? undefined : addressRange(text);
  return address && block && { is: 'cidr', block, address, prefix: Number(prefix) };
}

function isLoopback(address: AddressRange): boolean {
  return ['127.0.0.0/8', '::1/128'].some((text) => {
    const block = addressRange(text);
    return block !== undefined && isInside(address, block);
  });
}
