import { CelError, CelUnknown, noOverload } from './fault.ts';
import { type CelValue, typeName } from './value.ts';

/**
 * `&&` and `||` over any number of operands: the decisive value if some operand has it, whatever the others do. Else what
 * is not known counts before errors, and errors before the other value.
 */
export function decideFirst<Item>(
  decisive: boolean,
  items: Iterable<Item>,
  valueOf: (item: Item) => CelValue,
): boolean {
  let fault: CelError | CelUnknown | undefined;
  for (const item of items) {
    try {
      const value = valueOf(item);
      if (typeof value !== 'boolean') throw noOverload(`logic of ${typeName(value)}`);
      if (value === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError || error instanceof CelUnknown)) throw error;
      if (fault === undefined || (fault instanceof CelError && error instanceof CelUnknown)) fault = error;
    }
  }
  if (fault !== undefined) throw fault;
  return !decisive;
}
