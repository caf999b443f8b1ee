import { CelError } from './fault.ts';
import { type CelMap, type CelValue, isUint } from './value.ts';

/** A map of entries. @throws CelError for a key of a type that no key has, or one that is there twice. */
export function celMap(entries: Iterable<readonly [CelValue, CelValue]>): CelMap {
  const byKey = new Map<string, readonly [CelValue, CelValue]>();
  for (const [key, value] of entries) {
    const name = keyName(key);
    if (name === undefined || typeof key === 'number') throw new CelError('unsupported key type');
    if (byKey.has(name)) throw new CelError('repeated key in map');
    byKey.set(name, [key, value]);
  }
  return {
    is: 'map',
    keys: () => [...byKey.values()].map(([key]) => key),
    get(key) {
      const name = keyName(key);
      return name === undefined ? undefined : byKey.get(name)?.[1];
    },
  };
}

/** The same for keys that are equal: an int, a uint and a double of one number are. Undefined for what is no key. */
function keyName(key: CelValue): string | undefined {
  if (typeof key === 'string') return `string ${key}`;
  if (typeof key === 'boolean') return `bool ${key}`;
  if (typeof key === 'bigint') return `number ${key}`;
  if (typeof key === 'number') return Number.isInteger(key) ? `number ${BigInt(key)}` : undefined;
  return isUint(key) ? `number ${key.value}` : undefined;
}
