import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';

/** `CREATE USER shop IDENTIFIED BY 'value'`, `ALTER ROLE shop WITH PASSWORD 'value'`. */
const SQL = /\b(?:identified\s{1,8}by|password)\s{1,8}'(?=[^'\r\n]{1,256}')/gi;
/** What the search looks for. */
export const statementLiterals: readonly string[] = ['identified', 'password'];
const PIPE_END = '--password-stdin';
/** `echo value | docker login … --password-stdin`. */
const PIPED = /(?:echo|printf)[ \t]{1,8}(?:-n[ \t]{1,8})?["']?([^\s"'|]{1,256})["']?[ \t]{0,8}\|[^|]{0,128}$/;
const LONGEST_PIPE = 512;

/** The passwords in statements of SQL and in what a shell pipes into a program that asks for one. */
export function* findStatements(text: string): Iterable<Credential> {
  yield* findSql(text);
  yield* findPiped(text);
}

function* findSql(text: string): Iterable<Credential> {
  if (!text.includes("'")) return;
  for (const { index, 0: lead } of text.matchAll(SQL)) {
    const start = index + lead.length;
    const end = text.indexOf("'", start);
    if (isLiteral(text.slice(start, end))) yield { start, end, kind: 'password' };
  }
}

function* findPiped(text: string): Iterable<Credential> {
  for (let found = text.indexOf(PIPE_END); found !== -1; found = text.indexOf(PIPE_END, found + PIPE_END.length)) {
    const from = Math.max(found - LONGEST_PIPE, 0);
    const match = PIPED.exec(text.slice(from, found));
    const value = match?.[1];
    if (match === null || value === undefined || !isLiteral(value)) continue;
    const start = from + match.index + match[0].indexOf(value);
    yield { start, end: start + value.length, kind: 'password' };
  }
}
