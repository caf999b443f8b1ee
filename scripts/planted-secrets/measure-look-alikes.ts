import { seededRandom } from '../../bench/random.ts';
import { type LookAlike, lookAlikes } from './look-alikes.ts';
import { configFile, configMap, pod } from './place.ts';
import { scanText } from './scan-text.ts';

/** A look-alike that a check took for a credential. */
export interface Alarm {
  readonly place: string;
  readonly name: string;
  readonly value: string;
}

const checks = ['secret-in-env', 'secret-in-command', 'secret-in-configmap'];

/** Where a look-alike stands: each place in turn. */
const places: readonly (readonly [name: string, manifest: (given: LookAlike) => string])[] = [
  ['env', ({ name, value }) => pod(`env:\n  - name: ${name}\n    value: ${JSON.stringify(value)}`)],
  ['ConfigMap key', ({ name, value }) => configMap(`data:\n  ${name}: ${JSON.stringify(value)}`)],
  ['properties', ({ name, value }) => configFile('app.properties', `level=debug\n${name}=${value}`)],
  ['YAML', ({ name, value }) => configFile('app.yaml', `app:\n  ${name}: ${JSON.stringify(value)}`)],
  ['option', ({ name, value }) => pod(`args: [${JSON.stringify(`--${name}=${value}`)}]`)],
  ['option and value', ({ name, value }) => pod(`args: [${JSON.stringify(`--${name}`)}, ${JSON.stringify(value)}]`)],
];

/** Scans so many look-alikes, each in a manifest of its own, and gives those that raise an alarm. */
export async function measureLookAlikes(count: number, seed: number): Promise<Alarm[]> {
  const random = seededRandom(seed);
  const alarms: Alarm[] = [];
  for (let number = 0; number < count; number += 1) {
    const make = lookAlikes[number % lookAlikes.length];
    const [place, manifest] = places[(number + Math.floor(number / lookAlikes.length)) % places.length] ?? [];
    if (make === undefined || place === undefined || manifest === undefined) break;
    const given = make(random);
    const scanned = await scanText(manifest(given), 'planted.yaml');
    if (checks.some((check) => scanned.reports.has(check))) alarms.push({ place, ...given });
  }
  return alarms;
}
