import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { limitRange, resourceQuota } from './quota.ts';
import { mappingOf } from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

function limitsOf(limits: unknown): unknown {
  return mappingOf(mappingOf(limitRange({ spec: { limits } }, target))['spec'])['limits'];
}

describe('limitRange', () => {
  it('limits a container to the most, and asks for the limit, else for the least', () => {
    const type = 'Container';
    expect(
      limitsOf([{ type, max: { cpu: '2', memory: '2Gi' }, min: { cpu: '1', gpu: '1' }, default: { cpu: '1.5' } }]),
    ).toEqual([
      {
        type,
        max: { cpu: '2', memory: '2Gi' },
        min: { cpu: '1', gpu: '1' },
        default: { cpu: '1500m', memory: '2Gi' },
        defaultRequest: { cpu: '1500m', memory: '2Gi', gpu: '1' },
      },
    ]);
    const given = [{ type, max: { cpu: '2' }, default: { cpu: '1' }, defaultRequest: { cpu: '500m' } }];
    expect(limitsOf(given)).toBe(given);
  });

  it('leaves other limits, and what is malformed', () => {
    for (const given of [
      [{ type: 'Pod', max: { cpu: '2' } }],
      [{ type: 'Container', max: 'much', min: { cpu: '1' } }],
      [{ type: 'Container', max: new UnknownValue('a variable') }],
      [{ type: 'Container' }],
      'text',
    ]) {
      expect(limitsOf(given)).toBe(given);
    }
  });
});

describe('resourceQuota', () => {
  it('writes amounts in the form of the API', () => {
    expect(resourceQuota({ spec: { hard: { pods: 10, memory: '1024Gi' } } }, target)).toEqual({
      spec: { hard: { pods: '10', memory: '1Ti' } },
    });
  });
});
