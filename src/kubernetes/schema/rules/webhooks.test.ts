import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

const whole = {
  name: 'a.example.com',
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
  clientConfig: { url: 'https://example.com/path' },
  rules: [{ operations: ['*'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods', 'pods/status'] }],
};

function lines(...webhooks: readonly JsonObject[]): string[] {
  return violationLines({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'w' },
    webhooks: webhooks.map((webhook) => ({ ...whole, ...webhook })),
  }).map((line) => line.replace('webhooks[0].', ''));
}

it('passes a whole webhook', () => {
  expect(lines({}, { name: 'b.example.com', clientConfig: { service: { name: 's', namespace: 'n' } } })).toEqual([]);
});

it('asks for names of three parts, all different', () => {
  expect(lines({ name: 'a.b' })).toEqual([
    'name: Invalid value: "a.b": should be a domain with at least three segments separated by dots',
  ]);
  expect(lines({}, {})).toEqual(['webhooks[1].name: Duplicate value: "a.example.com"']);
});

it('asks for what it may do and how long', () => {
  expect(lines({ sideEffects: 'Some', timeoutSeconds: 31 })).toEqual([
    'sideEffects: Unsupported value: "Some": supported values: "None", "NoneOnDryRun"',
    'timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds',
  ]);
  expect(lines({ sideEffects: null })).toEqual(['sideEffects: Required value: must specify one of None, NoneOnDryRun']);
});

it('asks for whole rules', () => {
  expect(
    lines({ rules: [{ apiGroups: ['*', 'apps'], apiVersions: [''], resources: [null], operations: [null] }, {}] }),
  ).toEqual([
    'rules[0].operations[0]: Unsupported value: "": supported values: "*", "CONNECT", "CREATE", "DELETE", "UPDATE"',
    'rules[0].apiGroups: Invalid value: ["*","apps"]: if \'*\' is present, must not specify other API groups',
    'rules[0].apiVersions[0]: Required value',
    'rules[0].resources[0]: Required value',
    'rules[1].operations: Required value',
    'rules[1].apiGroups: Required value',
    'rules[1].apiVersions: Required value',
    'rules[1].resources: Required value',
  ]);
});

it('asks for a review version that is known', () => {
  expect(lines({ admissionReviewVersions: [] })).toEqual([
    'admissionReviewVersions: Required value: must specify one of v1, v1beta1',
  ]);
  expect(lines({ admissionReviewVersions: ['v2', 'v2'] })).toEqual([
    'admissionReviewVersions[1]: Invalid value: "v2": duplicate version',
    'admissionReviewVersions: Invalid value: ["v2","v2"]: must include at least one of v1, v1beta1',
  ]);
});

describe('the client', () => {
  it('is reached in one way', () => {
    const words = 'clientConfig: Required value: exactly one of url or service is required';
    expect(lines({ clientConfig: null })).toEqual([words]);
    expect(lines({ clientConfig: { url: 'https://a', service: { name: 's', namespace: 'n' } } })).toEqual([words]);
    expect(lines({ clientConfig: { service: { port: 0 } } })).toEqual([
      'clientConfig.service.name: Required value',
      'clientConfig.service.namespace: Required value',
      'clientConfig.service.port: Invalid value: 0: must be between 1 and 65535, inclusive',
    ]);
  });

  const form = 'desired format: https://host[/path]';
  it.each([
    ['http://a', [`Invalid value: "http": 'https' is the only allowed URL scheme; ${form}`]],
    [
      'a',
      [
        `Invalid value: "": 'https' is the only allowed URL scheme; ${form}`,
        `Invalid value: "": host must be specified; ${form}`,
      ],
    ],
    ['https:///path', [`Invalid value: "": host must be specified; ${form}`]],
    ['https://user@a/b', ['Invalid value: "user": user information is not permitted in the URL']],
    ['https://a/b#c', ['Invalid value: "c": fragments are not permitted in the URL']],
    ['https://a/b?c', ['Invalid value: "c": query parameters are not permitted in the URL']],
  ])('has an address: %s', (url, expected) => {
    expect(lines({ clientConfig: { url } })).toEqual(expected.map((line) => `clientConfig.url: ${line}`));
  });
});
