/** A difference of two scalars that the versions of YAML, or of JSON, explain. */
export interface ScalarClass {
  readonly name: string;
  /** Whether it explains that we read one value and a peer another. */
  readonly holds: (ours: unknown, theirs: unknown) => boolean;
}

/** Numbers that Kubernetes knows and YAML 1.1 does not write so: its scalars are those of Go and of YAML 1.2 too. */
function numberClass(name: string, pattern: RegExp): ScalarClass {
  return {
    name,
    holds: (ours, theirs) => typeof theirs === 'string' && pattern.test(theirs) && isNumberOf(ours, theirs),
  };
}

/** True for the number that a text means: in the base of its prefix, without underscores. */
function isNumberOf(value: unknown, text: string): boolean {
  const plain = text.replaceAll('_', '');
  const number = /^[-+]?0/.test(plain) ? numberWithPrefix(plain) : Number(plain);
  return typeof value === 'bigint' ? value === exactInteger(plain) : Object.is(value, number) || value === number;
}

function numberWithPrefix(text: string): number {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(text) ?? [];
  const isOctal = /^0[0-7]+$/.test(digits);
  return Number(isOctal ? `0o${digits.slice(1)}` : digits.toLowerCase()) * (sign === '-' ? -1 : 1);
}

function exactInteger(text: string): bigint | undefined {
  const [, sign, digits = ''] = /^([-+]?)(\w+)$/.exec(text) ?? [];
  try {
    return BigInt(digits) * (sign === '-' ? -1n : 1n);
  } catch {
    return undefined;
  }
}

const SEXAGESIMAL = /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/;
const TIMESTAMP =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)?$/;

function isSexagesimal(text: string, value: number): boolean {
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = text.replace(/^[-+]/, '').split(':').map(Number);
  return SEXAGESIMAL.test(text) && sign * parts.reduce((sum, part) => sum * 60 + part, 0) === value;
}

function isWide(text: string, value: number): boolean {
  const exact = /^[-+]?0[xXbBoO]/.test(text) ? exactInteger(text.replaceAll('_', '')) : undefined;
  return exact !== undefined && exact >= 2n ** 64n && Number(exact) === value;
}

function isDateOf(text: string, date: Date): boolean {
  return TIMESTAMP.test(text) && !Number.isNaN(date.getTime());
}

/** The first class that holds names a difference. */
export const scalarClasses: readonly ScalarClass[] = [
  numberClass('a float without a point, or without a sign of its exponent', /^[-+]?[\d_]+\.?[\d_]*[eE][-+]?[\d_]+$/),
  numberClass('an octal number of YAML 1.2', /^[-+]?0[oO][0-7_]+$/),
  numberClass('a capital in the prefix of a number', /^[-+]?0[XB]/),
  numberClass('a sign before a prefixed number', /^[-+]0[xb]/),
  numberClass('a prefixed number behind !!float', /^0[xb]/),
  numberClass('a decimal number that starts with zero', /^[-+]?0[\d_]*[89]?[\d_]*(?:\.[\d_]*)?$/),
  numberClass('a float that starts with its point', /^[-+]?\.[\d_]+(?:[eE][-+]?\d+)?$/),
  numberClass('an underscore in a number', /^[-+]?_?\d[\d._]*$/),
  {
    name: 'a sexagesimal number of YAML 1.1',
    holds: (ours, theirs) => typeof ours === 'string' && typeof theirs === 'number' && isSexagesimal(ours, theirs),
  },
  {
    name: 'a timestamp of YAML 1.1',
    holds: (ours, theirs) => typeof ours === 'string' && theirs instanceof Date && isDateOf(ours, theirs),
  },
  {
    name: 'an integer of 64 bits',
    holds: (ours, theirs) => typeof ours === 'bigint' && Number(ours) === theirs,
  },
  {
    name: 'an integer of minus zero',
    holds: (ours, theirs) => Object.is(ours, 0) && Object.is(theirs, -0),
  },
  {
    name: 'a number too large for a float',
    holds: (ours, theirs) =>
      typeof ours === 'string' && /^[-+]?\d/.test(ours) && !Number.isFinite(Number(ours)) && Number(ours) === theirs,
  },
  {
    name: 'a prefixed number of more than 64 bits',
    holds: (ours, theirs) => typeof ours === 'string' && typeof theirs === 'number' && isWide(ours, theirs),
  },
  {
    name: 'a float without digits, which yaml takes for no number',
    holds: (ours, theirs) =>
      typeof ours === 'string' && /^[-+]?\.?(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(ours) && Number.isNaN(theirs),
  },
  {
    name: 'bytes of !!binary, which JSON has as text',
    holds: (ours, theirs) => typeof ours === 'string' && theirs instanceof Uint8Array,
  },
];
