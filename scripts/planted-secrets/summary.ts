import { groupBy } from '../../src/core/group-by.ts';
import type { Alarm } from './measure-look-alikes.ts';
import type { PlantedResult } from './measure-planted.ts';

const LEAST_FOUND = 0.95;
const MOST_ALARMS = 0.02;

/** True if enough is found, nothing is shown, and look-alikes raise few alarms. */
export function isPassed(planted: readonly PlantedResult[], alarms: readonly Alarm[], lookAlikes: number): boolean {
  const covered = planted.filter(({ check }) => check !== undefined);
  const found = covered.filter(({ isFound }) => isFound);
  const isQuiet = planted.every(({ leaks }) => leaks.length === 0);
  return found.length >= covered.length * LEAST_FOUND && isQuiet && alarms.length <= lookAlikes * MOST_ALARMS;
}

/** The figures, and each place where a credential was missed or shown. */
export function summaryText(planted: readonly PlantedResult[], alarms: readonly Alarm[], lookAlikes: number): string {
  const covered = planted.filter(({ check }) => check !== undefined);
  const missed = covered.filter(({ isFound }) => !isFound);
  const shown = planted.filter(({ leaks }) => leaks.length > 0);
  const uncovered = groupBy(
    planted.filter(({ check }) => check === undefined),
    ({ place }) => place,
  );
  return [
    `${planted.length} credentials planted, ${covered.length} where a check looks`,
    `found: ${covered.length - missed.length} of ${covered.length} (${percent(covered.length - missed.length, covered.length)})`,
    ...missed.map(({ place, kind, check }) => `  missed by ${check}: ${kind} in ${place}`),
    `shown in part: ${shown.length} of ${planted.length}`,
    ...shown.map(({ place, kind, leaks }) => `  shown: ${kind} in ${place}, ${leaks.length} runs of four characters`),
    `look-alikes that raise an alarm: ${alarms.length} of ${lookAlikes} (${percent(alarms.length, lookAlikes)})`,
    ...alarms.map(({ place, name, value }) => `  alarm: ${name} = ${value} in ${place}`),
    'masked, and looked at by no check:',
    ...[...uncovered].map(([place, results]) => `  ${place}: ${results.length}`),
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`;
}
