import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { integer, mapping } from '../../core/parameter.ts';
import { toyCheck } from '../../core/toy-world.ts';
import { readConfig } from './read.ts';
import { configSchema } from './schema.ts';

const catalogue = {
  checks: [toyCheck('host-pid'), toyCheck('tuned', { parameters: { most: integer(1), labels: mapping() } })],
  areas: { 'host-pid': 'workload', tuned: 'hygiene' },
};
const keys = [
  ...Object.keys(configSchema(catalogue).shape),
  ...`host-pid tuned workload enabled parameters most labels match objects containers fingerprints reason until
maximum-failed minimum-score high __proto__ constructor`.split(/\s/),
  '',
];

/** Values that look like a configuration and are wrong in any way. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('high', 'host-pid', '*', 'on', '2030-06-30', '0123456789abcdef', 'json', '', 'x\u001b\u202e'),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.maxSafeInteger()),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
  ),
}));

it('takes every text for a configuration or tells what is wrong and where', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 }), (config) => {
      const text = JSON.stringify(config, null, 1);
      const lines = text.split('\n');
      const read = readConfig(text, catalogue);
      if (read.is === 'config') return;
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { message, at } of read.faults) {
        expect(message).not.toMatch(/Invalid|undefined|\[object/);
        expect(at?.column).toBeLessThanOrEqual((lines[(at?.line ?? 0) - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 500 },
  );
});
