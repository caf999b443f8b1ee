import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';

/** What the search looks for: a port. */
export const portLiterals: readonly string[] = [':0', ':*'];
const PORT = /:(?:\d{1,5}|\*):/;
const LINE = /^([\w.*-]{1,255}:(?:\d{1,5}|\*):[\w.*-]{1,63}:[\w.@*-]{1,63}:)([^\s:]{1,512})$/;

/** The passwords of PostgreSQL's password file, `host:port:database:user:password`. */
export function* findPasswordLines(text: string): Iterable<Credential> {
  if (!PORT.test(text)) return;
  let start = 0;
  for (const line of text.split('\n')) {
    const indented = line.length - line.trimStart().length;
    const [, lead, password] = line.length > 1024 ? [] : (LINE.exec(line.trim()) ?? []);
    if (lead !== undefined && password !== undefined && isLiteral(password)) {
      const from = start + indented + lead.length;
      yield { start: from, end: from + password.length, kind: 'password' };
    }
    start += line.length + 1;
  }
}
