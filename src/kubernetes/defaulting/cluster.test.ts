import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { namespace, priorityClass, secret, serviceAccount } from './cluster.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

describe('namespace', () => {
  const spec = { finalizers: ['kubernetes'] };

  it('is labelled with its name, and deleted last', () => {
    expect(namespace({ metadata: { name: 'a' } }, target)).toEqual({
      metadata: { name: 'a', labels: { 'kubernetes.io/metadata.name': 'a' } },
      spec,
    });
    const labels = { a: 'b', 'kubernetes.io/metadata.name': 'wrong' };
    expect(namespace({ metadata: { name: 'a', labels }, spec: { finalizers: ['own'] } }, target)).toEqual({
      metadata: { name: 'a', labels: { a: 'b', 'kubernetes.io/metadata.name': 'a' } },
      spec: { finalizers: ['own', 'kubernetes'] },
    });
  });

  it('has no label without a name', () => {
    expect(namespace({ metadata: { generateName: 'a-' } }, target)).toEqual({ metadata: { generateName: 'a-' }, spec });
  });

  it('leaves what is malformed or not known', () => {
    const unknown = new UnknownValue('a variable');
    for (const metadata of [
      'text',
      { name: unknown },
      { name: 1 },
      { name: 'a', labels: 'text' },
      { name: 'a', labels: unknown },
    ]) {
      const object = { metadata, spec };
      expect(namespace(object, target)).toBe(object);
    }
    for (const malformed of ['text', { finalizers: 'kubernetes' }]) {
      const object = { metadata: {}, spec: malformed };
      expect(namespace(object, target)).toBe(object);
    }
  });
});

describe('serviceAccount', () => {
  it('leaves out what is empty', () => {
    expect(serviceAccount({ secrets: [{ name: 'a', kind: '' }], imagePullSecrets: [{ name: '' }] }, target)).toEqual({
      secrets: [{ name: 'a' }],
      imagePullSecrets: [{}],
    });
  });
});

describe('secret', () => {
  it('is opaque', () => {
    expect(secret({ data: {} }, target)).toEqual({ data: {}, type: 'Opaque' });
    const given = { type: 'kubernetes.io/tls' };
    expect(secret(given, target)).toBe(given);
  });
});

describe('priorityClass', () => {
  it('preempts', () => {
    expect(priorityClass({ value: 0, globalDefault: false, description: '' }, target)).toEqual({
      value: 0,
      preemptionPolicy: 'PreemptLowerPriority',
    });
    const given = { value: 1, globalDefault: true, preemptionPolicy: 'Never' };
    expect(priorityClass(given, target)).toBe(given);
  });
});
