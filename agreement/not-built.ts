import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textLines } from './case-files.ts';

/** A corpus of the layout that nothing here can be compared with yet. */
export interface NotBuilt {
  /** The name of its folder. */
  readonly name: string;
  readonly why: string;
  /** The names of the files that hold its cases, one a line. */
  readonly caseFiles: RegExp;
}

const cases = /^cases\.jsonl(?:\.gz)?$/;

/** Corpora whose capability does not exist yet. One that has a judge is measured, and its line here can go. */
export const notBuilt: readonly NotBuilt[] = [
  { name: 'falco', why: 'audit rules are not run yet', caseFiles: /^k8s-audit-cases\.jsonl(?:\.gz)?$/ },
  { name: 'gotemplate', why: 'templates are not executed yet', caseFiles: cases },
  { name: 'helm', why: 'charts are not rendered yet', caseFiles: /^(?:values-)?cases\.jsonl(?:\.gz)?$/ },
  { name: 'kube-bench', why: 'benchmark files are not run yet', caseFiles: /^semantics-cases\.jsonl(?:\.gz)?$/ },
  { name: 'kustomize', why: 'overlays are not built yet', caseFiles: /^(?:cases|overlays)\.jsonl(?:\.gz)?$/ },
  { name: 'network', why: 'connections are not computed yet', caseFiles: cases },
  { name: 'rbac', why: 'access is not decided yet; a case is a set of objects with its queries', caseFiles: cases },
  { name: 'versions', why: 'versions are not compared yet', caseFiles: /\.txt$/ },
];

/** How many cases a folder holds: the lines of its case files. */
export function countCases(folder: string, { caseFiles }: NotBuilt): number {
  let count = 0;
  for (const file of readdirSync(folder)) if (caseFiles.test(file)) count += textLines(join(folder, file)).length;
  return count;
}
