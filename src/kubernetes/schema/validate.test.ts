import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { recordingView, UnknownValue } from '../../core/unknown-value.ts';
import { validateBuiltIn } from './validate.ts';
import { violationLines } from './violation-lines.ts';

function pod(spec: unknown): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec };
}

describe('validateBuiltIn', () => {
  it('knows nothing of other kinds', () => {
    expect(validateBuiltIn({ apiVersion: 'example.com/v1', kind: 'Pod' })).toBeUndefined();
    expect(validateBuiltIn({ kind: 'Pod' })).toBeUndefined();
    expect(validateBuiltIn({ apiVersion: 1, kind: [] })).toBeUndefined();
  });

  it('takes the fields of the version', () => {
    const object = pod({ hostnameOverride: 'a', containers: [{ name: 'a', image: 'b' }] });
    expect(validateBuiltIn(object, { major: 1, minor: 34 })).toEqual([]);
    expect(validateBuiltIn(object, { major: 1, minor: 33 })?.map(({ rule }) => rule)).toEqual(['unknown-field']);
  });

  it('says once what is wrong with a field that could not be decoded', () => {
    expect(violationLines(pod({ containers: [{ NAME: 'a', image: 7 }] }))).toEqual([
      'spec.containers[0].NAME: strict decoding error: unknown field "spec.containers[0].NAME"; did you mean name?',
      'spec.containers[0].image: json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string',
    ]);
    expect(violationLines(pod([]))).toEqual([
      'spec: json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec',
    ]);
  });

  it('leaves the status of new objects alone', () => {
    const object = { ...pod({ containers: [{ name: 'a', image: 'b' }] }), status: { phase: 'Odd', conditions: [{}] } };
    expect(violationLines(object)).toEqual([]);
  });

  it('asks for required texts and enumerated values', () => {
    const container = {
      name: 'a',
      image: 'b',
      imagePullPolicy: 'Sometimes',
      ports: [{ containerPort: 1, protocol: '' }],
    };
    expect(violationLines(pod({ containers: [{ ...container, env: [{}] }] }))).toEqual([
      'spec.containers[0].env[0].name: Required value',
      'spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"',
    ]);
  });

  it('takes damaged objects without throwing', () => {
    const damaged = [null, 7, 'a', [], [null], [[]], {}, true];
    for (const value of damaged) {
      for (const field of ['containers', 'volumes', 'affinity', 'tolerations', 'securityContext', 'dnsConfig']) {
        expect(Array.isArray(validateBuiltIn(pod({ [field]: value })))).toBe(true);
      }
      expect(Array.isArray(validateBuiltIn({ ...pod(value), metadata: value }))).toBe(true);
    }
  });
});

describe('unknown values', () => {
  const unknown = new UnknownValue('var.a');

  it('are refused nowhere', () => {
    expect(violationLines(pod(unknown))).toEqual([]);
    expect(violationLines(pod({ containers: unknown }))).toEqual([]);
    expect(
      violationLines(
        pod({
          containers: [
            { name: unknown, image: unknown },
            { name: unknown, image: unknown },
          ],
        }),
      ),
    ).toEqual([]);
    expect(
      violationLines({ ...pod({ containers: [{ name: 'a', image: 'b' }] }), metadata: { name: unknown } }),
    ).toEqual([]);
  });

  it('do not hide what is wrong elsewhere, behind a recording view either', () => {
    const object = pod({ containers: [{ name: 'a', image: unknown, ports: [{ containerPort: -1 }] }] });
    const line = 'spec.containers[0].ports[0].containerPort: Invalid value: -1: must be between 1 and 65535, inclusive';
    expect(violationLines(object)).toEqual([line]);
    expect(violationLines(recordingView(object))).toEqual([line]);
  });
});
