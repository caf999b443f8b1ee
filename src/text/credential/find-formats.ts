import { cloudFormats } from './cloud-formats.ts';
import type { Credential } from './credential.ts';
import type { CredentialFormat } from './format.ts';
import { serviceFormats } from './service-formats.ts';
import { sharedFormats } from './shared-formats.ts';
import { signOf, signsOfLiteral } from './signs.ts';

const formats: readonly CredentialFormat[] = [...cloudFormats, ...serviceFormats, ...sharedFormats];

/** What the search looks for. */
export const formatLiterals: readonly string[] = formats.map(({ literal }) => literal);

/** The formats by the signs that their literals begin with. */
const bySign = new Map<number, CredentialFormat[]>();
for (const format of formats) {
  for (const sign of signsOfLiteral(format.literal)) bySign.set(sign, [...(bySign.get(sign) ?? []), format]);
}

const NOTHING: readonly Credential[] = [];
const NO_FORMATS: readonly CredentialFormat[] = [];

/** The credentials of known formats whose literals may start at these offsets. */
export function findFormats(text: string, offsets: Iterable<number>): readonly Credential[] {
  let found: Credential[] | undefined;
  for (const offset of offsets) {
    for (const format of bySign.get(signOf(text, offset)) ?? NO_FORMATS) {
      const credential = text.startsWith(format.literal, offset) ? credentialAt(text, offset, format) : undefined;
      if (credential === undefined) continue;
      found ??= [];
      found.push(credential);
    }
  }
  return found ?? NOTHING;
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
