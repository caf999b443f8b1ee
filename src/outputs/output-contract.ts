import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, type JsonObject } from '../core/json.ts';
import type { Layout, Output, Sink } from '../core/output.ts';
import type { Report } from '../core/report.ts';

/** The outputs of a folder: every module with a default export, by file name. */
export async function outputsOf(folder: string): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    if (!/^[a-z-]+\.ts$/.test(name) || !/^export default\b/m.test(readFileSync(join(folder, name), 'utf8'))) continue;
    const module: unknown = await import(join(folder, name));
    const output = isObject(module) ? module['default'] : undefined;
    if (!isOutput(output)) throw new Error(`the default export of ${name} is no output`);
    outputs.push(output);
  }
  return outputs;
}

function isOutput(value: unknown): value is Output {
  return isObject(value) && typeof value['name'] === 'string' && typeof value['write'] === 'function';
}

/** What an output wrote, piece by piece. */
export interface Written {
  readonly text: string;
  readonly pieces: readonly string[];
}

/** Writes a report to memory: as to a pipe, or to a sink that can do more. */
export function writtenBy(
  output: Output,
  report: Report,
  { color = false, links = false, groupBy = 'resource' }: Partial<Pick<Sink, 'color' | 'links'> & Layout> = {},
): Written {
  const pieces: string[] = [];
  const sink: Sink = {
    write: (text) => pieces.push(text),
    columns: 80,
    absolutePath: (file) => `/checkout/${file}`,
    color,
    links,
  };
  output.write(report, sink, { groupBy, all: true });
  return { text: pieces.join(''), pieces };
}

/** Freezes a report with all it holds: an output never changes its report, and one that does throws. */
export function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const method of ['set', 'delete', 'clear']) Object.defineProperty(value, method, { value: refuseChange });
    for (const [key, item] of value) {
      deepFrozen(key);
      deepFrozen(item);
    }
  }
  Object.freeze(value);
  for (const item of Object.values(value)) deepFrozen(item);
  return value;
}

function refuseChange(): never {
  throw new TypeError('an output changed the report');
}

/** Controls, bidirectional controls, line separators, lone surrogates: what a terminal obeys or UTF-8 cannot hold. */
const HOSTILE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The characters of a text, other than line feeds, that must not reach a terminal, as `U+001B`. Each is named once. */
export function hostileCharacters(text: string): string[] {
  const found = new Set(text.match(HOSTILE));
  found.delete('\n');
  return [...found].map((character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** The text without the two sequences that a coloured output may write: colours and styles, and links. */
export function withoutStyles(text: string): string {
  const escape = String.fromCharCode(0x1b);
  const styles = new RegExp(`${escape}\\[[0-9;]*m|${escape}\\]8;;[^${escape}]*${escape}\\\\`, 'g');
  return text.replace(styles, '');
}

const SHORTEST_LEAK = 4;

/** Every run of four characters that the text shares with a value that it must not show. */
export function leaksOf(text: string, secrets: readonly string[]): string[] {
  const leaks = new Set<string>();
  for (const secret of secrets) {
    for (let start = 0; start + SHORTEST_LEAK <= secret.length; start += 1) {
      const run = secret.slice(start, start + SHORTEST_LEAK);
      if (text.includes(run)) leaks.add(run);
    }
  }
  return [...leaks];
}

/**
 * The lines in which a build agent that shows them would find a command of the report's author: `::error::` behind nothing
 * but space (GitHub), `##[error]` and `##vso[…]` anywhere (GitHub and Azure).
 */
export function commandLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trimStart().startsWith('::') || /##(?:vso)?\[/.test(line));
}

/** A text as the JSON object it is. */
export function parsedObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new TypeError('the text is no JSON object');
  return value;
}

const root = join(import.meta.dirname, '../..');

/** What a value breaks of the published schema of reports. */
export function reportFaults(value: unknown): string[] {
  return reportFaultsWith(value);
}

/** What a value breaks of the schema of SARIF 2.1.0. */
export function sarifFaults(value: unknown): string[] {
  return sarifFaultsWith(value);
}

const reportFaultsWith = faultsBy(() => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  return ajv.compile(parsedObject(readFileSync(join(root, 'schema/report-1.schema.json'), 'utf8')));
});

const sarifFaultsWith = faultsBy(() => {
  const path = join(import.meta.dirname, 'fixtures/sarif-2.1.0.schema.json');
  // Draft 4 and draft 7 differ, for this schema, in how they name themselves only.
  const { $schema: _, id: __, ...schema } = parsedObject(readFileSync(path, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
});

type Validate = ReturnType<Ajv['compile']>;

function faultsBy(compile: () => Validate): (value: unknown) => string[] {
  let validate: Validate | undefined;
  return (value) => {
    validate ??= compile();
    if (validate(value) === true) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}
