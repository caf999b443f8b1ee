import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { intOrString } from '../../int-or-string.ts';
import type { ViolationReport } from '../violation.ts';
import { entries, isAbsent } from './fields.ts';
import { checkSelector } from './labels.ts';
import { checkPort, checkPortNumber } from './ports.ts';
import type { ObjectRule } from './rule.ts';

/** A NetworkPolicy. */
export const checkNetworkPolicy: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  checkSelector(spec['podSelector'], ['spec', 'podSelector'], report);
  for (const [direction, side] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const [rule, at] of entries(spec[direction], ['spec', direction])) {
      for (const [port, place] of entries(rule['ports'], [...at, 'ports'])) checkPolicyPort(port, place, report);
      for (const [peer, place] of entries(rule[side], [...at, side])) checkPeer(peer, place, report);
    }
  }
  const types = asList(spec['policyTypes']);
  if (types.length > 2) report.invalid(['spec', 'policyTypes'], types, 'may not specify more than two policyTypes');
  else {
    for (const [index, type] of types.entries()) {
      if (type === '' || type === null) report.notSupported(['spec', 'policyTypes', index], '', ['Ingress', 'Egress']);
    }
  }
};

function checkPolicyPort(port: JsonObject, path: Path, report: ViolationReport): void {
  const { endPort } = port;
  const first = intOrString(port['port']);
  checkPort(port['port'], [...path, 'port'], report);
  if (typeof endPort !== 'number') return;
  const at = [...path, 'endPort'];
  if (first === undefined) {
    if (isAbsent(port['port'])) report.invalid(at, endPort, 'may not be specified when `port` is not specified');
  } else if (typeof first === 'string') report.invalid(at, endPort, 'may not be specified when `port` is non-numeric');
  else {
    if (endPort < first) report.invalid(at, first, 'must be greater than or equal to `port`');
    checkPortNumber(endPort, at, report);
  }
}

function checkPeer(peer: JsonObject, path: Path, report: ViolationReport): void {
  const selectors = ['podSelector', 'namespaceSelector'].filter((name) => !isAbsent(peer[name]));
  for (const name of selectors) checkSelector(peer[name], [...path, name], report);
  const { ipBlock } = peer;
  if (isAbsent(ipBlock)) {
    if (selectors.length === 0) report.required(path, 'must specify a peer');
    return;
  }
  if (selectors.length > 0) report.forbidden(path, 'may not specify both ipBlock and another peer');
  if (isObject(ipBlock)) checkBlock(ipBlock, [...path, 'ipBlock'], report);
}

function checkBlock(block: JsonObject, path: Path, report: ViolationReport): void {
  const { cidr, except } = block;
  const all = typeof cidr === 'string' ? readRange(cidr) : undefined;
  const words = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
  if (typeof cidr === 'string' && cidr !== '' && all === undefined) report.invalid([...path, 'cidr'], cidr, words);
  for (const [index, text] of asList(except).entries()) {
    if (typeof text !== 'string') continue;
    const part = readRange(text);
    const at = [...path, 'except', index];
    if (part === undefined) report.invalid(at, text, words);
    else if (all !== undefined && !isStrictSubset(part, all)) {
      report.invalid(at, text, 'must be a strict subset of `cidr`');
    }
  }
}

interface AddressRange {
  readonly bits: bigint;
  readonly width: 32 | 128;
  readonly length: number;
}

function isStrictSubset(part: AddressRange, all: AddressRange): boolean {
  if (part.width !== all.width || part.length <= all.length) return false;
  const shift = BigInt(all.width - all.length);
  return part.bits >> shift === all.bits >> shift;
}

/** A range of addresses; leading zeros are taken as decimal, as the API server does. */
function readRange(text: string): AddressRange | undefined {
  const match = /^([\da-fA-F:.]{2,45})\/(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const [, address = '', digits = ''] = match;
  const width = address.includes(':') ? 128 : 32;
  const bits = width === 32 ? readFour(address) : readSix(address);
  const length = Number(digits);
  return bits === undefined || length > width ? undefined : { bits, width, length };
}

function readFour(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n);
}

function readSix(text: string): bigint | undefined {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const four = last.includes('.') ? readFour(last) : undefined;
  if (last.includes('.') && four === undefined) return undefined;
  const tail = four === undefined ? last : `${(four >> 16n).toString(16)}:${(four & 65_535n).toString(16)}`;
  const plain = text.slice(0, text.length - last.length) + tail;
  const [head = '', rest, ...others] = plain.split('::');
  if (others.length > 0) return undefined;
  const before = head === '' ? [] : head.split(':');
  const after = rest === undefined || rest === '' ? [] : rest.split(':');
  const missing = 8 - before.length - after.length;
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((bits, group) => bits * 65_536n + BigInt(`0x${group}`), 0n);
}
