import type { Check, PassingExample, Version } from '../core/check.ts';
import type { JudgeOptions } from '../core/engine.ts';
import type { Finding } from '../core/finding.ts';
import type { Report, SubjectResult } from '../core/report.ts';
import { resourceTitle } from '../core/resource.ts';
import { scan } from '../core/scan.ts';
import type { ReadInputs } from '../core/source.ts';
import type { Verdict } from '../core/verdict.ts';
import { newestVersion, parseVersion } from '../kubernetes/version.ts';
import files from '../sources/files/index.ts';
import { deepFreeze } from './content.ts';
import { watchedCheck } from './watched-inventory.ts';

/** What a check said of one subject of an example. */
export interface SubjectRun {
  /** `workload Pod default/web`. */
  readonly subject: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** What an unknown verdict says is missing. */
  readonly missing: readonly string[];
}

/** What came of an example. */
export interface ExampleRun {
  /** In reading order. */
  readonly subjects: readonly SubjectRun[];
  /** All findings, in the order of a report. */
  readonly findings: readonly Finding[];
  /** What went wrong in reading and judging, one line each. */
  readonly troubles: readonly string[];
  /** True if the example defines an object twice. */
  readonly hasDuplicates: boolean;
  /** The kinds that the checks looked up. */
  readonly asked: ReadonlySet<string>;
}

/** The file of which an example is the text. */
export const EXAMPLE_NAME = 'example';

/** When examples are judged that name no time. */
const EXAMPLE_TIME = '2026-01-01T00:00:00Z';

/** Reads an example as `seawall scan -` reads its standard input. */
export function readExample(setting: PassingExample): ReadInputs {
  return files.read({
    paths: ['-'],
    workingDirectory: '/',
    defaultNamespace: 'default',
    claims: setting.complete === true ? [{ kinds: undefined, namespace: undefined }] : [],
    targetVersion: targetVersionOf(setting),
    standardInput: { name: EXAMPLE_NAME, read: () => setting.yaml },
    progress: () => {},
  });
}

/** How an example of a check is judged, by that check or by all; for a version that is none, as for the newest. */
export function optionsOf(check: Check, setting: PassingExample, checks: readonly Check[] = [check]): JudgeOptions {
  const { parameters = {}, now = EXAMPLE_TIME, provider } = setting;
  return {
    checks,
    parameters: { [check.id]: parameters },
    targetVersion: targetVersionOf(setting),
    now: Date.parse(now),
    provider,
  };
}

function targetVersionOf({ targetVersion }: PassingExample): Version {
  return (targetVersion === undefined ? undefined : parseVersion(targetVersion)) ?? newestVersion;
}

/** Scans an example. Its objects are frozen before, so that a check that changes one crashes. */
export function scanExample(setting: PassingExample, options: JudgeOptions): Report {
  const read = readExample(setting);
  for (const inventory of read.inventories) {
    for (const resource of inventory.resources) deepFreeze(resource.content);
  }
  const tool = { name: 'check tester', version: '0' };
  return scan(read, { ...options, frameworks: [], isCheck: () => true, tool, inputs: ['-'] });
}

/** Scans an example with one check, and notes what it looks up. */
export function runExample(check: Check, setting: PassingExample): ExampleRun {
  const asked = new Set<string>();
  const report = scanExample(setting, optionsOf(watchedCheck(check, asked), setting));
  const troubles = report.diagnostics.filter(({ code }) => code !== 'duplicate-object');
  return {
    subjects: report.subjects.map(subjectRun),
    findings: report.subjects.flatMap(({ findings }) => findings),
    troubles: troubles.map(({ message }) => message),
    hasDuplicates: report.diagnostics.some(({ code }) => code === 'duplicate-object'),
    asked,
  };
}

function subjectRun(result: SubjectResult): SubjectRun {
  const { type, reference, counts, findings, unknowns } = result;
  let verdict: Verdict = 'pass';
  if (counts.failed + counts.accepted > 0) verdict = 'fail';
  else if (counts.unknown > 0) verdict = 'unknown';
  else if (counts.notApplicable > 0) verdict = 'not-applicable';
  const missing = unknowns.flatMap((unknown) => unknown.missing.map(({ what }) => what));
  return { subject: `${type} ${resourceTitle(reference)}`, verdict, findings, missing };
}
