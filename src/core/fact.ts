import { argumentName } from './argument-name.ts';
import { fingerprintOf } from './fingerprint.ts';
import { asList, isObject, type JsonObject, ownValue } from './json.ts';
import { addKey, type Path } from './path.ts';
import { unrecorded } from './unknown-value.ts';
import { valueText } from './value-text.ts';

/** What is wrong where, machine-readable: entries are named, never numbered, so that it survives moved lines. */
export interface Fact {
  readonly inventory: string;
  /** `apps/Deployment shop/api`. */
  readonly object: string;
  /** The field from the object's root, or from its pod template's, with list entries by name. */
  readonly field: string;
}

/** The fields that name a list entry, first match first: the list-map keys of the Kubernetes API. */
const NAMING_FIELDS = ['name', 'mountPath', 'containerPort', 'port', 'ip', 'key', 'topologyKey', 'type', 'uid'];

/**
 * A field path in which list entries stand by name. `root` is cut off where the path lies below it, so that a pod and the
 * template it came from give the same field; what lies outside starts with `/`.
 */
export function namedField(content: JsonObject, path: Path, root: Path): string {
  const isBelow = root.length <= path.length && root.every((segment, index) => path[index] === segment);
  const from = isBelow ? root.length : 0;
  const pieces: string[] = isBelow ? [] : ['/'];
  let value: unknown = unrecorded(content);
  for (let index = 0; index < path.length; index += 1) {
    const segment = path[index] ?? '';
    if (typeof segment === 'number') {
      const list = asList(value);
      value = list[segment];
      const isWord = typeof value === 'string' && COMMANDS.has(path[index - 1] ?? '');
      if (index >= from) pieces.push('[', bracketed(isWord ? argumentName(list, segment) : entryName(value)), ']');
    } else {
      value = isObject(value) ? ownValue(value, segment) : undefined;
      if (index >= from) addKey(pieces, segment);
    }
  }
  return pieces.join('');
}

/** Fields that hold the words of a command. */
const COMMANDS: ReadonlySet<string | number> = new Set(['args', 'command']);

/** A name that could be taken for the end of its entry stands in quotes. */
function bracketed(name: string): string {
  return /["[\]]/.test(name) ? JSON.stringify(name) : name;
}

const LONGEST_NAME = 256;

/** The name of a list entry: a naming field, the scalar itself, or a digest of its content. */
export function entryName(entry: unknown): string {
  const name = nameIn(entry);
  return name === undefined || name.length > LONGEST_NAME ? digestOf(entry) : name;
}

/** Of entries that nothing names, as the rules of a role: many findings are of the same one. */
const digests = new WeakMap<object, string>();

function digestOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return fingerprintOf(valueText(entry, DIGEST_LENGTH));
  const known = digests.get(entry) ?? fingerprintOf(valueText(entry, DIGEST_LENGTH));
  digests.set(entry, known);
  return known;
}

function nameIn(entry: unknown): string | undefined {
  if (!isObject(entry)) return Array.isArray(entry) ? undefined : String(entry);
  for (const field of NAMING_FIELDS) {
    const value = ownValue(entry, field);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return String(value);
  }
  return undefined;
}

const DIGEST_LENGTH = 4096;
