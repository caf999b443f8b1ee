import { isDeepStrictEqual } from 'node:util';
import type { Random } from '../../bench/random.ts';
import { asObject, isObject, valueAt } from '../../src/core/json.ts';
import type { Span } from '../../src/core/location.ts';
import { formatPath, type Path } from '../../src/core/path.ts';
import type { Report } from '../../src/core/report.ts';
import type { Resource } from '../../src/core/resource.ts';
import type { ReadInputs } from '../../src/core/source.ts';
import { readJson } from '../../src/text/json/read.ts';
import type { Lines } from '../../src/text/lines.ts';
import { readYaml } from '../../src/text/yaml/read.ts';

/** Locations of a report that lie outside of its text. */
export function* reportFaults(report: Report, lines: Lines): Iterable<string> {
  for (const { code, message, location, related } of report.diagnostics) {
    if (code === 'check-crashed') yield message;
    for (const span of [location, related]) {
      if (span !== undefined && !lies(span, lines)) yield `${code} lies at ${shown(span)}: ${message}`;
    }
  }
  for (const { findings, location } of report.subjects) {
    for (const span of [location, ...findings.flatMap(({ locations }) => locations)]) {
      if (span !== undefined && !lies(span, lines)) yield `a finding or subject lies at ${shown(span)}`;
    }
  }
  const { judged, failed, accepted, unknown, passed, notApplicable } = report.counts;
  if (failed + accepted + unknown + passed + notApplicable !== judged) yield 'the totals do not add up';
}

function lies({ line, column, endLine, endColumn }: Span, lines: Lines): boolean {
  return (
    isPlace(line, column, lines) && isPlace(endLine, endColumn, lines) && isOrdered(line, column, endLine, endColumn)
  );
}

function isOrdered(line: number, column: number, endLine: number, endColumn: number): boolean {
  return line < endLine || (line === endLine && column <= endColumn);
}

/** True for the characters of a line, its break, and the place behind them. */
function isPlace(line: number, column: number, lines: Lines): boolean {
  return line >= 1 && line <= lines.count && column >= 1 && column <= lines.text(line).length + 3;
}

function shown({ line, column, endLine, endColumn }: Span): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}

const PATHS_EACH = 4;
const MOST_RESOURCES = 5;

/** Random paths of the resources that are not located where they are, or are said to be absent though they are not. */
export function* locateFaults(read: ReadInputs, text: string, lines: Lines, random: Random): Iterable<string> {
  const isSimple = !/[!&*]|<</.test(text);
  for (const resource of read.inventories.flatMap(({ resources }) => resources).slice(0, MOST_RESOURCES)) {
    for (let count = 0; count < PATHS_EACH; count += 1) {
      yield* pathFaults(resource, randomPath(resource.content, random), text, lines, isSimple);
    }
  }
}

function* pathFaults(resource: Resource, path: Path, text: string, lines: Lines, isSimple: boolean): Iterable<string> {
  const name = formatPath(path);
  const [location] = resource.origin.locate(path);
  if (location === undefined) {
    yield `${name} has no location`;
    return;
  }
  if (!lies(location, lines)) yield `${name} lies at ${shown(location)}`;
  if (location.path !== name) yield `${name} is called ${location.path}`;
  const value = valueAt(resource.content, path);
  // Items of a typed list take these from it.
  if (path[0] === 'kind' || path[0] === 'apiVersion') return;
  if ((value === undefined) !== (location.missing !== undefined)) {
    yield `${name} is ${value === undefined ? 'absent' : 'there'}, but is located as if it were not so`;
  }
  if (!isSimple || location.line !== location.endLine) return;
  const start = lines.start(location.line) - 1;
  const written = text.slice(start + location.column, start + location.endColumn);
  if (value === undefined) yield* absentFaults(resource, path, location, written);
  else if (isScalar(value) && !saysSo(written, value)) yield `${name} is ${String(value)}, but located at ${written}`;
}

/** An absent field stands at the key of its nearest present parent, or inside of it where that is a list entry. */
function* absentFaults(resource: Resource, path: Path, location: Span, written: string): Iterable<string> {
  let depth = path.length;
  while (depth > 0 && valueAt(resource.content, path.slice(0, depth)) === undefined) depth -= 1;
  const parentPath = path.slice(0, depth);
  const key = parentPath.at(-1);
  const name = `${formatPath(path)} below ${formatPath(parentPath)}`;
  if (typeof key === 'string') {
    if (!saysKey(written, key)) yield `${name} is located at ${written}`;
    return;
  }
  const [parent] = resource.origin.locate(parentPath);
  const isWritten = valueAt(resource.content, parentPath) !== null;
  if (isWritten && (parent === undefined || !isWithin(location, parent))) yield `${name} lies at ${shown(location)}`;
}

function isWithin(inner: Span, outer: Span): boolean {
  return (
    isOrdered(outer.line, outer.column, inner.line, inner.column) &&
    isOrdered(inner.endLine, inner.endColumn, outer.endLine, outer.endColumn)
  );
}

/** True if the text is the key, in YAML or JSON. */
function saysKey(written: string, key: string): boolean {
  const texts = [`${written}: 0`, `{${written}: 0}`, `? ${written}`];
  return texts.some((text) => {
    const [document] = [...readYaml(text).documents, ...readJson(text).documents];
    return Object.keys(asObject(document?.value)).includes(key);
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** True if the text says the value, in YAML or JSON; a key without a value says nothing. */
function saysSo(written: string, value: string | number | boolean): boolean {
  // Behind a dash: at the start of a text a byte order mark would be taken for one. In brackets lines go on at any column.
  const inYaml = [`- ${written}`, `[${written}]`].map((text) => readYaml(text).documents[0]?.value);
  return (
    inYaml.some((list) => isDeepStrictEqual(list, [value])) ||
    isDeepStrictEqual(readJson(written).documents[0]?.value, value)
  );
}

/** A path into a value, which may leave it at any step. */
function randomPath(value: unknown, random: Random): Path {
  const path: (string | number)[] = [];
  let at = value;
  while (random.chance(0.85) && path.length < 12) {
    const next = random.chance(0.1) ? random.pick(['absent', '__proto__', 'constructor', '0', 0, 7]) : step(at, random);
    if (next === undefined) break;
    path.push(next);
    at = valueAt(at, [next]);
  }
  return path;
}

function step(value: unknown, random: Random): string | number | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : random.integer(0, value.length - 1);
  const keys = isObject(value) ? Object.keys(asObject(value)) : [];
  return keys.length === 0 ? undefined : random.pick(keys);
}
