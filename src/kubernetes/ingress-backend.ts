import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { intOrString } from './int-or-string.ts';

/** A Service that an Ingress leads to, in any version of its API. */
export interface IngressBackend {
  /** Empty where none is named. */
  readonly service: string;
  /** Undefined where the backend has neither a number nor a name. */
  readonly port: number | string | undefined;
  /** The object of another kind that the backend names instead. */
  readonly resource: JsonObject | undefined;
  /** The backend. */
  readonly path: Path;
  /** The name of the Service. */
  readonly servicePath: Path;
  /** The number or the name of the port; the port where it has neither. */
  readonly portPath: Path;
}

/** The default backend of an Ingress and those of its paths. */
export function backendsOf({ content }: Resource): IngressBackend[] {
  const spec = asObject(content['spec']);
  const backends: IngressBackend[] = [];
  // Before networking.k8s.io/v1 it was `spec.backend`.
  for (const field of ['defaultBackend', 'backend']) {
    const backend = spec[field];
    if (isObject(backend)) backends.push(backendAt(backend, ['spec', field]));
  }
  for (const [rule, entry] of asList(spec['rules']).entries()) {
    for (const [index, path] of asList(asObject(asObject(entry)['http'])['paths']).entries()) {
      const at = ['spec', 'rules', rule, 'http', 'paths', index, 'backend'];
      backends.push(backendAt(asObject(asObject(path)['backend']), at));
    }
  }
  return backends;
}

function backendAt(backend: JsonObject, path: Path): IngressBackend {
  if ('serviceName' in backend) return oldBackendAt(backend, path);
  const service = asObject(backend['service']);
  const { number, name } = asObject(service['port']);
  const port = typeof number === 'number' && number !== 0 ? number : asString(name) || undefined;
  const field = typeof port === 'string' ? 'name' : 'number';
  return {
    service: asString(service['name']) ?? '',
    port,
    resource: isObject(backend['resource']) ? backend['resource'] : undefined,
    path,
    servicePath: [...path, 'service', 'name'],
    portPath: port === undefined ? [...path, 'service', 'port'] : [...path, 'service', 'port', field],
  };
}

/** Before networking.k8s.io/v1 name and port stood in the backend itself. */
function oldBackendAt({ serviceName, servicePort, resource }: JsonObject, path: Path): IngressBackend {
  return {
    service: asString(serviceName) ?? '',
    port: intOrString(servicePort) || undefined,
    resource: isObject(resource) ? resource : undefined,
    path,
    servicePath: [...path, 'serviceName'],
    portPath: [...path, 'servicePort'],
  };
}
