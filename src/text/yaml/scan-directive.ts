import { DOT, HASH, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, isWord } from './characters.ts';
import { scanTagHandle, scanTagUri } from './scan-tag.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** Scans `%YAML 1.1`, whose version becomes the token's text, or `%TAG handle prefix`, with its line. Nothing else is a directive to Kubernetes. */
export function scanDirective(scanner: Scanner): Token {
  const start = scanner.offset;
  scanner.offset += 1;
  const nameStart = scanner.offset;
  while (isWord(scanner.at())) scanner.offset += 1;
  const name = scanner.text.slice(nameStart, scanner.offset);
  if (!isBlankOrEnd(scanner.at())) scanner.refuse('expected a blank behind the name of the directive');
  let version = '';
  if (name === 'YAML') version = scanVersion(scanner);
  else if (name === 'TAG') scanHandle(scanner, start);
  else scanner.refuse('expected %YAML or %TAG: Kubernetes knows no other directive', start);
  const end = scanner.offset;
  skipBlanks(scanner);
  if (scanner.at() === HASH) while (!isBreakOrEnd(scanner.at())) scanner.offset += 1;
  if (!isBreakOrEnd(scanner.at())) scanner.refuse('expected the end of the line behind the directive');
  if (isBreak(scanner.at())) scanner.skipBreak();
  return { type: 'directive', start, end, text: version, isPlain: false };
}

function scanVersion(scanner: Scanner): string {
  skipBlanks(scanner);
  const major = scanNumber(scanner);
  if (scanner.at() !== DOT) scanner.refuse('expected a version such as 1.1');
  scanner.offset += 1;
  const minor = scanNumber(scanner);
  return `${major}.${minor}`;
}

function scanNumber(scanner: Scanner): string {
  const start = scanner.offset;
  while (isDigit(scanner.at())) scanner.offset += 1;
  const digits = scanner.text.slice(start, scanner.offset);
  if (digits === '' || digits.length > 2) scanner.refuse('expected a version such as 1.1', start);
  return String(Number(digits));
}

function scanHandle(scanner: Scanner, start: number): void {
  skipBlanks(scanner);
  const handle = scanTagHandle(scanner, true);
  if (!isBlank(scanner.at())) scanner.refuse('expected a blank behind the handle');
  skipBlanks(scanner);
  const prefix = scanTagUri(scanner, '');
  if (!isBlankOrEnd(scanner.at())) scanner.refuse('expected a blank behind the prefix');
  if (scanner.declared.has(handle)) scanner.refuse('the handle is declared twice', start);
  scanner.declared.add(handle);
  scanner.handles.set(handle, prefix);
}

function skipBlanks(scanner: Scanner): void {
  while (isBlank(scanner.at())) scanner.offset += 1;
}
