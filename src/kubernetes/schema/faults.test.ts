import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../core/json.ts';
import { formatPath, type Path } from '../../core/path.ts';
import { objectsOf } from '../../sources/files/objects.ts';
import { readText } from '../../text/read.ts';
import { validateBuiltIn } from './validate.ts';
import type { ViolationRule } from './violation.ts';

const shop = join(dirname(dirname(dirname(import.meta.dirname))), 'examples', 'shop');

/** Every object of the example shop: sixteen kinds, all of them valid. */
const objects: readonly JsonObject[] = readdirSync(shop)
  .filter((name) => !name.endsWith('.md'))
  .flatMap((name) => readText(readFileSync(join(shop, name), 'utf8'), name).documents)
  .flatMap(({ value }) => objectsOf(value))
  .map(({ content }) => content);

/** Mappings whose keys are free. */
const FREE = new Set([
  'annotations',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
  'selector',
  'stringData',
]);
const BOGUS = 'zzBogusField';

interface Fault {
  readonly object: JsonObject;
  readonly path: Path;
  readonly rule: ViolationRule;
  readonly damaged: JsonObject;
}

/** The object with another value at a path. */
function withValue(node: unknown, path: Path, value: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(node))
    return node.map((item: unknown, index) => (index === segment ? withValue(item, rest, value) : item));
  const inner = isObject(node) ? node : {};
  return { ...inner, [segment]: withValue(inner[segment], rest, value) };
}

function faultAt(object: JsonObject, path: Path, value: unknown, rule: ViolationRule): Fault {
  const damaged = withValue(object, path, value);
  if (!isObject(damaged)) throw new Error('an object stays one');
  return { object, path, rule, damaged };
}

/** One unknown field in every mapping, and every scalar and list of a wrong type. */
function faultsOf(object: JsonObject, node: unknown = object, path: Path = []): Fault[] {
  const last = path.at(-1);
  if (Array.isArray(node)) {
    const inner = node.flatMap((item: unknown, index) => faultsOf(object, item, [...path, index]));
    return [faultAt(object, path, 'text', 'wrong-type'), ...inner];
  }
  if (isObject(node)) {
    const inner = Object.entries(node).flatMap(([key, value]) => faultsOf(object, value, [...path, key]));
    const isFree = typeof last === 'string' && FREE.has(last) && !Object.hasOwn(node, 'matchLabels');
    return isFree ? inner : [faultAt(object, [...path, BOGUS], 1, 'unknown-field'), ...inner];
  }
  return last === 'apiVersion' || last === 'kind' ? [] : [faultAt(object, path, {}, 'wrong-type')];
}

const faults = objects.flatMap((object) => faultsOf(object));

describe('one fault in a valid object', () => {
  it('has valid objects to start from', () => {
    expect(objects.map((object) => validateBuiltIn(object))).toEqual(objects.map(() => []));
  });

  it('is one violation, at the field it is in', () => {
    const wrong = faults.flatMap(({ object, path, rule, damaged }) => {
      const violations = validateBuiltIn(damaged) ?? [];
      const found = violations.map((violation) => `${violation.rule} ${formatPath(violation.path)}`);
      const expected = `${rule} ${formatPath(path)}`;
      // An amount of a wrong type is one of a wrong form.
      const isFound = found[0] === expected || found[0] === `format ${formatPath(path)}`;
      return found.length === 1 && isFound ? [] : [{ kind: object['kind'], expected, found }];
    });
    expect(wrong).toEqual([]);
    expect(new Set(objects.map((object) => object['kind'])).size).toBeGreaterThanOrEqual(16);
    expect(faults.length).toBeGreaterThan(200);
  });
});
