import { seededRandom } from '../../bench/random.ts';
import { annotated, annotationLookAlikes } from './annotation-look-alikes.ts';
import { customLookAlikes, customResource } from './custom-look-alikes.ts';
import { type LookAlike, lookAlikes } from './look-alikes.ts';
import { configFile, configMap, pod } from './place.ts';
import { reportedIn } from './scan-text.ts';

/** A look-alike that was taken for a credential. */
export interface Alarm {
  readonly place: string;
  readonly name: string;
  readonly value: string;
}

const finders = [
  'secret-in-env',
  'secret-in-command',
  'secret-in-configmap',
  'secret-in-field',
  'credential-in-text',
] as const;

/** Where a look-alike stands: each place in turn. */
const places: readonly (readonly [name: string, manifest: (given: LookAlike) => string])[] = [
  ['env', ({ name, value }) => pod(`env:\n  - name: ${name}\n    value: ${JSON.stringify(value)}`)],
  ['ConfigMap key', ({ name, value }) => configMap(`data:\n  ${name}: ${JSON.stringify(value)}`)],
  ['properties', ({ name, value }) => configFile('app.properties', `level=debug\n${name}=${value}`)],
  ['YAML', ({ name, value }) => configFile('app.yaml', `app:\n  ${name}: ${JSON.stringify(value)}`)],
  ['option', ({ name, value }) => pod(`args: [${JSON.stringify(`--${name}=${value}`)}]`)],
  ['option and value', ({ name, value }) => pod(`args: [${JSON.stringify(`--${name}`)}, ${JSON.stringify(value)}]`)],
  ['annotation', ({ name, value }) => annotated(`shop.example/${name}`, value)],
  [
    'custom resource',
    ({ name, value }) => customResource('shop.example/v1', 'Site', `spec:\n  ${name}: ${JSON.stringify(value)}`),
  ],
  ['comment', ({ name, value }) => pod(`tty: true # ${name}: ${value}`)],
  ['broken document', ({ name, value }) => `${configMap(`data:\n  ${name}: ${JSON.stringify(value)}`)}]: [\n`],
];

const all = [...lookAlikes, ...annotationLookAlikes, ...customLookAlikes];

/** Scans so many look-alikes, each in a manifest of its own, and gives those that raise an alarm. */
export async function measureLookAlikes(count: number, seed: number): Promise<Alarm[]> {
  const random = seededRandom(seed);
  const alarms: Alarm[] = [];
  for (let number = 0; number < count; number += 1) {
    const make = all[number % all.length];
    const [place, manifest] = places[(number + Math.floor(number / all.length)) % places.length] ?? [];
    if (make === undefined || place === undefined || manifest === undefined) break;
    const given = make(random);
    const reports = await reportedIn(given.manifest ?? manifest(given), 'planted.yaml');
    if (!finders.some((finder) => reports.has(finder))) continue;
    const { name, value } = given;
    alarms.push({ place: given.manifest === undefined ? place : 'its own place', name, value });
  }
  return alarms;
}
