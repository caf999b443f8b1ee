import type { CelValue } from './value.ts';

/** The variables that an expression sees. */
export interface Scope {
  /** Undefined where there is no such variable. @throws CelError or CelUnknown instead of a value */
  lookUp(name: string): CelValue | undefined;
}

/** A scope of some variables. */
export function scopeOf(variables: Readonly<Record<string, () => CelValue>>): Scope {
  return { lookUp: (name) => (Object.hasOwn(variables, name) ? variables[name]?.() : undefined) };
}

/** A scope with one more variable, which hides one of the same name. */
export function withVariable(scope: Scope, variable: string, value: CelValue): Scope {
  return { lookUp: (name) => (name === variable ? value : scope.lookUp(name)) };
}
