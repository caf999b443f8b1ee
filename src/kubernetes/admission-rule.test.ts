import { describe, expect, it } from 'vitest';
import { type RequestedResource, ruleCovers } from './admission-rule.ts';

const pods: RequestedResource = { group: '', resource: 'pods', subresource: '', isNamespaced: true };
const exec: RequestedResource = { ...pods, subresource: 'exec' };
const nodes: RequestedResource = { ...pods, resource: 'nodes', isNamespaced: false };

function rule(resources: readonly string[], changes: object = {}): Readonly<Record<string, unknown>> {
  return { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources, ...changes };
}

describe('ruleCovers', () => {
  it.each([
    ['pods', true, false],
    ['pods/*', true, true],
    ['pods/exec', false, true],
    ['*', true, false],
    ['*/*', true, true],
    ['*/exec', false, true],
    ['services', false, false],
    ['services/exec', false, false],
    ['pods/log', false, false],
  ])('%s covers pods: %s, their exec: %s', (name, ofPods, ofExec) => {
    expect(ruleCovers(rule([name]), pods, 'CREATE')).toBe(ofPods);
    expect(ruleCovers(rule([name]), exec, 'CREATE')).toBe(ofExec);
  });

  it('covers what one of its resources names', () => {
    expect(ruleCovers(rule(['services', 'pods']), pods, 'CREATE')).toBe(true);
    expect(ruleCovers(rule([]), pods, 'CREATE')).toBe(false);
  });

  it('covers the groups and operations that it lists, and all with *', () => {
    expect(ruleCovers(rule(['pods'], { apiGroups: ['apps'] }), pods, 'CREATE')).toBe(false);
    expect(ruleCovers(rule(['pods'], { apiGroups: ['*'] }), pods, 'CREATE')).toBe(true);
    expect(ruleCovers(rule(['pods'], { operations: ['UPDATE', 'DELETE'] }), pods, 'CREATE')).toBe(false);
    expect(ruleCovers(rule(['pods'], { operations: ['*'] }), pods, 'CONNECT')).toBe(true);
    expect(ruleCovers({}, pods, 'CREATE')).toBe(false);
  });

  it.each([
    ['*', true, true],
    ['Namespaced', true, false],
    ['Cluster', false, true],
    [undefined, true, true],
  ])('of the scope %s covers pods: %s, nodes: %s', (scope, ofPods, ofNodes) => {
    expect(ruleCovers(rule(['*'], { scope }), pods, 'CREATE')).toBe(ofPods);
    expect(ruleCovers(rule(['*'], { scope }), nodes, 'CREATE')).toBe(ofNodes);
  });
});
