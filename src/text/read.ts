import { defaultLimits, type Limits, type ReadText } from './document.ts';
import { readJson } from './json/read.ts';
import { readYaml } from './yaml/read.ts';

const JSON_START = /^\uFEFF?\s*[{[]/;

/**
 * Reads a text as kubectl does: as JSON if it starts like JSON and is, else as YAML. A file named `.json` is JSON and
 * nothing else, so that its faults are named as such.
 */
export function readText(text: string, file: string, limits: Limits = defaultLimits): ReadText {
  if (file.endsWith('.json')) return readJson(text, limits);
  if (!JSON_START.test(text)) return readYaml(text, limits);
  const json = readJson(text, limits);
  return json.problems.some((problem) => problem.lost !== undefined) ? readYaml(text, limits) : json;
}
