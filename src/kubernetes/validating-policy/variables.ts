import type { Budget } from '../cel/cost.ts';
import { evaluate } from '../cel/evaluate.ts';
import { CelError, CelUnknown } from '../cel/fault.ts';
import type { Scope } from '../cel/scope.ts';
import type { CelMap, CelValue } from '../cel/value.ts';
import type { PolicyExpression } from './policy.ts';

/** What `variables` holds: each variable is evaluated when it is first asked for, and once. */
export function variablesValue(
  variables: ReadonlyMap<string, PolicyExpression>,
  scope: () => Scope,
  budget: Budget,
): CelMap {
  const known = new Map<string, () => CelValue>();

  function valueOf(name: string, { parsed }: PolicyExpression): () => CelValue {
    if (parsed instanceof Error) return failing(new CelUnknown(`what variables.${name} is: ${parsed.message}`));
    known.set(name, failing(new CelUnknown(`what variables.${name} is, which refers to itself`)));
    try {
      const value = evaluate(parsed, scope(), budget);
      return () => value;
    } catch (error) {
      if (error instanceof CelError || error instanceof CelUnknown) return failing(error);
      throw error;
    }
  }

  return {
    is: 'map',
    keys: () => [...variables.keys()],
    get(name) {
      const variable = typeof name === 'string' ? variables.get(name) : undefined;
      if (typeof name !== 'string' || variable === undefined) return undefined;
      const value = known.get(name) ?? valueOf(name, variable);
      known.set(name, value);
      return value();
    },
  };
}

function failing(error: CelError | CelUnknown): () => CelValue {
  return () => {
    throw error;
  };
}
