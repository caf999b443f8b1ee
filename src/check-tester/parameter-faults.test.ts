import { describe, expect, it } from 'vitest';
import { integer, type Parameters, seconds, strings } from '../core/parameter.ts';
import { parameterFaults } from './parameter-faults.ts';
import { sampleCheck } from './sample-check.ts';

function faults(parameters: Parameters): string[] {
  return [...parameterFaults({ ...sampleCheck, parameters })];
}

describe('parameterFaults', () => {
  it('finds nothing wrong with parameters of each type', () => {
    expect(faults({ tags: strings(), count: integer(0), age: seconds(60) })).toEqual([]);
  });

  it('finds a default of another type', () => {
    expect(faults({ count: { type: 'integer', default: 0.5 }, tags: { type: 'strings', default: 1 } })).toEqual([
      'the default of parameter count is not of its type',
      'the default of parameter tags is not of its type',
    ]);
  });
});
