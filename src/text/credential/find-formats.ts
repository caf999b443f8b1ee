import { cloudFormats } from './cloud-formats.ts';
import type { Credential } from './credential.ts';
import type { CredentialFormat } from './format.ts';
import { serviceFormats } from './service-formats.ts';
import { sharedFormats } from './shared-formats.ts';

const formats: readonly CredentialFormat[] = [...cloudFormats, ...serviceFormats, ...sharedFormats];

/** The credentials of known formats in a text. */
export function* findFormats(text: string): Iterable<Credential> {
  for (const format of formats) yield* findFormat(text, format);
}

function* findFormat(text: string, format: CredentialFormat): Iterable<Credential> {
  const { kind, literal, before = 0, pattern, lead = 0 } = format;
  for (let found = text.indexOf(literal); found !== -1; found = text.indexOf(literal, found + literal.length)) {
    const start = startOf(text, found, before, pattern);
    if (start === undefined) continue;
    yield { start: start + lead, end: pattern.lastIndex, kind };
    found = Math.max(found, pattern.lastIndex - literal.length);
  }
}

/** Where a credential around a literal starts: at most so many characters before it; undefined if there is none. */
function startOf(text: string, found: number, before: number, pattern: RegExp): number | undefined {
  for (let start = Math.max(found - before, 0); start <= found; start += 1) {
    if (before === 0 && isInsideWord(text, start)) return undefined;
    pattern.lastIndex = start;
    if (pattern.test(text) && pattern.lastIndex > found) return start;
  }
  return undefined;
}

/** True if a letter or digit stands before an offset and at it: then a literal is the middle of another word. */
function isInsideWord(text: string, offset: number): boolean {
  return offset > 0 && /[A-Za-z0-9]/.test(text.charAt(offset - 1)) && /[A-Za-z0-9]/.test(text.charAt(offset));
}
