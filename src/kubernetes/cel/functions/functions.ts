import { addressFunctions, addressMethods } from './addresses.ts';
import { conversions } from './conversions.ts';
import type { CelFunction, CelFunctions } from './function.ts';
import { listFunctions, listMethods } from './lists.ts';
import { optionalFunctions, optionalMethods } from './optionals.ts';
import { quantityFunctions, quantityMethods } from './quantities.ts';
import { stringFunctions, stringMethods } from './strings.ts';
import { timeMethods } from './times.ts';

/** Functions that are called by their name alone, some with the name of their library in front of it. */
export const globalFunctions = tableOf(
  conversions,
  stringFunctions,
  listFunctions,
  quantityFunctions,
  optionalFunctions,
  addressFunctions,
);

/** Functions that are called on a value. */
export const methods = tableOf(
  stringMethods,
  listMethods,
  timeMethods,
  quantityMethods,
  optionalMethods,
  addressMethods,
);

function tableOf(...libraries: readonly CelFunctions[]): ReadonlyMap<string, CelFunction> {
  return new Map(libraries.flatMap((library) => Object.entries(library)));
}
