import { formatQuantity, type Quantity, quantityOf } from '../quantity.ts';

const PARTS = /^[+-]?0*(\d*)(?:\.(\d*))?(.*)$/;

const decimalSuffixes: readonly string[] = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const SMALLEST_POWER = -9;
const MILLI_POWER = -3;
const MILLI = 1_000_000n;
const MOST_DIGITS = 18;

/** The amount as the API server writes it; undefined for what is no amount. */
export function writtenQuantity(value: unknown): string | undefined {
  const quantity = quantityOf(value);
  return quantity && (keptText(value, SMALLEST_POWER) ?? formatQuantity(quantity));
}

/** The same for an amount that the API server keeps in whole thousandths, rounded away from zero. */
export function writtenMilliQuantity(value: unknown): string | undefined {
  const quantity = quantityOf(value);
  return quantity && (keptText(value, MILLI_POWER) ?? formatQuantity(roundedToMilli(quantity)));
}

function roundedToMilli({ nano, form }: Quantity): Quantity {
  const rest = nano % MILLI;
  if (rest === 0n) return { nano, form };
  return { nano: nano - rest + (nano > 0n ? MILLI : -MILLI), form };
}

/**
 * The text of an amount, if it is one that the API server does not bring into its own form: it fits a machine word, needs
 * no other unit, and has no digit below a power of ten. So `1.500` stays, and `1.5` becomes `1500m`.
 */
function keptText(value: unknown, smallestPower: number): string | undefined {
  const text = String(value).trim();
  const [, whole = '', fraction = '', suffix = ''] = PARTS.exec(text) ?? [];
  const digits = `${whole || '0'}${fraction}`;
  if (suffix.endsWith('i')) return fraction === '' && isKeptBinary(digits, suffix) ? text : undefined;
  const power = decimalPower(suffix) - fraction.length;
  if (digits.length > MOST_DIGITS || power < smallestPower || power % 3 !== 0) return undefined;
  return digits.endsWith('000') || digits.startsWith('0') ? undefined : text;
}

function isKeptBinary(digits: string, suffix: string): boolean {
  const free = 14 - digits.length - binarySuffixes.indexOf(suffix) * 3;
  return free >= 0 && Number(digits) % 8 !== 0;
}

function decimalPower(suffix: string): number {
  const index = decimalSuffixes.indexOf(suffix);
  return index === -1 ? Number(suffix.slice(1)) : index * 3 + SMALLEST_POWER;
}
