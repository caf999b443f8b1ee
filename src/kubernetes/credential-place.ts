import { lineOf, type Place } from '../core/resource.ts';
import type { Credential } from '../text/credential/credential.ts';

/** Where a credential of a field's text stands: on its own line, if the text has several. */
export function credentialPlace(field: Place, text: string, credential: Pick<Credential, 'start'>): Place {
  const line = credentialLine(text, credential);
  return line === undefined ? field : lineOf(field, line);
}

/** The line that a credential of a text starts on, from 1; undefined in a text of one line. */
export function credentialLine(text: string, { start }: Pick<Credential, 'start'>): number | undefined {
  return text.trimEnd().includes('\n') ? text.slice(0, start).split('\n').length : undefined;
}
