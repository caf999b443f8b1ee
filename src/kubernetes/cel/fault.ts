/** An expression that is not written as CEL has it. */
export class CelSyntaxError extends Error {
  /** Where, in UTF-16 units from 0. */
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'CelSyntaxError';
    this.offset = offset;
  }
}

/** An error of the evaluation, as the API server would meet it: a key that is not there, a division by zero. */
export class CelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CelError';
  }
}

/** The value cannot be told: the input does not show it, or the evaluator does not know the function. */
export class CelUnknown extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CelUnknown';
  }
}

/** The error of a function or operator that is not there for values of these types. */
export function noOverload(name: string): CelError {
  return new CelError(`no such overload: ${name}`);
}
