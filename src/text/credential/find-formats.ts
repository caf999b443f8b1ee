import { cloudFormats } from './cloud-formats.ts';
import type { Credential } from './credential.ts';
import type { CredentialFormat } from './format.ts';
import { serviceFormats } from './service-formats.ts';
import { sharedFormats } from './shared-formats.ts';

const formats: readonly CredentialFormat[] = [...cloudFormats, ...serviceFormats, ...sharedFormats];

/** The formats by the first two characters of their literals, and a table that tells in one look that there are none. */
const ASCII = 128;
const starts = new Uint8Array(ASCII * ASCII);
const byStart = new Map<number, CredentialFormat[]>();
for (const format of formats) {
  const start = startAt(format.literal, 0);
  starts[start] = 1;
  byStart.set(start, [...(byStart.get(start) ?? []), format]);
}

/** Two characters as one number; 0 where one of them is no ASCII. */
function startAt(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  const second = text.charCodeAt(offset + 1);
  return first < ASCII && second < ASCII ? first * ASCII + second : 0;
}

/** The credentials of known formats in a text. */
export function* findFormats(text: string): Iterable<Credential> {
  for (let offset = 0; offset < text.length - 1; offset += 1) {
    const start = startAt(text, offset);
    if (starts[start] === 0) continue;
    for (const format of byStart.get(start) ?? []) {
      const found = text.startsWith(format.literal, offset) ? credentialAt(text, offset, format) : undefined;
      if (found !== undefined) yield found;
    }
  }
}

/** The credential whose literal stands at an offset: the literal starts it, or has at most so many characters before it. */
function credentialAt(text: string, found: number, format: CredentialFormat): Credential | undefined {
  const { kind, before = 0, pattern, lead = 0 } = format;
  if (before === 0 && isInsideWord(text, found)) return undefined;
  for (let start = Math.max(found - before, 0); start <= found; start += 1) {
    pattern.lastIndex = start;
    if (pattern.test(text) && pattern.lastIndex > found) return { start: start + lead, end: pattern.lastIndex, kind };
  }
  return undefined;
}

/** True if a letter or digit stands before an offset and at it: then a literal is the middle of another word. */
function isInsideWord(text: string, offset: number): boolean {
  return offset > 0 && /[A-Za-z0-9]/.test(text.charAt(offset - 1)) && /[A-Za-z0-9]/.test(text.charAt(offset));
}
