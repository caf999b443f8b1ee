import { isIPv4, isIPv6 } from 'node:net';

/** A block of addresses: its bits, and how many of them are fixed. */
export interface Cidr {
  readonly bits: string;
  readonly prefix: number;
}

/** Reads `10.0.0.0/8` or `fd00::/8`; a bare address is a block of one. Undefined for anything else. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const bits = bitsOf(slash === -1 ? text : text.slice(0, slash));
  if (bits === undefined) return undefined;
  const prefix = slash === -1 ? bits.length : Number(/^\d{1,3}$/.exec(text.slice(slash + 1))?.[0] ?? Number.NaN);
  return prefix <= bits.length ? { bits, prefix } : undefined;
}

/** True if every address of the second block lies in the first. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.bits.length !== inner.bits.length || outer.prefix > inner.prefix) return false;
  return inner.bits.startsWith(outer.bits.slice(0, outer.prefix));
}

/** True for every address of its family: `0.0.0.0/0`, `::/0`. */
export function isEverything(text: string): boolean {
  return parseCidr(text)?.prefix === 0;
}

function bitsOf(address: string): string | undefined {
  if (isIPv4(address))
    return address
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  if (!isIPv6(address) || address.includes('%')) return undefined;
  const [left = '', right] = withoutDots(address).split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].map((group) => binary(Number.parseInt(group, 16), 16)).join('');
}

/** An IPv6 address may end in the dotted form of IPv4: `::ffff:10.0.0.1`. */
function withoutDots(address: string): string {
  const start = address.lastIndexOf(':') + 1;
  const dotted = address.slice(start).split('.').map(Number);
  const [first, second, third, fourth] = dotted;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return address;
  const groups = [first * 256 + second, third * 256 + fourth].map((group) => group.toString(16));
  return address.slice(0, start) + groups.join(':');
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}
