import { readFileSync, statSync } from 'node:fs';
import { defaultLimits } from '../../text/document.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'too-large'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };

/** Reads a file as UTF-8, or as UTF-16 if it says so by its byte order mark. */
export function readTextFile(path: string): FileText {
  try {
    const { size } = statSync(path);
    if (size > defaultLimits.size)
      return { is: 'too-large', why: `it has ${size} bytes; the limit is ${defaultLimits.size}` };
    const bytes = readFileSync(path);
    return decode(bytes);
  } catch (error) {
    return { is: 'unreadable', why: whyUnreadable(error) };
  }
}

/** Decodes the bytes of a text. */
export function decode(bytes: Buffer): FileText {
  const text =
    encodingOf(bytes) === 'utf-8' ? bytes.toString('utf8') : new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.includes('\0') ? { is: 'unreadable', why: 'it is no text: it holds a null byte' } : { is: 'text', text };
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
