import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { validateBuiltIn } from '../validate.ts';
import { violationLines } from '../violation-lines.ts';

function lines(metadata: unknown, apiVersion = 'v1', kind = 'ServiceAccount', more: JsonObject = {}): string[] {
  return violationLines({ apiVersion, kind, metadata, ...more });
}

describe('names', () => {
  it('are required, or begun', () => {
    const line = 'metadata.name: Required value: name or generateName is required';
    expect([{}, null, { name: '' }].map((metadata) => lines(metadata))).toEqual([[line], [line], [line]]);
    expect(lines({ generateName: 'a-' })).toEqual([]);
    expect(
      lines({ generateName: 'A-' })[0]?.startsWith('metadata.name: Invalid value: "A-aaaaa": a lowercase RFC 1123'),
    ).toBe(true);
  });

  it.each([
    ['v1', 'ServiceAccount', 'a.b', true],
    ['v1', 'Namespace', 'a.b', false],
    ['apps/v1', 'ControllerRevision', 'a.b', true],
    ['rbac.authorization.k8s.io/v1', 'Role', 'A:b', true],
    ['rbac.authorization.k8s.io/v1', 'Role', 'a/b', false],
    ['networking.k8s.io/v1', 'IPAddress', '2001:db8::1', true],
    ['networking.k8s.io/v1', 'NetworkPolicy', 'A', false],
  ])('of %s %s: %s', (apiVersion, kind, name, isAccepted) => {
    const more = kind === 'ControllerRevision' ? { revision: 1 } : {};
    expect(lines({ name }, apiVersion, kind, more).some((line) => line.startsWith('metadata.name'))).toBe(!isAccepted);
  });

  it('of Services may start with a digit in newer versions', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: '1a' }, spec: { clusterIP: 'None' } };
    expect(validateBuiltIn(service, { major: 1, minor: 34 })).toEqual([]);
    expect(validateBuiltIn(service, { major: 1, minor: 33 })?.map(({ path }) => path)).toEqual([['metadata', 'name']]);
  });

  it('are not asked of what is not kept', () => {
    const spec = { user: 'a' };
    expect(lines({}, 'authorization.k8s.io/v1', 'SubjectAccessReview', { spec })).toEqual([]);
  });
});

it('labels are named by their mapping', () => {
  expect(lines({ name: 'a', labels: { '': 'b' } })[0]).toBe(
    'metadata.labels: Invalid value: "": name part must be non-empty',
  );
});

it('annotations have keys of any case, and a size', () => {
  expect(lines({ name: 'a', annotations: { 'Example.COM/Name': 'any text' } })).toEqual([]);
  expect(lines({ name: 'a', annotations: { a: 'b'.repeat(256 * 1024) } })).toEqual([
    'metadata.annotations: Too long: may not be more than 262144 bytes',
  ]);
  expect(lines({ name: 'a', annotations: { '/b': '' } })).toEqual([
    'metadata.annotations: Invalid value: "/b": prefix part must be non-empty',
  ]);
});

it('owners have one controller at most, and finalizers names', () => {
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u', controller: true };
  const found = lines({ name: 'a', ownerReferences: [owner, owner], finalizers: ['a/b/c'] });
  expect(found[0]?.startsWith('metadata.finalizers: Invalid value: "a/b/c": a valid label key')).toBe(true);
  expect(found[1]?.startsWith('metadata.ownerReferences: Invalid value: [{"apiVersion":"v1"')).toBe(true);
  expect(found).toHaveLength(2);
});
