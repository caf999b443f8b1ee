import { asList, asNumber, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import type { Container } from './container.ts';

/** A port of the node that a container opens. */
export interface HostPort {
  /** A text only where the API server would refuse it. */
  readonly port: number | string;
  readonly field: Place;
  /**
   * The setting that opens it: on a pod in the network of the node, the API server fills in the host port that equals the
   * container port, and hostNetwork is what opens it.
   */
  readonly openedBy: Place;
}

/** The host ports of a container as they are written or stored; 0 is none. */
export function hostPortsOf(container: Container): HostPort[] {
  const { workload } = container;
  const hostPorts: HostPort[] = [];
  for (const [index, entry] of asList(container.content['ports']).entries()) {
    const { hostPort, containerPort } = asObject(entry);
    const port = asNumber(hostPort) ?? asString(hostPort);
    if (port === undefined || port === 0) continue;
    const field = container.at('ports', index, 'hostPort');
    const isFilledIn = workload.pod['hostNetwork'] === true && port === containerPort;
    hostPorts.push({ port, field, openedBy: isFilledIn ? workload.at('hostNetwork') : field });
  }
  return hostPorts;
}
