import type { Credential } from './credential.ts';

const RUN = /[A-Za-z0-9+/]{16,}={0,2}/g;
const LONGEST_RUN = 262_144;
const PRINTABLE = /^[\t\n\r\x20-\x7e]*$/;
const USER_AND_PASSWORD = /^[\w.@$-]{1,128}:[\x21-\x7e]{4,512}$/;

/** Runs of Base64 whose text holds a credential, as `find` sees it. */
export function* findEncoded(text: string, find: (decoded: string) => readonly Credential[]): Iterable<Credential> {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const decoded = decodedText(run);
    if (decoded === undefined) continue;
    const [found] = find(decoded);
    if (found !== undefined) yield { start: index, end: index + run.length, kind: `${found.kind} in Base64` };
    else if (isAuthEntry(text, index, decoded)) {
      yield { start: index, end: index + run.length, kind: 'user and password in Base64' };
    }
  }
}

/** The text that a run of Base64 stands for; undefined if it is none, or no text. */
function decodedText(run: string): string | undefined {
  if (run.length % 4 !== 0 || run.length > LONGEST_RUN) return undefined;
  // The beginning tells text from other bytes, at little cost.
  if (!PRINTABLE.test(atob(run.slice(0, 16)))) return undefined;
  const decoded = atob(run);
  return PRINTABLE.test(decoded) ? decoded : undefined;
}

/** `"auth": "…"` of a registry's configuration, `_auth=…` of npm: a user, a colon and a password. */
function isAuthEntry(text: string, start: number, decoded: string): boolean {
  if (!USER_AND_PASSWORD.test(decoded)) return false;
  return /(?:^|[\s"'\\{,:_])_?auth\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?$/i.test(
    text.slice(Math.max(start - 32, 0), start),
  );
}
