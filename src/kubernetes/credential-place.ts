import { lineOf, type Place } from '../core/resource.ts';
import type { Credential } from '../text/credential/credential.ts';

/** Where a credential of a field's text stands: on its own line, if the text has several. */
export function credentialPlace(field: Place, text: string, { start }: Pick<Credential, 'start'>): Place {
  return text.trimEnd().includes('\n') ? lineOf(field, lineAt(text, start)) : field;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
