import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject } from '../src/core/json.ts';
import type { Corpus } from './corpus.ts';

/**
 * The corpora that have a judge: what the modules of `folder` export as `corpus`, sorted by name. Only those modules are
 * loaded. Throws an Error if one exports something else, or under another name than its own.
 */
export async function builtCorpora(folder: string): Promise<Corpus[]> {
  const corpora: Corpus[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const path = join(folder, file);
    if (!/^export const corpus\b/m.test(readFileSync(path, 'utf8'))) continue;
    const module: unknown = await import(pathToFileURL(path).href);
    const corpus = isObject(module) ? module['corpus'] : undefined;
    if (!isCorpus(corpus) || `${corpus.name}.ts` !== file) throw new Error(`${path} exports no corpus of its own name`);
    corpora.push(corpus);
  }
  return corpora;
}

function isCorpus(value: unknown): value is Corpus {
  if (!isObject(value)) return false;
  const { name, groupedBy, read, judge } = value;
  return (
    typeof name === 'string' && Array.isArray(groupedBy) && typeof read === 'function' && typeof judge === 'function'
  );
}
