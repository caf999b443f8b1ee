import { asList, asObject, asString, isObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';

/** A Service that the API server calls, at a port. */
export interface CalledService {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
  /** The reference. */
  readonly path: Path;
}

const DEFAULT_PORT = 443;

/** The kinds whose objects make the API server call a Service. */
export const callingKinds: readonly string[] = [
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
];

/** The Services that a webhook configuration, a definition with a conversion webhook or an APIService names. */
export function calledServicesOf({ kind, content }: Resource): CalledService[] {
  const spec = asObject(content['spec']);
  if (kind === 'apiregistration.k8s.io/APIService') return serviceAt(spec['service'], ['spec', 'service']);
  if (kind === 'apiextensions.k8s.io/CustomResourceDefinition') {
    const client = asObject(asObject(asObject(spec['conversion'])['webhook'])['clientConfig']);
    return serviceAt(client['service'], ['spec', 'conversion', 'webhook', 'clientConfig', 'service']);
  }
  return asList(content['webhooks']).flatMap((webhook, index) =>
    serviceAt(asObject(asObject(webhook)['clientConfig'])['service'], ['webhooks', index, 'clientConfig', 'service']),
  );
}

function serviceAt(value: unknown, path: Path): CalledService[] {
  if (!isObject(value)) return [];
  const { name, namespace, port } = value;
  const number = typeof port === 'number' ? port : DEFAULT_PORT;
  return [{ name: asString(name) ?? '', namespace: asString(namespace) ?? '', port: number, path }];
}
