import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { decodeStrictly } from './decode.ts';
import { fitsSchema } from './fits.ts';
import { checkRequiredFields } from './required-fields.ts';
import { type Violation, violationReport } from './violation.ts';

const scalars = fc.constantFrom<unknown>(null, '', 'web', '100m', 'Always', 'TCP', '80', true, 7, 1.5, 2 ** 40, {}, []);
const odd = fc.oneof(
  { weight: 5, arbitrary: scalars },
  { weight: 1, arbitrary: fc.constant(new UnknownValue('a variable')) },
);

function fields(names: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<JsonObject> {
  return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3, noNullPrototype: true });
}

const port = fields(['containerPort', 'protocol', 'hostPort', 'Name'], odd);
const resources = fc.record({ limits: fields(['cpu', 'memory'], odd) }, { requiredKeys: [] });
const container = fc.oneof(
  fc.record(
    {
      name: fc.constantFrom<unknown>('web', 'web', 'web', null, 7),
      image: scalars,
      imagePullPolicy: scalars,
      ports: fc.array(port, { maxLength: 2 }),
      resources,
      stdin: odd,
      notThere: odd,
    },
    { requiredKeys: [] },
  ),
  odd,
);
const pod = fc.record(
  {
    metadata: fields(['name', 'labels', 'creationTimestamp', 'extra'], odd),
    spec: fc.record(
      {
        containers: fc.array(container, { maxLength: 2 }),
        nodeSelector: fields(['disk'], odd),
        overhead: fields(['cpu'], odd),
        restartPolicy: odd,
        priority: odd,
      },
      { requiredKeys: [] },
    ),
    status: odd,
  },
  { requiredKeys: [] },
);

describe('fitsSchema', () => {
  const schema = builtInSchema('v1', 'Pod')?.schema;

  function violationsOf(object: JsonObject): readonly Violation[] {
    if (schema === undefined) throw new Error('no schema of pods');
    const found = decodeStrictly(object, schema);
    checkRequiredFields(object, schema, violationReport(found));
    return found;
  }

  it('is true exactly where nothing is found, unless there is a status', () => {
    let fitting = 0;
    fc.assert(
      fc.property(pod, (parts) => {
        const object = { apiVersion: 'v1', kind: 'Pod', ...parts };
        const fits = schema !== undefined && fitsSchema(object, schema);
        if (fits) fitting += 1;
        const isLookedAt = (parts as JsonObject)['status'] === undefined;
        expect(fits).toBe(isLookedAt && violationsOf(object).length === 0);
      }),
      { numRuns: 3_000, seed: 11 },
    );
    expect(fitting).toBeGreaterThan(40);
  });
});
