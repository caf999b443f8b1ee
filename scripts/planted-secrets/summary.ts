import { groupBy } from '../../src/core/group-by.ts';
import type { Alarm } from './measure-look-alikes.ts';
import type { PlantedResult } from './measure-planted.ts';

const LEAST_FOUND = 0.95;
const MOST_ALARMS = 0.02;

/** True if enough is found, nothing is shown, and look-alikes raise few alarms. */
export function isPassed(planted: readonly PlantedResult[], alarms: readonly Alarm[], lookAlikes: number): boolean {
  const found = planted.filter(({ isFound }) => isFound);
  const isQuiet = planted.every(({ leaks }) => leaks.length === 0);
  return found.length >= planted.length * LEAST_FOUND && isQuiet && alarms.length <= lookAlikes * MOST_ALARMS;
}

/** The figures, and each place where a credential was missed or shown. */
export function summaryText(planted: readonly PlantedResult[], alarms: readonly Alarm[], lookAlikes: number): string {
  const found = planted.filter(({ isFound }) => isFound);
  const missed = planted.filter(({ isFound }) => !isFound);
  const shown = planted.filter(({ leaks }) => leaks.length > 0);
  return [
    `${planted.length} credentials planted`,
    `found: ${found.length} of ${planted.length} (${percent(found.length, planted.length)})`,
    ...[...groupBy(planted, ({ finder }) => finder)].map(([finder, own]) => finderLine(finder, own)),
    ...missed.map(
      ({ place, kind, finder, leaks }) => `  missed by ${finder}: ${kind} in ${place}, ${shownText(leaks)}`,
    ),
    `shown in part: ${shown.length} of ${planted.length}`,
    ...shown.map(({ place, kind, leaks }) => `  shown: ${kind} in ${place}, ${leaks.length} runs of four characters`),
    `look-alikes that raise an alarm: ${alarms.length} of ${lookAlikes} (${percent(alarms.length, lookAlikes)})`,
    ...alarms.map(({ place, name, value }) => `  alarm: ${name} = ${value} in ${place}`),
    '',
  ].join('\n');
}

function finderLine(finder: string, planted: readonly PlantedResult[]): string {
  return `  ${finder}: ${planted.filter(({ isFound }) => isFound).length} of ${planted.length}`;
}

function shownText(leaks: readonly string[]): string {
  return leaks.length === 0 ? 'shown nowhere' : 'shown in part';
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`;
}
