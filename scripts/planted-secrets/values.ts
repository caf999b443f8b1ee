import type { Random } from '../../bench/random.ts';

/** A made-up credential: nothing opens with it. */
export interface PlantedValue {
  readonly kind: string;
  readonly value: string;
  /** True if its form alone tells what it is; else the name beside it must. */
  readonly hasFormat: boolean;
}

const SMALL = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const ALL = SMALL + CAPITALS + DIGITS;

export function characters(random: Random, length: number, alphabet = ALL): string {
  return Array.from({ length }, () => alphabet.charAt(random.integer(0, alphabet.length - 1))).join('');
}

type Make = (random: Random) => string;

/** Prefixes stand in pieces, so that no scanner takes this file for one with credentials. */
function prefixed(pieces: readonly string[], length: number, alphabet = ALL): Make {
  return (random) => pieces.join('') + characters(random, length, alphabet);
}

const HEXADECIMAL = '0123456789abcdef';

const formats: readonly (readonly [kind: string, make: Make])[] = [
  ['AWS access key id', prefixed(['AK', 'IA'], 16, CAPITALS + DIGITS)],
  ['GitHub token', prefixed(['gh', 'p_'], 36)],
  [
    'fine-grained GitHub token',
    (random) => `${['github', 'pat', ''].join('_')}${characters(random, 22)}_${characters(random, 59)}`,
  ],
  ['GitLab token', prefixed(['gl', 'pat-'], 20)],
  ['Slack token', (random) => `${['xo', 'xb-'].join('')}${characters(random, 12, DIGITS)}-${characters(random, 24)}`],
  ['Google API key', prefixed(['AI', 'za'], 35)],
  ['Stripe key', prefixed(['sk_', 'live_'], 24)],
  ['SendGrid key', (random) => `${['S', 'G.'].join('')}${characters(random, 22)}.${characters(random, 43)}`],
  ['npm token', prefixed(['np', 'm_'], 36)],
  ['PyPI token', prefixed(['py', 'pi-', 'AgEIcHlwaS5vcmc'], 60)],
  ['Docker Hub token', prefixed(['dckr', '_pat_'], 27)],
  ['DigitalOcean token', prefixed(['dop', '_v1_'], 64, HEXADECIMAL)],
  ['New Relic key', prefixed(['NR', 'AK-'], 27, CAPITALS + DIGITS)],
  ['Shopify token', prefixed(['shp', 'at_'], 32, HEXADECIMAL)],
  ['Anthropic key', prefixed(['sk-', 'ant-', 'api03-'], 80)],
  ['OpenAI key', prefixed(['sk-', 'proj-'], 60)],
  ['Hugging Face token', prefixed(['h', 'f_'], 34)],
  ['Telegram token', (random) => `${characters(random, 10, DIGITS)}${[':A', 'A'].join('')}${characters(random, 33)}`],
  [
    'JSON Web Token',
    (random) => `${['ey', 'J'].join('')}${characters(random, 30)}.${characters(random, 60)}.${characters(random, 43)}`,
  ],
  ['Vault token', prefixed(['hv', 's.'], 90)],
  ['Terraform token', (random) => `${characters(random, 14)}${['.atlas', 'v1.'].join('')}${characters(random, 67)}`],
  ['Atlassian token', prefixed(['ATA', 'TT3'], 80)],
  ['Databricks token', prefixed(['da', 'pi'], 32, HEXADECIMAL)],
  ['age key', prefixed(['AGE-', 'SECRET-', 'KEY-1'], 58, CAPITALS + DIGITS)],
  ['Mailgun key', prefixed(['ke', 'y-'], 32, HEXADECIMAL)],
  ['Square token', prefixed(['sq0', 'atp-'], 22)],
];

const plain: readonly (readonly [kind: string, make: Make])[] = [
  ['password', (random) => characters(random, random.integer(10, 24))],
  [
    'password of words',
    (random) => `${characters(random, 6, SMALL)}-${characters(random, 7, SMALL)}-${characters(random, 5, SMALL)}`,
  ],
  [
    'password with signs',
    (random) =>
      `${characters(random, 8)}!${characters(random, 3)}%${characters(random, 4)}^~+${characters(random, 3)}_`,
  ],
  ['long password', (random) => `${characters(random, 12)}.${characters(random, 12)}`],
  ['hexadecimal key', (random) => characters(random, 40, HEXADECIMAL)],
  ['Base64 key', (random) => btoa(characters(random, 30))],
];

/** A value of a known format: each in turn. */
export function formatValue(random: Random, number: number): PlantedValue {
  const [kind, make] = formats[number % formats.length] ?? ['', () => ''];
  return { kind, value: make(random), hasFormat: true };
}

/** A value that only its name tells. */
export function plainValue(random: Random, number: number): PlantedValue {
  const [kind, make] = plain[number % plain.length] ?? ['', () => ''];
  return { kind, value: make(random), hasFormat: false };
}

/** The body of a private key, on several lines, without its armour. */
export function keyBody(random: Random): string {
  return [64, 64, 44].map((length) => characters(random, length)).join('\n');
}

export const credentialNames: readonly string[] = [
  'DB_PASSWORD',
  'apiKey',
  'CLIENT_SECRET',
  'authToken',
  'SECRET_ACCESS_KEY',
  'redis-passwd',
  'signing.key',
  'SMTP_PASS',
  'PGPASSWORD',
  'webhookSecret',
];
