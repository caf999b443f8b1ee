import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';

/** A Service that an Ingress (networking.k8s.io/v1) leads to. */
export interface IngressBackend {
  /** Empty where none is named. */
  readonly service: string;
  /** Undefined where the backend has neither a number nor a name. */
  readonly port: number | string | undefined;
  /** The object of another kind that the backend names instead. */
  readonly resource: JsonObject | undefined;
  /** The backend. */
  readonly path: Path;
  /** The number or the name of the port. */
  readonly portPath: Path;
}

/** The default backend of an Ingress and those of its paths. */
export function backendsOf({ content }: Resource): IngressBackend[] {
  const spec = asObject(content['spec']);
  const backends: IngressBackend[] = [];
  if (isObject(spec['defaultBackend'])) backends.push(backendAt(spec['defaultBackend'], ['spec', 'defaultBackend']));
  for (const [rule, entry] of asList(spec['rules']).entries()) {
    for (const [index, path] of asList(asObject(asObject(entry)['http'])['paths']).entries()) {
      const at = ['spec', 'rules', rule, 'http', 'paths', index, 'backend'];
      backends.push(backendAt(asObject(asObject(path)['backend']), at));
    }
  }
  return backends;
}

function backendAt(backend: JsonObject, path: Path): IngressBackend {
  const service = asObject(backend['service']);
  const { number, name } = asObject(service['port']);
  const port = typeof number === 'number' && number !== 0 ? number : asString(name) || undefined;
  const field = typeof port === 'string' ? 'name' : 'number';
  return {
    service: asString(service['name']) ?? '',
    port,
    resource: isObject(backend['resource']) ? backend['resource'] : undefined,
    path,
    portPath: [...path, 'service', 'port', field],
  };
}
