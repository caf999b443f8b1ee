import { asString } from '../core/json.ts';
import { valueText } from '../core/value-text.ts';
import type { Container } from './container.ts';

const LONGEST_TYPE = 40;

/** The procMount of a container that asks for more of `/proc` than container runtimes show; undefined for any other. */
export function unmaskedProcMount(container: Container): string | undefined {
  const type = container.securityContext['procMount'] ?? undefined;
  if (type === undefined || type === 'Default') return undefined;
  return asString(type) ?? valueText(type, LONGEST_TYPE);
}
