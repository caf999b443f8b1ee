import { type JsonObject, valueAt } from '../../core/json.ts';
import { formatPath, type Path } from '../../core/path.ts';
import { holdsUnknownValue, UnknownValue } from '../../core/unknown-value.ts';
import type { Violation } from './violation.ts';

/**
 * Of what was found in a document, what holds whatever its unknown values are, and what is not only said because a field
 * could not be decoded.
 */
export function sureViolations(
  found: readonly Violation[],
  decoding: readonly Violation[],
  document: JsonObject,
): readonly Violation[] {
  if (found.length === 0) return found;
  const known = holdsUnknownValue(document) ? found.filter(({ path }) => isKnown(document, path)) : found;
  return withoutFollowers(known, decoding);
}

/** False if what a violation is about may be otherwise: the value, or a field beside it or on the way, is not known. */
function isKnown(document: JsonObject, path: Path): boolean {
  let value: unknown = document;
  for (const [index, segment] of path.entries()) {
    if (typeof value !== 'object' || value === null) return true;
    if (value instanceof UnknownValue) return false;
    const isLast = index === path.length - 1;
    if (isLast && Object.values(value).some((one) => one instanceof UnknownValue)) return false;
    value = valueAt(value, [segment]);
  }
  return !holdsUnknownValue(value);
}

/** What a rule of the kind may say in more words. */
const MISSING = 'Required value';

/** Without what is only said because a field could not be decoded, and without what two rules say of one field. */
function withoutFollowers(found: readonly Violation[], decoding: readonly Violation[]): Violation[] {
  const undecoded = new Set<string>();
  const above = new Set<string>();
  for (const { path, suggestion } of decoding) {
    undecoded.add(formatPath(path));
    if (suggestion !== undefined) undecoded.add(formatPath([...path.slice(0, -1), suggestion]));
    for (const parent of parentsOf(path)) above.add(parent);
  }
  const detailed = new Set<string>();
  for (const { path, rule, message } of found) {
    if (rule === 'required' && message !== MISSING) detailed.add(formatPath(path));
  }
  const said = new Set<string>();
  return found.filter(({ path, rule, message }) => {
    // What a reference names may be what could not be decoded.
    if (rule === 'not-found' && decoding.length > 0) return false;
    const place = formatPath(path);
    const text = `${place} ${message}`;
    if (said.has(text) || (message === MISSING && detailed.has(place))) return false;
    said.add(text);
    if (undecoded.has(place)) return false;
    const isAbove = above.has(place);
    return !isAbove && !parentsOf(path).some((parent) => undecoded.has(parent));
  });
}

function parentsOf(path: Path): string[] {
  return path.slice(1).map((_, index) => formatPath(path.slice(0, index + 1)));
}
