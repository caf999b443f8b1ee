import { seededRandom } from '../../bench/random.ts';
import { containerPlaces } from './container-places.ts';
import { objectPlaces } from './object-places.ts';
import { otherPlaces } from './other-places.ts';
import { configFile, type Place, place, pod } from './place.ts';
import { type Reports, reportedIn, type ScannedText, scanText } from './scan-text.ts';
import { credentialNames, formatValue, keyBody, type PlantedValue, plainValue } from './values.ts';

/** What became of one planted credential. */
export interface PlantedResult {
  readonly place: string;
  readonly kind: string;
  /** The check that must find it, or the code of the diagnostic. */
  readonly finder: string;
  readonly isFound: boolean;
  /** Runs of the value that anything written shows. */
  readonly leaks: readonly string[];
}

const NEUTRAL = 'REPLACE_ME';
const SHORTEST_LEAK = 4;

/** Plants so many credentials in all places, in turn, and scans each manifest in every output. */
export async function measurePlanted(count: number, seed: number): Promise<PlantedResult[]> {
  const random = seededRandom(seed);
  const places = [...containerPlaces, ...objectPlaces, ...otherPlaces];
  const results: PlantedResult[] = [];
  for (let number = 0; number < count; number += 1) {
    const where = places[number % places.length];
    if (where === undefined) break;
    const round = Math.floor(number / places.length);
    const planted =
      where.needsFormat || (round + number) % 2 === 1
        ? formatValue(random, number + round)
        : plainValue(random, number + round);
    const name = credentialNames[(number + round) % credentialNames.length] ?? '';
    results.push(await resultOf(where, isFit(where, planted) ? planted : plainValue(random, 0), name));
  }
  for (const where of keyPlaces) {
    results.push(await resultOf(where, { kind: 'private key', value: keyBody(random), hasFormat: true }, 'tls.key'));
  }
  return results;
}

/** Labels are short and of few characters. */
function isFit({ isShort }: Place, { value }: PlantedValue): boolean {
  return !isShort || /^[A-Za-z0-9][\w.-]{0,61}[A-Za-z0-9]$/.test(value);
}

const label = ['PRIVATE', 'KEY'].join(' ');

function armoured(value: string): string {
  return `-----BEGIN RSA ${label}-----\n${value}\n-----END RSA ${label}-----`;
}

/** Places of values on several lines. */
const keyPlaces: readonly Place[] = [
  place('private key in a ConfigMap', 'secret-in-configmap', (value) => configFile('tls.key', armoured(value))),
  place('private key in env', 'secret-in-env', (value) =>
    pod(`env:\n  - name: CERT\n    value: |\n${armoured(value).replaceAll(/^/gm, '      ')}`),
  ),
  place('private key with escaped breaks', 'secret-in-env', (value) =>
    pod(`env:\n  - name: CERT\n    value: "${armoured(value).replaceAll('\n', '\\n')}"`),
  ),
  place('private key in a service account of Google', 'secret-in-configmap', (value) =>
    configFile('account.json', JSON.stringify({ type: 'service_account', private_key: armoured(value) })),
  ),
  place(
    'private key in a custom resource',
    'secret-in-field',
    (value) =>
      `apiVersion: shop.example/v1\nkind: Site\nmetadata: {name: planted}\nspec:\n  tls: |\n${armoured(value).replaceAll(/^/gm, '    ')}\n`,
  ),
  place(
    'private key in a comment',
    'credential-in-text',
    (value) => `${pod('tty: true')}# ${armoured(value).replaceAll('\n', '\n# ')}\n`,
  ),
];

async function resultOf(where: Place, planted: PlantedValue, name: string): Promise<PlantedResult> {
  const file = `planted.${where.form}`;
  const text = where.manifest(planted.value, name);
  const scanned = await scanText(text, file);
  const neutral = await scanText(where.manifest(NEUTRAL, name), file);
  const empty = await reportedIn(where.manifest('', name), file);
  return {
    place: where.name,
    kind: planted.kind,
    finder: where.finder,
    isFound: isFound(where.finder, scanned.reports, empty),
    leaks: leaksOf(planted.value, scanned, where.manifest('', name) + neutral.written),
  };
}

/** True if something is reported that is not reported without the credential; messages tell its length. */
function isFound(finder: string, reports: Reports, empty: Reports): boolean {
  const known = empty.get(finder);
  return [...(reports.get(finder) ?? [])].some((message) => known?.has(message) !== true);
}

/** Runs of four characters of the value, or of its Base64, that are written; runs of the rest of the text do not count. */
function leaksOf(value: string, { written }: ScannedText, elsewhere: string): string[] {
  const shown = withoutDigests(written);
  const leaks = new Set<string>();
  for (const form of [value, btoa(value)]) {
    for (let start = 0; start + SHORTEST_LEAK <= form.length; start += 1) {
      const run = form.slice(start, start + SHORTEST_LEAK);
      if (shown.includes(run) && !elsewhere.includes(run)) leaks.add(run);
    }
  }
  return [...leaks];
}

/** Fingerprints and digests of sixteen digits share runs with other digits by chance. */
function withoutDigests(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{16}\b/g, '');
}
