import { quantityOf } from './quantity.ts';

/** True for an amount that counts: neither unset nor 0. What is no quantity at all is for the schema to refuse. */
export function isAmountSet(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  // Nearly every amount starts with another digit than 0, and needs no reading.
  return (typeof value === 'string' && /^[1-9]/.test(value)) || quantityOf(value)?.nano !== 0n;
}
