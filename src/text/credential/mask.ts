import { findCredentials } from './find-credentials.ts';

/** The text with every character of its credentials as an asterisk. */
export function maskCredentials(text: string): string {
  const credentials = findCredentials(text);
  if (credentials.length === 0) return text;
  const pieces: string[] = [];
  let shownTo = 0;
  for (const { start, end } of credentials) {
    pieces.push(text.slice(shownTo, start), text.slice(start, end).replace(/\S/g, '*'));
    shownTo = end;
  }
  return pieces.join('') + text.slice(shownTo);
}
