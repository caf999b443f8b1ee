import { asObject, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { KubernetesObject } from './object.ts';
import { webhook } from './webhook.ts';

/** A server that the API server calls, as an object says how to reach it. */
export interface WebhookClient {
  /** `webhook "pods.guard.example"`. */
  readonly title: string;
  /** The `clientConfig`. */
  readonly content: JsonObject;
  at(...path: Path): Place;
}

const CONVERSION: Path = ['spec', 'conversion', 'webhook', 'clientConfig'];

/** The servers of a webhook configuration, or the one that converts the objects of a CustomResourceDefinition. */
export function webhookClientsOf(object: KubernetesObject): WebhookClient[] {
  if (object.kind === 'apiextensions.k8s.io/CustomResourceDefinition') return conversionClient(object);
  return [...webhook.enumerate(object)].map((entry) => ({
    title: entry.part,
    content: asObject(entry.content['clientConfig']),
    at: (...path) => entry.at('clientConfig', ...path),
  }));
}

function conversionClient(object: KubernetesObject): WebhookClient[] {
  const content = asObject(asObject(object.spec['conversion'])['webhook'])['clientConfig'];
  if (!isObject(content)) return [];
  return [{ title: 'the conversion webhook', content, at: (...path) => object.at(...CONVERSION, ...path) }];
}
