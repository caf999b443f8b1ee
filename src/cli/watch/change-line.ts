import type { Report } from '../../core/report.ts';
import { neutralise } from '../../outputs/neutralise.ts';
import type { FileChanges } from '../../sources/files/kept-files.ts';
import type { ReportDifference } from './report-difference.ts';

/** `14:03:22  deploy/api.yaml changed: 2 new, 1 gone  (12 failed)`, in the time of the place. */
export function changeLine(what: string, difference: ReportDifference, report: Report, now: number): string {
  return `${timeOf(now)}  ${what}: ${differenceText(difference)}  (${report.counts.failed} failed)`;
}

/** `14:03:22`. */
export function timeOf(now: number): string {
  return new Date(now).toTimeString().slice(0, 8);
}

function differenceText(difference: ReportDifference): string {
  const { newFindings, goneFindings, newDiagnostics, goneDiagnostics } = difference;
  const findings = newAndGone(newFindings.length, goneFindings);
  const input = newAndGone(newDiagnostics.length, goneDiagnostics);
  if (input === '') return findings === '' ? 'nothing new' : findings;
  return `${findings === '' ? '' : `${findings}; `}about the input: ${input}`;
}

function newAndGone(fresh: number, gone: number): string {
  return [fresh === 0 ? [] : `${fresh} new`, gone === 0 ? [] : `${gone} gone`].flat().join(', ');
}

/** `deploy/api.yaml changed`, `a.yaml added, b.yaml and 3 more removed`; undefined if no file did. */
export function fileChangesText({ added, changed, removed }: FileChanges): string | undefined {
  const parts = [
    [changed, 'changed'],
    [added, 'added'],
    [removed, 'removed'],
  ] as const;
  const words = parts.flatMap(([files, word]) => (files.length === 0 ? [] : [`${namesText(files)} ${word}`]));
  return words.length === 0 ? undefined : words.join(', ');
}

function namesText([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? neutralise(first) : `${neutralise(first)} and ${others.length} more`;
}
