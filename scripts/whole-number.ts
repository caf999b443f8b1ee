/** Reads an option that is a whole number from 0 up. Throws an Error that names the option. */
export function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not "${given}"`);
  return number;
}
