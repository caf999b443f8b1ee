import { readFileSync } from 'node:fs';

/** Enumerated values by `core.v1.Container imagePullPolicy`; of a list or map, those of its elements. */
export type Enums = ReadonlyMap<string, readonly string[]>;

const DEFINITION = /^func schema_(\w+)\(/;
const PROPERTY = /^\t{5}"([^"]+)": \{$/;
const ENUM = /^\t{7,}Enum: +\[\]interface\{\}\{(.*)\},$/;

/**
 * The enumerated values in the Go source that Kubernetes generates its OpenAPI documents from: the published documents
 * are written without them. Throws an Error if the file cannot be read.
 */
export function enumsOf(file: string): Enums {
  return enumsOfSource(readFileSync(file, 'utf8'));
}

/** The same from the text of the source. */
export function enumsOfSource(source: string): Enums {
  const enums = new Map<string, string[]>();
  let definition = '';
  let property = '';
  for (const line of source.split('\n')) {
    definition = DEFINITION.exec(line)?.[1] ?? definition;
    property = PROPERTY.exec(line)?.[1] ?? property;
    const values = ENUM.exec(line)?.[1];
    if (values === undefined) continue;
    const name = definition.split('_').slice(-3).join('.');
    enums.set(`${name} ${property}`, [...values.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '').toSorted());
  }
  return enums;
}
