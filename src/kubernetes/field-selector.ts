import type { JsonObject } from '../core/json.ts';
import { valueAt } from '../core/json.ts';

/** One term of a field selector: `metadata.name=web`. */
export interface FieldTerm {
  /** `metadata.name`. */
  readonly field: string;
  readonly equals: boolean;
  readonly value: string;
}

/** A field selector whose text cannot be read, and why. */
export interface FieldSelectorFault {
  readonly fault: string;
}

/**
 * Reads a field selector as the API server does (`fields.ParseSelector` of apimachinery): terms joined by commas, with
 * `=`, `==` or `!=`; a backslash takes the comma, equals sign or backslash behind it for what it is.
 */
export function parseFieldSelector(text: string): readonly FieldTerm[] | FieldSelectorFault {
  const terms: FieldTerm[] = [];
  for (const part of splitTerms(text)) {
    if (part === '') continue;
    const match = /^((?:[^=!\\]|\\.)*?)(!=|==|=)(.*)$/s.exec(part);
    if (match === null) return { fault: `"${part}" compares nothing: write FIELD=VALUE or FIELD!=VALUE` };
    const [, field = '', operator, written = ''] = match;
    const value = unescaped(written);
    if (value === undefined) return { fault: `"${written}" holds a character that needs a backslash before it` };
    terms.push({ field, equals: operator !== '!=', value });
  }
  return terms;
}

/** Whether an object has the fields that a selector asks for; an absent field is the empty text. */
export function fieldsMatch(terms: readonly FieldTerm[], object: JsonObject): boolean {
  return terms.every(({ field, equals, value }) => {
    const found = valueAt(object, field.split('.'));
    const text =
      typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
    return (text === value) === equals;
  });
}

function splitTerms(text: string): string[] {
  const terms: string[] = [''];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === ',') terms.push('');
    else {
      const taken = character === '\\' ? text.slice(index, index + 2) : character;
      terms[terms.length - 1] += taken;
      index += taken.length - 1;
    }
  }
  return terms;
}

/** A value without its backslashes; undefined if one is missing or stands before another character. */
function unescaped(text: string): string | undefined {
  if (!/^(?:[^\\,=]|\\[\\,=])*$/s.test(text)) return undefined;
  return text.replaceAll(/\\([\\,=])/g, '$1');
}
