import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import { dns1123Label, dns1123Subdomain, qualifiedName } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, checkRange, entries, isAbsent, isEmpty } from './fields.ts';
import { checkLabels } from './labels.ts';
import { checkPort, checkPortNumber } from './ports.ts';
import type { ObjectRule } from './rule.ts';

const LONGEST_AFFINITY = 86_400;

/** A Service. */
export const checkService: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  const type = isEmpty(spec['type']) ? 'ClusterIP' : spec['type'];
  const isHeadless = spec['clusterIP'] === 'None' || asList(spec['clusterIPs'])[0] === 'None';
  const path = ['spec', 'ports'];
  const ports = entries(spec['ports'], path);
  const canHavePorts = isAbsent(spec['ports']) || Array.isArray(spec['ports']);
  if (canHavePorts && ports.length === 0 && !isHeadless && type !== 'ExternalName') report.required(path);
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless) {
    report.invalid(['spec', 'clusterIPs', 0], 'None', `may not be set to 'None' for ${type} services`);
  }
  checkServicePorts(ports, type, report);
  checkLabels(spec['selector'], ['spec', 'selector'], report);
  checkAffinity(spec, report);
  if (type === 'ExternalName') checkExternalName(spec['externalName'], report);
  checkTraffic(spec, type, report);
};

function checkServicePorts(ports: ReturnType<typeof entries>, type: unknown, report: ViolationReport): void {
  const names = new Set<unknown>();
  const served = new Set<string>();
  for (const [port, at] of ports) {
    const { name, protocol, nodePort } = port;
    checkName(name, dns1123Label, [...at, 'name'], report, ports.length > 1 ? 'required' : 'optional');
    if (!isEmpty(name) && names.has(name)) report.duplicate([...at, 'name'], name);
    names.add(name);
    checkPortNumber(port['port'], [...at, 'port'], report, true);
    // The port itself is the default of the target.
    const target = port['targetPort'];
    const isUnset = isAbsent(target) || target === 0 || target === '';
    checkPort(isUnset ? port['port'] : target, [...at, 'targetPort'], report, true);
    checkName(port['appProtocol'], qualifiedName, [...at, 'appProtocol'], report);
    const transport = typeof protocol === 'string' && protocol !== '' ? protocol : 'TCP';
    const key = `${transport}/${String(port['port'])}`;
    if (served.has(key)) report.duplicate(at, { protocol: transport, port: port['port'] });
    served.add(key);
    if (type === 'ClusterIP' && typeof nodePort === 'number' && nodePort !== 0) {
      report.forbidden([...at, 'nodePort'], "may not be used when `type` is 'ClusterIP'");
    }
  }
}

function checkAffinity(spec: JsonObject, report: ViolationReport): void {
  const { sessionAffinity, sessionAffinityConfig } = spec;
  const path = ['spec', 'sessionAffinityConfig'];
  if ((isEmpty(sessionAffinity) || sessionAffinity === 'None') && isObject(sessionAffinityConfig)) {
    report.forbidden(path, 'must not be set when session affinity is None');
  }
  const seconds = asObject(asObject(sessionAffinityConfig)['clientIP'])['timeoutSeconds'];
  checkRange(seconds, 1, LONGEST_AFFINITY, [...path, 'clientIP', 'timeoutSeconds'], report);
}

function checkExternalName(value: unknown, report: ViolationReport): void {
  const path = ['spec', 'externalName'];
  if (isEmpty(value) || value === '.') report.required(path);
  else if (typeof value === 'string') checkName(value.replace(/\.$/, ''), dns1123Subdomain, path, report);
}

function checkTraffic(spec: JsonObject, type: unknown, report: ViolationReport): void {
  const isExternal = type === 'LoadBalancer' || type === 'NodePort' || asList(spec['externalIPs']).length > 0;
  const policy = spec['externalTrafficPolicy'];
  if (!isExternal && !isEmpty(policy)) {
    const words = 'may only be set for externally-accessible services';
    report.invalid(['spec', 'externalTrafficPolicy'], policy, words);
  }
  if (type === 'LoadBalancer') return;
  const words = "may only be used when `type` is 'LoadBalancer'";
  for (const name of ['allocateLoadBalancerNodePorts', 'loadBalancerClass']) {
    if (!isAbsent(spec[name])) report.forbidden(['spec', name], words);
  }
  if (asList(spec['loadBalancerSourceRanges']).length > 0) {
    report.forbidden(['spec', 'loadBalancerSourceRanges'], words);
  }
}
