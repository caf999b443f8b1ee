import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { JudgedPart, Part } from '../core/subject.ts';
import { type AdmissionOperation, type RequestedResource, ruleCovers } from './admission-rule.ts';
import type { KubernetesObject } from './object.ts';

/** The kind of configuration whose webhooks may refuse a request. */
export const validatingWebhooks = 'admissionregistration.k8s.io/ValidatingWebhookConfiguration';

/** The kind of configuration whose webhooks may change an object. */
export const mutatingWebhooks = 'admissionregistration.k8s.io/MutatingWebhookConfiguration';

/** One webhook of a configuration. */
export interface Webhook extends JudgedPart {
  readonly configuration: KubernetesObject;
  readonly name: string;
  readonly content: JsonObject;
  /** False if requests pass when it does not answer. */
  readonly stopsOnFailure: boolean;
  /** A field below the webhook. */
  at(...path: Path): Place;
}

/** A request for a resource. */
export interface ResourceRequest {
  readonly requested: RequestedResource;
  readonly operation: AdmissionOperation;
}

/** Every webhook of a configuration, judged by itself. */
export const webhook: Part<KubernetesObject, Webhook> = {
  name: 'webhook',
  *enumerate(configuration) {
    for (const [index, entry] of asList(configuration.content['webhooks']).entries()) {
      yield webhookOf(configuration, asObject(entry), index);
    }
  },
};

function webhookOf(configuration: KubernetesObject, content: JsonObject, index: number): Webhook {
  const name = asString(content['name']) ?? '';
  return {
    configuration,
    name,
    part: name === '' ? `webhook number ${index + 1}` : `webhook "${name}"`,
    anchor: configuration.at('webhooks', index),
    content,
    get stopsOnFailure() {
      return (content['failurePolicy'] ?? defaultFailurePolicy(configuration)) !== 'Ignore';
    },
    at: (...path) => configuration.at('webhooks', index, ...path),
  };
}

/** What a webhook does that says nothing of it: v1 stops requests, v1beta1 let them pass. */
function defaultFailurePolicy({ content }: KubernetesObject): string {
  return content['apiVersion'] === 'admissionregistration.k8s.io/v1beta1' ? 'Ignore' : 'Fail';
}

/** True if a rule of the webhook covers one of the requests. */
export function isCalledFor({ content }: Webhook, requests: readonly ResourceRequest[]): boolean {
  return asList(content['rules']).some((rule) =>
    requests.some(({ requested, operation }) => ruleCovers(asObject(rule), requested, operation)),
  );
}
