import { describe, expect, it } from 'vitest';
import { asObject } from '../core/json.ts';
import { damageFaults } from './damage-faults.ts';
import { checkThat, podWith, type SampleLogic, sampleCheck } from './sample-check.ts';

const examples = { pass: [podWith('hostname: web', 'hostAliases: [{ ip: 10.0.0.1 }]')], fail: [] };

function faults(evaluate: SampleLogic): string[] {
  return [...damageFaults(checkThat(evaluate), examples)];
}

describe('damageFaults', () => {
  it('finds nothing wrong with a check that takes whatever there is', () => {
    expect([...damageFaults(sampleCheck, examples)]).toEqual([]);
  });

  it('finds a check that cannot do without a field', () => {
    const found = faults((judged) => {
      if (!('hostname' in judged.pod)) throw new Error('no hostname');
    });
    expect(found).toEqual([
      expect.stringMatching(/^pass example 1: with .+ at (?:spec|spec\.hostname) it throws: no hostname$/),
    ]);
  });

  it('finds a check that loses its way in deep nesting', () => {
    const found = faults((judged) => {
      let depth = 0;
      for (let value = judged.pod['hostAliases']; Array.isArray(value); value = value[0]) depth += 1;
      if (depth > 100) throw new Error('too deep');
    });
    expect(found).toEqual(['pass example 1: with lists 100 deep at spec.hostAliases[0] it throws: too deep']);
  });

  it('finds a finding that cannot be made', () => {
    const found = faults((judged, report) => {
      const path = asObject(judged.resource.content['metadata'])['name'] === 'web' ? [] : [Symbol.iterator];
      report.fail('shared', Object.assign(judged.at(), { path }));
    });
    expect(found).toEqual([expect.stringMatching(/ it throws: .*[Ss]ymbol/)]);
  });

  it('has nothing to damage without examples', () => {
    expect([...damageFaults(sampleCheck, { pass: [], fail: [] })]).toEqual([]);
  });
});
