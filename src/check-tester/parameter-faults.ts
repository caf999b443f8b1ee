import type { Check } from '../core/check.ts';
import { type Parameter, resolveParameters } from '../core/parameter.ts';

const NOT_A_PARAMETER = 'no-such-parameter';

/** Parameters whose own default or wrong values are not told apart. */
export function* parameterFaults({ parameters }: Check): Iterable<string> {
  if (!resolveParameters(parameters, { [NOT_A_PARAMETER]: 1 }).wrong.includes(NOT_A_PARAMETER)) {
    yield 'takes a parameter that it does not declare';
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    if (resolveParameters(parameters, { [name]: parameter.default }).wrong.length > 0) {
      yield `the default of parameter ${name} is not of its type`;
    }
    for (const value of wrongValues(parameter)) {
      if (resolveParameters(parameters, { [name]: value }).wrong.includes(name)) continue;
      yield `parameter ${name} takes ${JSON.stringify(value)}`;
    }
  }
}

const wrongOf: Readonly<Record<Parameter['type'], readonly unknown[]>> = {
  strings: [1, ['text', 1], 'text', {}],
  integer: [['text'], '1', {}],
  seconds: [['text'], '1', {}],
  text: [1, ['text'], {}],
  mapping: [1, ['text'], 'text'],
};

function wrongValues({ type }: Parameter): readonly unknown[] {
  const shared = [null, true, [1], 1.5, { 1: 1 }];
  return [...shared, ...wrongOf[type]];
}
