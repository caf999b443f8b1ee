import type { TextSpan } from '../text-span.ts';
import { nextBase64Run } from './base64-runs.ts';
import type { Credential } from './credential.ts';

const LONGEST_RUN = 262_144;
/** The first bytes of four groups are ASCII. */
const MAY_BE_TEXT = /^(?:[A-Za-f].{3}){4}/;
const PRINTABLE = /^[\t\n\r\x20-\x7e]*$/;
const USER_AND_PASSWORD = /^[\w.@$-]{1,128}:[\x21-\x7e]{4,512}$/;

const NOTHING: readonly Credential[] = [];

/** Runs of Base64 whose text holds a credential, as `find` sees it. */
export function findEncoded(text: string, find: (decoded: string) => readonly Credential[]): readonly Credential[] {
  let found: Credential[] | undefined;
  for (let run = nextBase64Run(text, 0); run !== undefined; run = nextBase64Run(text, run.end)) {
    const kind = kindOfRun(text, run, find);
    if (kind === undefined) continue;
    found ??= [];
    found.push({ ...run, kind });
  }
  return found ?? NOTHING;
}

function kindOfRun(
  text: string,
  { start, end }: TextSpan,
  find: (decoded: string) => readonly Credential[],
): string | undefined {
  const decoded = decodedText(text, start, end);
  if (decoded === undefined) return undefined;
  const [inside] = find(decoded);
  if (inside !== undefined) return `${inside.kind} in Base64`;
  return isAuthEntry(text, start, decoded) ? 'user and password in Base64' : undefined;
}

/** The text that a run of Base64 stands for; undefined if it is none, or no text. */
function decodedText(text: string, start: number, end: number): string | undefined {
  if ((end - start) % 4 !== 0 || end - start > LONGEST_RUN) return undefined;
  const run = text.slice(start, end);
  // The beginning tells text from other bytes, at little cost.
  if (!MAY_BE_TEXT.test(run) || !PRINTABLE.test(atob(run.slice(0, 16)))) return undefined;
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
