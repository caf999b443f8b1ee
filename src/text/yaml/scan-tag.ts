import { EXCLAMATION, GREATER, isBlankOrEnd, isWord, LESS, PERCENT } from './characters.ts';
import type { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** What `!` and `!!` and declared handles stand for. */
export type TagHandles = Map<string, string>;

const URI_CHARACTERS = new Set(Array.from(";/?:@&=+$,.!~*'()[]", (character) => character.charCodeAt(0)));

/** Scans a tag; its text is the tag with its handle written out: `tag:yaml.org,2002:str`. */
export function scanTag(scanner: Scanner): Token {
  const start = scanner.offset;
  const text = scanner.at(1) === LESS ? scanVerbatim(scanner) : scanShort(scanner, start);
  if (!isBlankOrEnd(scanner.at())) scanner.refuse('expected a blank behind the tag');
  return { type: 'tag', start, end: scanner.offset, text, isPlain: false };
}

function scanVerbatim(scanner: Scanner): string {
  scanner.offset += 2;
  const uri = scanTagUri(scanner, '');
  if (scanner.at() !== GREATER) scanner.refuse('expected ">" at the end of the tag');
  scanner.offset += 1;
  return uri;
}

function scanShort(scanner: Scanner, start: number): string {
  const first = scanTagHandle(scanner, false);
  const isHandle = first.length > 1 && first.endsWith('!');
  const suffix = scanTagUri(scanner, isHandle ? '' : first);
  const handle = isHandle ? first : suffix === '' ? '' : '!';
  if (handle === '') return '!';
  const prefix = scanner.handles.get(handle);
  if (prefix === undefined) scanner.refuse('expected a %TAG directive for this handle above', start);
  return prefix + suffix;
}

/** Scans `!`, `!!` or `!name!`; also the start of `!name`, which is no handle. */
export function scanTagHandle(scanner: Scanner, isDirective: boolean): string {
  const start = scanner.offset;
  if (scanner.at() !== EXCLAMATION) scanner.refuse('expected "!"');
  scanner.offset += 1;
  while (isWord(scanner.at())) scanner.offset += 1;
  if (scanner.at() === EXCLAMATION) scanner.offset += 1;
  else if (isDirective && scanner.offset > start + 1) scanner.refuse('expected "!" at the end of the handle');
  return scanner.text.slice(start, scanner.offset);
}

/** Scans the rest of a tag behind what was read of it already. */
export function scanTagUri(scanner: Scanner, head: string): string {
  let uri = head.slice(1);
  let hasTag = head !== '';
  for (let code = scanner.at(); ; code = scanner.at()) {
    if (code === PERCENT) uri += scanEscapes(scanner);
    else if (isWord(code) || URI_CHARACTERS.has(code)) {
      uri += String.fromCharCode(code);
      scanner.offset += 1;
    } else break;
    hasTag = true;
  }
  if (!hasTag) scanner.refuse('expected a tag');
  return uri;
}

const ESCAPES = /(?:%[\da-fA-F]{2})+/y;

function scanEscapes(scanner: Scanner): string {
  ESCAPES.lastIndex = scanner.offset;
  const escaped = ESCAPES.exec(scanner.text.slice(0, scanner.end))?.[0];
  if (escaped === undefined) scanner.refuse('expected two hexadecimal digits behind "%"');
  try {
    const text = decodeURIComponent(escaped);
    scanner.offset += escaped.length;
    return text;
  } catch {
    return scanner.refuse('expected the octets of UTF-8 text behind "%"');
  }
}
