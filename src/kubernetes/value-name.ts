import { asObject, asString } from '../core/json.ts';

/** The mapping or list that a value stands in, and what that is named. */
export interface Above {
  readonly name: string;
  readonly value: unknown;
}

/** What a value is named: by its key; by the field beside it where that is `value`; as its list in a list. */
export function valueName(key: string | number | undefined, above: Above): string {
  if (typeof key === 'number') return above.name;
  if (key !== 'value') return key ?? '';
  const { name, key: sibling, header } = asObject(above.value);
  return asString(name) ?? asString(sibling) ?? asString(header) ?? above.name;
}
