import { isObject } from './json.ts';

/** A setting of a check, with the value it has until a user sets another. */
export interface Parameter<Value extends ParameterValue = ParameterValue> {
  readonly type: 'strings' | 'integer' | 'seconds' | 'text' | 'mapping';
  readonly default: Value;
}

export type ParameterValue = number | string | readonly string[] | Readonly<Record<string, string>>;
export type Parameters = Readonly<Record<string, Parameter>>;

/** The values a check sees: the declared defaults, or what the user set in their place. */
export type ParameterValues<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: Declared[Name]['default'];
};

/** A list of texts. */
export function strings(...values: readonly string[]): Parameter<readonly string[]> {
  return { type: 'strings', default: values };
}

/** A whole number. */
export function integer(value: number): Parameter<number> {
  return { type: 'integer', default: value };
}

/** A duration in whole seconds. */
export function seconds(value: number): Parameter<number> {
  return { type: 'seconds', default: value };
}

/** A text, such as a quantity; empty where the user must set one before it means anything. */
export function text(value = ''): Parameter<string> {
  return { type: 'text', default: value };
}

/** Texts by name. */
export function mapping(value: Readonly<Record<string, string>> = {}): Parameter<Readonly<Record<string, string>>> {
  return { type: 'mapping', default: value };
}

/** Takes the user's values where they are of the declared type; undeclared names and wrong types are returned as wrong. */
export function resolveParameters(
  declared: Parameters,
  given: Readonly<Record<string, unknown>>,
): { values: ParameterValues<Parameters>; wrong: readonly string[] } {
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(declared)) values[name] = parameter.default;
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const taken = parameter === undefined ? undefined : parameterValue(parameter, value);
    if (taken === undefined) wrong.push(name);
    else values[name] = taken;
  }
  return { values, wrong };
}

function parameterValue(parameter: Parameter, value: unknown): ParameterValue | undefined {
  switch (parameter.type) {
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'mapping':
      return isTextMapping(value) ? value : undefined;
    default:
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  }
}

function isTextMapping(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((item) => typeof item === 'string');
}
