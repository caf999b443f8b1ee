import { compareQuantities, formatQuantity, type Quantity } from './quantity.ts';

/** True if an amount is more than so many percent of another. */
export function isAboveShare(amount: Quantity, percent: number, of: Quantity): boolean {
  return amount.nano * 100n > BigInt(percent) * of.nano;
}

/** True if an amount is less than so many percent of another. */
export function isBelowShare(amount: Quantity, percent: number, of: Quantity): boolean {
  return amount.nano * 100n < BigInt(percent) * of.nano;
}

/** How many percent an amount is of another, rounded down. */
export function percentOfQuantity(amount: Quantity, of: Quantity): number {
  return of.nano === 0n ? 0 : Number((amount.nano * 100n) / of.nano);
}

/** The mean of amounts, rounded down to 10⁻⁹. */
export function averageQuantity([first, ...rest]: readonly [Quantity, ...Quantity[]]): Quantity {
  const sum = rest.reduce((total, { nano }) => total + nano, first.nano);
  return { nano: sum / BigInt(rest.length + 1), form: first.form };
}

/** The largest of amounts. */
export function largestQuantity([first, ...rest]: readonly [Quantity, ...Quantity[]]): Quantity {
  return rest.reduce((largest, next) => (compareQuantities(next, largest) > 0 ? next : largest), first);
}

const STEPS = {
  cpu: { nano: 1_000_000n, form: 'decimal' },
  memory: { nano: 2n ** 20n * 10n ** 9n, form: 'binary' },
} as const;

/** An amount as people write it: whole millicores, whole Mi; rounded up, and at least one. */
export function readableAmount({ nano }: Pick<Quantity, 'nano'>, resource: keyof typeof STEPS): string {
  const step = STEPS[resource];
  const steps = nano <= step.nano ? 1n : (nano + step.nano - 1n) / step.nano;
  return formatQuantity({ nano: steps * step.nano, form: step.form });
}
