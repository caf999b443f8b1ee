import { type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { objectReference } from './reference.ts';
import {
  always,
  each,
  fields,
  flag,
  ifEmpty,
  ifUnset,
  inTurn,
  isUnset,
  mappingOf,
  number,
  onMapping,
  type Rule,
  same,
  text,
  withField,
} from './rule.ts';

const THREE_HOURS = 10_800;

const targetPort = onMapping((port) => {
  const given = port['targetPort'];
  return isUnset(given) || given === 0 || given === '' ? withField(port, 'targetPort', port['port']) : port;
});

const ports = each(inTurn(targetPort, fields({ name: text, protocol: ifEmpty('TCP'), nodePort: number })));

/** The settings of session affinity are there if, and only if, there is affinity. */
const affinity = onMapping((spec) => {
  if (spec['sessionAffinity'] === 'None') return withField(spec, 'sessionAffinityConfig', undefined);
  if (spec['sessionAffinity'] !== 'ClientIP') return spec;
  const timeout = mappingOf(mappingOf(spec['sessionAffinityConfig'])['clientIP'])['timeoutSeconds'];
  return isUnset(timeout) ? { ...spec, sessionAffinityConfig: { clientIP: { timeoutSeconds: THREE_HOURS } } } : spec;
});

/** What follows from the type; where the type is not known, what follows is not known either. */
const byType = onMapping((spec) => {
  const { type } = spec;
  if (type instanceof UnknownValue) {
    return withDefaults(spec, { externalTrafficPolicy: type, internalTrafficPolicy: type });
  }
  const isBalanced = type === 'LoadBalancer';
  const isOnNodes = isBalanced || type === 'NodePort';
  const addresses = ownValue(spec, 'externalIPs');
  const isOutside = isOnNodes || (type === 'ClusterIP' && Array.isArray(addresses) && addresses.length > 0);
  return withDefaults(spec, {
    ...(isOutside ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(isOnNodes || type === 'ClusterIP' ? { internalTrafficPolicy: 'Cluster' } : {}),
    ...(isBalanced ? { allocateLoadBalancerNodePorts: true } : {}),
  });
});

function withDefaults(spec: JsonObject, defaults: JsonObject): JsonObject {
  return Object.entries(defaults).reduce(
    (result, [key, value]) => withField(result, key, isUnset(ownValue(result, key)) ? value : ownValue(result, key)),
    spec,
  );
}

/** A Service. Cluster addresses, their families and node ports are allocated, not defaulted. */
export const service: Rule = fields({
  spec: always(
    inTurn(
      fields({
        sessionAffinity: ifEmpty('None'),
        type: ifEmpty('ClusterIP'),
        ports,
        publishNotReadyAddresses: flag,
        healthCheckNodePort: number,
        ...same(text, 'clusterIP', 'loadBalancerIP', 'externalName', 'externalTrafficPolicy'),
      }),
      affinity,
      byType,
    ),
  ),
});

/** Endpoints. */
export const endpoints: Rule = fields({
  subsets: each(
    fields({
      ...same(each(fields({ hostname: text, targetRef: objectReference })), 'addresses', 'notReadyAddresses'),
      ports: each(fields({ name: text, protocol: ifEmpty('TCP') })),
    }),
  ),
});

/** An EndpointSlice. */
export const endpointSlice: Rule = fields({
  endpoints: each(fields({ targetRef: objectReference })),
  ports: each(fields({ name: ifUnset(''), protocol: ifUnset('TCP') })),
});
