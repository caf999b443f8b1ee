/** A range of IPv4 or IPv6 addresses, as numbers. */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads an address such as `10.0.0.1` or `fd00::1`, or a range such as `10.0.0.0/8`; undefined for any other text. */
export function addressRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  const bits = address.includes(':') ? 128 : 32;
  const number = bits === 32 ? ipv4(address) : ipv6(address);
  const length = slash === -1 ? bits : prefixLength(text.slice(slash + 1));
  if (number === undefined || length === undefined || length > bits) return undefined;
  const size = 1n << BigInt(bits - length);
  const first = number - (number % size);
  return { bits, first, last: first + size - 1n };
}

/** True if all of a range lies in another. */
export function isInside(range: AddressRange, outer: AddressRange): boolean {
  return range.bits === outer.bits && range.first >= outer.first && range.last <= outer.last;
}

/** True for every address of its family: `0.0.0.0/0`, `::/0`. */
export function isEverything(text: string): boolean {
  const range = addressRange(text);
  return range !== undefined && range.first === 0n && range.last === (1n << BigInt(range.bits)) - 1n;
}

function prefixLength(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((number, part) => number * 256n + BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  if (left === undefined || right === undefined) return undefined;
  const zeros = 8 - left.length - right.length;
  if (tail === undefined ? zeros !== 0 : zeros < 1) return undefined;
  const groups = [...left, ...Array.from({ length: zeros }, () => 0), ...right];
  return groups.reduce((number, group) => number * 65_536n + BigInt(group), 0n);
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    ? groups.map((group) => Number(`0x${group}`))
    : undefined;
}
