import type { Credential } from './credential.ts';

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const PUTTY = 'PuTTY-User-Key-File-';
/** What the search looks for. */
export const privateKeyLiterals: readonly string[] = [BEGIN, PUTTY];
/** The armour of RFC 7468, OpenSSH, PGP and PuTTY, with a body. Certificates and public keys have other labels. */
const HEADER = /-----BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?-----/y;
const FOOTER = /-----END [A-Z0-9 ]{0,64}-----/y;
const LONGEST_KEY = 65_536;

/** The private keys of a text, headers included; one without an end reaches as far as what may be its body. */
export function* findPrivateKeys(text: string): Iterable<Credential> {
  for (let start = text.indexOf(BEGIN); start !== -1; start = text.indexOf(BEGIN, start + BEGIN.length)) {
    HEADER.lastIndex = start;
    if (!HEADER.test(text)) continue;
    const end = endOfKey(text, HEADER.lastIndex);
    if (
      text
        .slice(HEADER.lastIndex, end)
        .replace(/-----END .*$/, '')
        .trim() === ''
    )
      continue;
    yield { start, end, kind: 'private key' };
    start = end - BEGIN.length;
  }
  yield* findPuttyKeys(text);
}

function endOfKey(text: string, bodyStart: number): number {
  const footer = text.indexOf(END, bodyStart);
  if (footer === -1 || footer - bodyStart > LONGEST_KEY) return endOfBody(text, bodyStart);
  FOOTER.lastIndex = footer;
  return FOOTER.test(text) ? FOOTER.lastIndex : footer;
}

/** Where a body without a footer ends: Base64, header lines, line breaks written or escaped. */
function endOfBody(text: string, start: number): number {
  const body = /[A-Za-z0-9+/=\s\\:,-]*/y;
  body.lastIndex = start;
  body.test(text);
  return Math.min(body.lastIndex, start + LONGEST_KEY);
}

const PUTTY_PRIVATE = 'Private-Lines:';

function* findPuttyKeys(text: string): Iterable<Credential> {
  for (let start = text.indexOf(PUTTY); start !== -1; start = text.indexOf(PUTTY, start + PUTTY.length)) {
    const secret = text.indexOf(PUTTY_PRIVATE, start);
    if (secret === -1 || secret - start > LONGEST_KEY) continue;
    yield { start, end: endOfBody(text, secret + PUTTY_PRIVATE.length), kind: 'private key' };
  }
}
