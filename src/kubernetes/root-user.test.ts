import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { rootUserFrom } from './root-user.ts';
import { workloadOfPod } from './workload-of-pod.ts';

/** What may make the container root, by its own security context and that of the pod. */
function from(own: JsonObject, ofPod: JsonObject = {}, pod: JsonObject = {}): string | undefined {
  const spec = { ...pod, securityContext: ofPod, containers: [{ name: 'web', securityContext: own }] };
  return workloadOfPod(spec).containers.map(rootUserFrom)[0];
}

describe('rootUserFrom', () => {
  it('is the number 0, whoever sets it', () => {
    expect(from({ runAsUser: 0 }, { runAsUser: 1 })).toBe('runAsUser');
    expect(from({}, { runAsUser: 0 })).toBe('runAsUser');
    expect(from({ runAsUser: null, runAsNonRoot: false }, { runAsUser: 0 })).toBe('runAsUser');
  });

  it('is the image where nothing else says the user', () => {
    expect(from({})).toBe('image');
    expect(from({ runAsNonRoot: false, runAsGroup: 10_001 }, { runAsNonRoot: true })).toBe('image');
  });

  it('is nothing where the user is another, or root is refused', () => {
    expect(from({ runAsUser: 1 }, { runAsUser: 0 })).toBeUndefined();
    expect(from({}, { runAsUser: 10_001 })).toBeUndefined();
    expect(from({ runAsNonRoot: true, runAsUser: 0 })).toBeUndefined();
    expect(from({}, { runAsNonRoot: true })).toBeUndefined();
  });

  it('is nothing where there is no root of the node', () => {
    expect(from({ runAsUser: 0 }, {}, { hostUsers: false })).toBeUndefined();
    expect(from({ runAsUser: 0 }, {}, { hostUsers: true })).toBe('runAsUser');
    expect(from({}, {}, { os: { name: 'windows' } })).toBeUndefined();
    expect(from({}, {}, { os: { name: 'linux' } })).toBe('image');
  });
});
