import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { validateBuiltIn } from './validate.ts';

/** What the tests of rules compare: a line for each violation of an object of a built-in kind. */
export function violationLines(object: JsonObject): string[] {
  return (validateBuiltIn(object) ?? []).map(({ path, message }) => `${formatPath(path)}: ${message}`);
}
