import { describe, expect, it } from 'vitest';
import { asList, asObject, valueAt } from './json.ts';
import { holdsUnknownValue, recordingView, UnknownValue, UnknownValueRead, unrecorded } from './unknown-value.ts';

const missing = new UnknownValue('the variable image is not set');

describe('holdsUnknownValue', () => {
  it.each([
    [missing, true],
    [{ spec: { containers: [{ image: missing }] } }, true],
    [[['deep', [missing]]], true],
    [{ spec: { containers: [{ image: 'web' }] } }, false],
    [{ list: [], mapping: {}, nothing: null }, false],
    ['text', false],
    [null, false],
    [undefined, false],
  ])('of %j is %j', (value, expected) => {
    expect(holdsUnknownValue(value)).toBe(expected);
  });
});

describe('recordingView', () => {
  const document = {
    kind: 'Pod',
    spec: { 'odd key': missing, containers: [{ name: 'web' }, { name: 'api', image: missing }] },
  };
  const view = recordingView(document);

  it('shows what is known as it is', () => {
    expect(view['kind']).toBe('Pod');
    expect(Object.keys(view)).toEqual(['kind', 'spec']);
    expect(Object.hasOwn(view, 'spec')).toBe(true);
    expect('absent' in view).toBe(false);
    expect(view['absent']).toBeUndefined();
  });

  it('shows lists as lists', () => {
    const containers = asList(valueAt(view, ['spec', 'containers']));
    expect(Array.isArray(containers)).toBe(true);
    expect(containers.length).toBe(2);
    expect(containers.map((container) => asObject(container)['name'])).toEqual(['web', 'api']);
    expect([...containers].length).toBe(2);
  });

  it('throws what was read when an unknown value is read', () => {
    expect(() => valueAt(view, ['spec', 'containers', 1, 'image'])).toThrow(
      new UnknownValueRead('spec.containers[1].image', 'the variable image is not set'),
    );
    expect(() => Object.entries(asObject(view['spec']))).toThrow(
      'spec["odd key"] is not known: the variable image is not set',
    );
    expect(() => JSON.stringify(view)).toThrow(UnknownValueRead);
  });

  it('tells path and reason apart', () => {
    const error = new UnknownValueRead('spec', 'redacted');
    expect([error.name, error.path, error.reason, error.message]).toEqual([
      'UnknownValueRead',
      'spec',
      'redacted',
      'spec is not known: redacted',
    ]);
  });
});

describe('unrecorded', () => {
  it('gives the document behind a view, and any other document itself', () => {
    const document = { image: missing };
    expect(unrecorded(recordingView(document))).toBe(document);
    expect(unrecorded(document)).toBe(document);
  });
});
