import { findCredentials } from './find-credentials.ts';

/** What every credential has in or before it; most messages and names have none of these. */
const MAY_HOLD = /[=:@$<]| -|(?:login|pass|auth|pw|bearer|basic|token|key|digest|splunk) |[\w+/-]{16}/i;

/** The text with every character of its credentials as an asterisk. */
export function maskCredentials(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
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
