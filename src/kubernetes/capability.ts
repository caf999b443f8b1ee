import { asList, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import { valueText } from '../core/value-text.ts';
import type { Container } from './container.ts';

/** A capability as a container lists it. */
export interface ListedCapability {
  /** As written; the value as text where it is none. */
  readonly name: string;
  readonly at: Place;
}

/**
 * What container runtimes grant unless told otherwise, and the baseline level lets containers add. Compare exactly:
 * another letter case or a `CAP_` in front makes another name.
 */
export const defaultCapabilities: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

const LONGEST_NAME = 40;

/** The capabilities that a container adds or drops. */
export function capabilitiesOf(container: Container, list: 'add' | 'drop'): ListedCapability[] {
  return asList(asObject(container.securityContext['capabilities'])[list]).map((entry, index) => ({
    name: asString(entry) ?? valueText(entry, LONGEST_NAME),
    at: container.at('securityContext', 'capabilities', list, index),
  }));
}

/** The name as the kernel has it: container runtimes ignore the letter case and a leading `CAP_` of what is added. */
export function kernelCapability(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith('CAP_') ? upper.slice('CAP_'.length) : upper;
}
