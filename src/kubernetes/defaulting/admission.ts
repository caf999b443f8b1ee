import { always, each, fields, ifUnset, type Rule, same, text } from './rule.ts';

const everything = same(ifUnset({}), 'namespaceSelector', 'objectSelector');

const rules = each(fields({ scope: ifUnset('*') }));

const webhook = {
  failurePolicy: ifUnset('Fail'),
  matchPolicy: ifUnset('Equivalent'),
  ...everything,
  timeoutSeconds: ifUnset(10),
  clientConfig: fields({ caBundle: text, service: fields({ port: ifUnset(443) }) }),
  rules,
};

/** A ValidatingWebhookConfiguration. Side effects and review versions have no default. */
export const validatingWebhooks: Rule = fields({ webhooks: each(fields(webhook)) });

/** A MutatingWebhookConfiguration. */
export const mutatingWebhooks: Rule = fields({
  webhooks: each(fields({ ...webhook, reinvocationPolicy: ifUnset('Never') })),
});

const match = fields({
  matchPolicy: ifUnset('Equivalent'),
  ...everything,
  ...same(rules, 'resourceRules', 'excludeResourceRules'),
});

/** A ValidatingAdmissionPolicy or MutatingAdmissionPolicy. */
export const admissionPolicy: Rule = fields({
  spec: always(
    fields({
      failurePolicy: ifUnset('Fail'),
      paramKind: fields(same(text, 'apiVersion', 'kind')),
      matchConstraints: match,
      validations: each(fields(same(text, 'message', 'messageExpression'))),
      reinvocationPolicy: text,
      mutations: each(fields(same(fields({ expression: text }), 'applyConfiguration', 'jsonPatch'))),
    }),
  ),
});

/** A binding of such a policy. */
export const admissionPolicyBinding: Rule = fields({
  spec: fields({ policyName: text, matchResources: match, paramRef: fields(same(text, 'name', 'namespace')) }),
});
