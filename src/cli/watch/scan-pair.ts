import { createJudgementMemory } from '../../core/judgement-memory.ts';
import type { Report } from '../../core/report.ts';
import { type ScanSettings, scan } from '../../core/scan.ts';
import type { ReadRequest } from '../../core/source.ts';
import json from '../../outputs/json.ts';
import files from '../../sources/files/index.ts';
import { createKeptFiles } from '../../sources/files/kept-files.ts';
import { checkDependencies } from './dependencies.ts';

/** One folder, scanned by who remembers the scans before and by who does not: the reports as JSON, for tests. */
export interface ScanPair {
  scan(settings: ScanSettings): { readonly remembered: string; readonly fresh: string };
}

/** Scans the folder as `seawall scan .` in it would. */
export function createScanPair(root: string, parts: Pick<ReadRequest, 'claims' | 'targetVersion'>): ScanPair {
  const request: ReadRequest = {
    ...parts,
    paths: ['.'],
    workingDirectory: root,
    defaultNamespace: 'shop',
    standardInput: { name: 'stdin', read: () => '' },
    progress() {},
  };
  const kept = createKeptFiles();
  const memory = createJudgementMemory(checkDependencies);
  return {
    scan(settings) {
      const { inputs } = kept.read(request);
      const remembered = textOf(scan(inputs, memory.recall(inputs, settings)));
      return { remembered, fresh: textOf(scan(files.read(request), settings)) };
    },
  };
}

function textOf(report: Report): string {
  let text = '';
  const sink = { columns: 80, color: false, links: false, absolutePath: (shown: string) => shown };
  json.write(report, { ...sink, write: (part) => void (text += part) }, { groupBy: 'resource', all: true });
  return text;
}
