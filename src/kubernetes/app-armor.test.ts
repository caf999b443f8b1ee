import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { appArmorAnnotationPrefix, asksForAppArmor, isConfiningAnnotation, isConfiningProfile } from './app-armor.ts';
import { workloadOfPod } from './workload-of-pod.ts';

/** Whether the only container asks for AppArmor, by its profile, that of the pod, and annotations for container names. */
function asks(own: unknown, ofPod: unknown, annotations: JsonObject = {}): boolean | undefined {
  const keys = Object.entries(annotations).map(([name, value]) => [`${appArmorAnnotationPrefix}${name}`, value]);
  const spec = {
    securityContext: { appArmorProfile: ofPod },
    containers: [{ name: 'web', securityContext: { appArmorProfile: own } }],
  };
  return workloadOfPod(spec, { annotations: Object.fromEntries(keys) }).containers.map(asksForAppArmor)[0];
}

const RUNTIME_DEFAULT = { type: 'RuntimeDefault' };
const UNCONFINED = { type: 'Unconfined' };

describe('asksForAppArmor', () => {
  it('takes the profile of the container before that of the pod', () => {
    expect(asks(RUNTIME_DEFAULT, UNCONFINED)).toBe(true);
    expect(asks(UNCONFINED, RUNTIME_DEFAULT)).toBe(false);
    expect(asks(null, RUNTIME_DEFAULT)).toBe(true);
    expect(asks(undefined, undefined)).toBe(false);
    expect(asks({}, RUNTIME_DEFAULT)).toBe(false);
  });

  it('reads the annotation for the container', () => {
    expect(asks(undefined, undefined, { web: 'localhost/web' })).toBe(true);
    expect(asks(UNCONFINED, undefined, { web: 'runtime/default' })).toBe(true);
    expect(asks(undefined, undefined, { web: 'unconfined' })).toBe(false);
    expect(asks(undefined, undefined, { web: true })).toBe(false);
    expect(asks(undefined, undefined, { other: 'runtime/default' })).toBe(false);
  });
});

it.each([
  ['RuntimeDefault', true],
  ['Localhost', true],
  ['Unconfined', false],
  ['localhost', false],
  ['', false],
  [undefined, false],
])('knows whether a profile of type %j confines', (type, confines) => {
  expect(isConfiningProfile({ type })).toBe(confines);
});

it.each([
  ['runtime/default', true],
  ['localhost/web', true],
  ['localhost/', true],
  ['unconfined', false],
  ['runtime/default ', false],
  ['localhost', false],
  ['', false],
])('knows whether the annotation %j confines', (value, confines) => {
  expect(isConfiningAnnotation(value)).toBe(confines);
});
