// Plants credentials in every place that a manifest can hold one, scans it in every output, and tells what was found and
// whether anything written shows a part of one.
import { measureLookAlikes } from './planted-secrets/measure-look-alikes.ts';
import { measurePlanted } from './planted-secrets/measure-planted.ts';
import { isPassed, summaryText } from './planted-secrets/summary.ts';

const SEED = 20_260_101;

const planted = await measurePlanted(194, SEED);
const alarms = await measureLookAlikes(500, SEED);
process.stdout.write(summaryText(planted, alarms, 500));
process.exitCode = isPassed(planted, alarms, 500) ? 0 : 1;
