import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

function lines(spec: JsonObject): string[] {
  return violationLines({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'p' }, spec });
}

it('passes a count or a percentage', () => {
  expect(lines({ minAvailable: '50%', selector: {} })).toEqual([]);
  expect(lines({ maxUnavailable: 0 })).toEqual([]);
});

it('asks for one of both, in the range', () => {
  expect(lines({ minAvailable: -1, maxUnavailable: '101%' })).toEqual([
    'spec: Invalid value: {"minAvailable":-1,"maxUnavailable":"101%"}: minAvailable and maxUnavailable cannot be both set',
    'spec.minAvailable: Invalid value: -1: must be greater than or equal to 0',
    'spec.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
  ]);
});

it('asks for labels that can be', () => {
  expect(
    lines({ selector: { matchLabels: { a: 'b c' } } })[0]?.startsWith(
      'spec.selector.matchLabels: Invalid value: "b c": a valid label',
    ),
  ).toBe(true);
});
