import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import type { Expression } from '../cel/expression.ts';
import { CelSyntaxError } from '../cel/fault.ts';
import { parseExpression } from '../cel/parser.ts';

/** An expression of a policy, read once. */
export interface PolicyExpression {
  readonly text: string;
  /** What is wrong with it, if it could not be read: the API server knows more of the language. */
  readonly parsed: Expression | CelSyntaxError;
}

export interface PolicyValidation {
  readonly expression: PolicyExpression;
  /** What the policy says of objects that break it. */
  readonly message: string | undefined;
}

/** A ValidatingAdmissionPolicy, with its expressions read. */
export interface ValidatingPolicy {
  readonly resource: Resource;
  readonly name: string;
  readonly matchConstraints: JsonObject;
  readonly matchConditions: readonly PolicyExpression[];
  readonly variables: ReadonlyMap<string, PolicyExpression>;
  readonly validations: readonly PolicyValidation[];
  /** False if what cannot be evaluated passes. */
  readonly failsOnError: boolean;
  /** The kind of its parameters, with the group and without the version; undefined if it takes none. */
  readonly paramKind: string | undefined;
}

/** Reads a policy. */
export function readPolicy(resource: Resource): ValidatingPolicy {
  const spec = asObject(resource.content['spec']);
  const variables = asList(spec['variables'])
    .map(asObject)
    .map(({ name, expression }) => [asString(name) ?? '', readExpression(expression)] as const);
  return {
    resource,
    name: resource.name,
    matchConstraints: asObject(spec['matchConstraints']),
    matchConditions: asList(spec['matchConditions']).map((entry) => readExpression(asObject(entry)['expression'])),
    variables: new Map(variables),
    validations: asList(spec['validations'])
      .map(asObject)
      .map(({ expression, message }) => ({
        expression: readExpression(expression),
        message: asString(message) || undefined,
      })),
    failsOnError: spec['failurePolicy'] !== 'Ignore',
    paramKind: paramKindOf(spec['paramKind']),
  };
}

function paramKindOf(value: unknown): string | undefined {
  const { apiVersion, kind } = asObject(value);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

function readExpression(value: unknown): PolicyExpression {
  const text = asString(value) ?? '';
  try {
    return { text, parsed: parseExpression(text) };
  } catch (error) {
    if (error instanceof CelSyntaxError) return { text, parsed: error };
    throw error;
  }
}
