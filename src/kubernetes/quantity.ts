/** An amount of a resource, exact: what the API server makes of `1.5Gi`, `100m` or `2e3`. */
export interface Quantity {
  /** In units of 10⁻⁹, the smallest part that Kubernetes keeps. */
  readonly nano: bigint;
  /** How it was written, and is written again: `k`, `M`; `Ki`, `Mi`; or `e3`. */
  readonly form: 'decimal' | 'binary' | 'exponent';
}

/** What the API server says of a text that is no quantity. */
export const quantityComplaint =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[+-]?\d*)$/;

const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

const DECIMALS: ReadonlyMap<string, number> = new Map(DECIMAL_SUFFIXES.map((suffix, index) => [suffix, index * 3 - 9]));
const BINARIES: ReadonlyMap<string, number> = new Map(BINARY_SUFFIXES.map((suffix, index) => [suffix, index * 10]));

const NANO = 1_000_000_000n;
const LARGEST_BINARY = (2n ** 63n - 1n) * NANO;

/** Bounds on hostile input: far more than any amount needs. */
const MOST_CHARACTERS = 256;
const LARGEST_EXPONENT = 1000;

/**
 * Reads a quantity by the grammar of Kubernetes: a number with an optional sign and fraction, then a decimal suffix, a
 * binary suffix or an exponent. What is finer than 10⁻⁹ is rounded away from zero. Undefined for anything else, and for
 * texts and exponents of no sensible size.
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (text === '' || text.length > MOST_CHARACTERS) return undefined;
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const unit = readSuffix(suffix);
  if (unit === undefined) return undefined;
  const { form, power } = unit;
  // A missing number is zero, but the API server takes another way for the largest units, which refuses it.
  if (whole === '' && fraction === '' && form === 'binary' && power >= 50) return undefined;
  let numerator = BigInt(`${whole}${fraction}` || '0') * NANO;
  let scale = -fraction.length;
  if (form === 'binary') numerator *= 2n ** BigInt(power);
  else scale += power;
  let nano = scale >= 0 ? numerator * 10n ** BigInt(scale) : divideUp(numerator, 10n ** BigInt(-scale));
  if (form === 'binary' && nano > LARGEST_BINARY) nano = LARGEST_BINARY;
  const isSmall = nano > 0n && nano < NANO;
  return { nano: sign === '-' ? -nano : nano, form: form === 'binary' && isSmall ? 'decimal' : form };
}

/** A quantity as JSON holds it, a text or a number; undefined if it is none. */
export function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return parseQuantity(String(value));
  if (typeof value !== 'string') return undefined;
  const known = frequent.get(value);
  if (known !== undefined) return known;
  const quantity = parseQuantity(value.trim());
  if (quantity !== undefined && value.length <= LONGEST_REMEMBERED && frequent.size < MOST_REMEMBERED) {
    frequent.set(value, quantity);
  }
  return quantity;
}

/** The same few amounts stand on most containers. */
const frequent = new Map<string, Quantity>();
const MOST_REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 16;

/** Negative, zero or positive, as the left amount is less than, equal to or more than the right one. */
export function compareQuantities(left: Quantity, right: Quantity): number {
  return left.nano < right.nano ? -1 : left.nano > right.nano ? 1 : 0;
}

/** The sum, in the form of the first amount that is not zero. */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
  return { nano: left.nano + right.nano, form: left.nano === 0n ? right.form : left.form };
}

/** True if nothing is left under the unit: a number of bytes or of devices. */
export function isWhole({ nano }: Quantity): boolean {
  return nano % NANO === 0n;
}

/** The canonical form: no fraction, and the largest suffix or exponent that keeps the amount exact. */
export function formatQuantity({ nano, form }: Quantity): string {
  if (nano === 0n) return '0';
  const isSmall = nano > -1024n * NANO && nano < 1024n * NANO;
  if (form === 'binary' && !isSmall && nano % NANO === 0n) {
    const { digits, steps } = reduce(nano / NANO, 1024n, BINARY_SUFFIXES.length - 1);
    return `${digits}${BINARY_SUFFIXES[steps] ?? ''}`;
  }
  const most = form === 'exponent' ? Infinity : DECIMAL_SUFFIXES.length - 1;
  const { digits, steps } = reduce(nano, 1000n, most);
  if (form === 'exponent') return steps === 3 ? `${digits}` : `${digits}e${steps * 3 - 9}`;
  return `${digits}${DECIMAL_SUFFIXES[steps] ?? ''}`;
}

/** Takes a factor out as often as it goes. */
function reduce(amount: bigint, factor: bigint, most: number): { digits: bigint; steps: number } {
  let digits = amount;
  let steps = 0;
  while (steps < most && digits % factor === 0n) {
    digits /= factor;
    steps += 1;
  }
  return { digits, steps };
}

function readSuffix(suffix: string): { form: Quantity['form']; power: number } | undefined {
  const decimal = DECIMALS.get(suffix);
  if (decimal !== undefined) return { form: 'decimal', power: decimal };
  const binary = BINARIES.get(suffix);
  if (binary !== undefined) return { form: 'binary', power: binary };
  if (!/^[eE][+-]?\d+$/.test(suffix)) return undefined;
  const power = Number(suffix.slice(1));
  return Math.abs(power) > LARGEST_EXPONENT ? undefined : { form: 'exponent', power };
}

function divideUp(numerator: bigint, denominator: bigint): bigint {
  const rest = numerator % denominator;
  return numerator / denominator + (rest === 0n ? 0n : 1n);
}
