import { describe, expect, it } from 'vitest';
import { admissionPolicy, admissionPolicyBinding, mutatingWebhooks, validatingWebhooks } from './admission.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const selectors = { namespaceSelector: {}, objectSelector: {} };
const webhookDefaults = { failurePolicy: 'Fail', matchPolicy: 'Equivalent', timeoutSeconds: 10, ...selectors };

const webhook = {
  name: 'a.example',
  clientConfig: { service: { namespace: 'n', name: 's' } },
  rules: [{ resources: ['pods'] }, { resources: ['nodes'], scope: 'Cluster' }],
};
const expected = {
  name: 'a.example',
  clientConfig: { service: { namespace: 'n', name: 's', port: 443 } },
  rules: [
    { resources: ['pods'], scope: '*' },
    { resources: ['nodes'], scope: 'Cluster' },
  ],
  ...webhookDefaults,
};

describe('validatingWebhooks', () => {
  it('fail closed, for all objects in any scope', () => {
    expect(validatingWebhooks({ webhooks: [webhook] }, target)).toEqual({ webhooks: [expected] });
  });

  it('keep what is given, and have no service of their own', () => {
    const given = {
      ...webhookDefaults,
      failurePolicy: 'Ignore',
      matchPolicy: 'Exact',
      timeoutSeconds: 1,
      objectSelector: { matchLabels: { a: 'b' } },
      clientConfig: { url: 'https://a.example' },
    };
    const object = { webhooks: [given] };
    expect(validatingWebhooks(object, target)).toBe(object);
  });

  it('leave what is malformed', () => {
    const object = { webhooks: ['a', null] };
    expect(validatingWebhooks(object, target)).toBe(object);
  });
});

describe('mutatingWebhooks', () => {
  it('are not called again', () => {
    expect(mutatingWebhooks({ webhooks: [webhook] }, target)).toEqual({
      webhooks: [{ ...expected, reinvocationPolicy: 'Never' }],
    });
  });
});

describe('admissionPolicy', () => {
  it('fails closed', () => {
    expect(admissionPolicy({}, target)).toEqual({ spec: { failurePolicy: 'Fail' } });
  });

  it('matches equivalent objects in any scope', () => {
    const matchConstraints = { resourceRules: [{}], excludeResourceRules: [{ scope: 'Namespaced' }] };
    expect(
      admissionPolicy({ spec: { failurePolicy: 'Ignore', matchConstraints, validations: [{ message: '' }] } }, target),
    ).toEqual({
      spec: {
        failurePolicy: 'Ignore',
        matchConstraints: {
          matchPolicy: 'Equivalent',
          ...selectors,
          resourceRules: [{ scope: '*' }],
          excludeResourceRules: [{ scope: 'Namespaced' }],
        },
        validations: [{}],
      },
    });
  });
});

describe('admissionPolicyBinding', () => {
  it('matches equivalent objects where it matches any', () => {
    expect(admissionPolicyBinding({ spec: { policyName: 'p', matchResources: {} } }, target)).toEqual({
      spec: { policyName: 'p', matchResources: { matchPolicy: 'Equivalent', ...selectors } },
    });
    const bare = { spec: { policyName: 'p' } };
    expect(admissionPolicyBinding(bare, target)).toBe(bare);
  });
});
