/**
 * The text of a key: Kubernetes turns numbers and booleans into text, floats through 32 bits. Undefined if it takes none.
 * `isFloat` tells `1.0` from `1`.
 */
export function keyText(value: unknown, isFloat: boolean): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return value > LARGEST_INTEGER ? undefined : String(value);
  if (typeof value !== 'number') return undefined;
  return isFloat || !Number.isFinite(value) ? floatText(value) : String(value);
}

const LARGEST_INTEGER = 2n ** 63n - 1n;
/** Digits that tell one 32-bit float from the next. */
const MOST_DIGITS = 9;
/** From a million on, a float is written with an exponent. */
const MOST_PLAIN_DIGITS = 6;

function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  let digits = 1;
  while (digits < MOST_DIGITS && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits += 1;
  const [mantissa = '', exponentText = '0'] = single.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  // The sign of zero stays: `-0.0` is the key `-0`.
  if (Object.is(single, -0)) return '-0';
  if (exponent >= -4 && exponent < MOST_PLAIN_DIGITS) return String(Number(`${mantissa}e${exponent}`));
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
