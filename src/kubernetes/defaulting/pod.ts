import type { JsonObject } from '../../core/json.ts';
import { appArmorFromAnnotations, labelKeysInSelectors } from './pod-creation.ts';
import { podLevelResources } from './pod-resources.ts';
import { podMetadata, podSpec } from './pod-spec.ts';
import {
  always,
  each,
  fields,
  from,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  onMapping,
  type Rule,
  same,
  withField,
} from './rule.ts';

/** Requests that are not given are as large as the limits. */
const requestsFromLimits = onMapping((resources) => {
  const { limits, requests } = resources;
  if (!isMapping(limits) || (!isUnset(requests) && !isMapping(requests))) return resources;
  const given: JsonObject = requests ?? {};
  const isWhole = Object.keys(limits).every((name) => Object.hasOwn(given, name));
  return isWhole ? resources : { ...resources, requests: { ...limits, ...given } };
});

const requests = fields(same(each(fields({ resources: requestsFromLimits })), 'containers', 'initContainers'));

const hostPort = onMapping((port) => {
  const { hostPort: given, containerPort } = port;
  const isOpen = !isUnset(containerPort) && containerPort !== 0;
  return isOpen && (isUnset(given) || given === 0) ? withField(port, 'hostPort', containerPort) : port;
});

const hostPorts = fields(same(each(fields({ ports: each(hostPort) })), 'containers', 'initContainers'));

/** On the node's network, a container's port is a port of the node. */
const hostNetworkPorts: Rule = (spec, target) =>
  isMapping(spec) && spec['hostNetwork'] === true ? hostPorts(spec, target) : spec;

const notNegative: Rule = (value) => (typeof value === 'number' && value < 0 ? 1 : value);

/** A Pod. What concerns it alone is not in the templates of controllers, whose Pods get it when they are made. */
export const pod: Rule = inTurn(
  fields({
    metadata: podMetadata,
    spec: always(
      inTurn(
        requests,
        from(34, podLevelResources),
        fields({ enableServiceLinks: ifUnset(true), terminationGracePeriodSeconds: notNegative }),
        hostNetworkPorts,
        podSpec,
      ),
    ),
  }),
  appArmorFromAnnotations,
  labelKeysInSelectors,
);
