import type { Charge } from '../cost.ts';
import type { CelValue } from '../value.ts';

/**
 * A function on values; of a method, the first is the one it is called on. Undefined where there is no overload for the
 * types. @throws CelError as the API server's would fail, CelUnknown where the value cannot be told.
 */
export type CelFunction = (args: readonly CelValue[], charge: Charge) => CelValue | undefined;

/** Functions by their names. */
export type CelFunctions = Readonly<Record<string, CelFunction>>;
