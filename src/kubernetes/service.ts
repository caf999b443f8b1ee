import { asList, asNumber, asObject, asString } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import type { Container } from './container.ts';
import { type IntOrString, intOrString } from './int-or-string.ts';
import type { Workload } from './workload.ts';

/** A port of a Service, with what the API server fills in. */
export interface ServicePort {
  /** Empty where it has none. */
  readonly name: string;
  readonly port: number | undefined;
  /** The port itself where none is set. */
  readonly targetPort: IntOrString | undefined;
  readonly protocol: string;
  /** The entry of `spec.ports`. */
  readonly path: Path;
}

/** The ports of a Service. */
export function servicePortsOf(service: Resource): ServicePort[] {
  return asList(asObject(service.content['spec'])['ports']).map((entry, index) => {
    const content = asObject(entry);
    const port = asNumber(content['port']);
    return {
      name: asString(content['name']) ?? '',
      port,
      targetPort: intOrString(content['targetPort']) || port,
      protocol: asString(content['protocol']) || 'TCP',
      path: ['spec', 'ports', index],
    };
  });
}

/** True if a Service has a port of the number or the name. One that only gives a DNS name leads anywhere. */
export function hasServicePort(service: Resource, wanted: IntOrString): boolean {
  if (asObject(service.content['spec'])['type'] === 'ExternalName') return true;
  return servicePortsOf(service).some(({ port, name }) => (typeof wanted === 'number' ? port : name) === wanted);
}

/** A port that a container declares. */
export interface ContainerPort {
  readonly name: string;
  readonly number: number | undefined;
  readonly protocol: string;
}

/** The ports that regular containers and sidecars of a workload declare. */
export function declaredPortsOf(workload: Workload): ContainerPort[] {
  return workload.containers.filter(isServing).flatMap(({ content }) =>
    asList(content['ports']).map((entry) => {
      const port = asObject(entry);
      return {
        name: asString(port['name']) ?? '',
        number: asNumber(port['containerPort']),
        protocol: asString(port['protocol']) || 'TCP',
      };
    }),
  );
}

function isServing({ role }: Container): boolean {
  return role === 'regular' || role === 'sidecar';
}
