import { describe, expect, it } from 'vitest';
import { coveredBy, foldings } from './foldings.ts';

describe('foldings', () => {
  it('has each check of a chain cover the next', () => {
    expect(foldings.get('container-runtime-socket')).toEqual(['host-path-sensitive']);
    expect(foldings.get('host-path-sensitive')).toEqual(['host-path-volume']);
    expect(foldings.get('service-selects-nothing')).toEqual(['service-port-mismatch', 'service-without-endpoints']);
    expect(foldings.get('host-port')).toBeUndefined();
  });
});

describe('coveredBy', () => {
  it('follows chains to their ends', () => {
    expect([...coveredBy(['container-runtime-socket'], foldings)]).toEqual([
      'host-path-sensitive',
      'host-path-volume',
      'restricted-volume-type',
    ]);
    expect([...coveredBy(['host-port'], foldings)]).toEqual([]);
  });

  it('comes to an end in a circle', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['a']],
    ]);
    expect([...coveredBy(['a'], circle)]).toEqual(['b', 'a']);
  });
});
