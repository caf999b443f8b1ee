import { always, each, fields, ifUnset, inTurn, isUnset, number, onMapping, type Rule, same, text } from './rule.ts';

const rules = each(fields({ ports: each(fields({ protocol: ifUnset('TCP') })) }));

/** A policy is for incoming connections, and for outgoing ones if it has rules for them. */
const policyTypes = onMapping((spec) => {
  const given = spec['policyTypes'];
  if (!isUnset(given) && !(Array.isArray(given) && given.length === 0)) return spec;
  const egress = spec['egress'];
  const isForEgress = Array.isArray(egress) && egress.length > 0;
  return { ...spec, policyTypes: isForEgress ? ['Ingress', 'Egress'] : ['Ingress'] };
});

/** A NetworkPolicy. Its pod selector is always there, and selects all pods if empty. */
export const networkPolicy: Rule = fields({
  spec: always(inTurn(fields({ podSelector: ifUnset({}), ...same(rules, 'ingress', 'egress') }), policyTypes)),
});

const backend = fields({ service: fields({ port: fields({ name: text, number }) }) });

/** An Ingress: no field has a default. */
export const ingress: Rule = fields({
  spec: fields({
    defaultBackend: backend,
    rules: each(fields({ host: text, http: fields({ paths: each(fields({ path: text, backend })) }) })),
    tls: each(fields({ secretName: text })),
  }),
});

/** An IngressClass. */
export const ingressClass: Rule = fields({
  spec: fields({ controller: text, parameters: fields({ scope: ifUnset('Cluster') }) }),
});
