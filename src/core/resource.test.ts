import { describe, expect, it } from 'vitest';
import { resourceIdentity, resourceTitle } from './resource.ts';

const deployment = { kind: 'apps/Deployment', namespace: 'shop', name: 'api' };
const node = { kind: 'Node', namespace: undefined, name: 'worker-1' };

describe('the names of a resource', () => {
  it('leave the group out for people', () => {
    expect(resourceTitle(deployment)).toBe('Deployment shop/api');
    expect(resourceTitle(node)).toBe('Node worker-1');
  });

  it('keep the group where kinds must be told apart', () => {
    expect(resourceIdentity(deployment)).toBe('apps/Deployment shop/api');
    expect(resourceIdentity(node)).toBe('Node worker-1');
  });
});
