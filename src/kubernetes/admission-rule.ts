import { asList, asString, type JsonObject } from '../core/json.ts';

/** What a request to the API server is about, by the plural name of its resource. */
export interface RequestedResource {
  /** Empty for the core group. */
  readonly group: string;
  readonly resource: string;
  /** Empty for the resource itself. */
  readonly subresource: string;
  readonly isNamespaced: boolean;
}

/** An operation as rules of webhooks and of admission policies name it. */
export type AdmissionOperation = 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';

/**
 * Whether a rule of a webhook or of an admission policy (admissionregistration/v1 RuleWithOperations) covers a request, in
 * whatever version of its group. `pods/*` covers pods and all their subresources, `*` every resource but no subresource.
 */
export function ruleCovers(rule: JsonObject, requested: RequestedResource, operation: AdmissionOperation): boolean {
  return (
    asList(rule['resources']).some((name) => namesResource(asString(name) ?? '', requested)) &&
    isListed(rule['apiGroups'], requested.group) &&
    isListed(rule['operations'], operation) &&
    isInScope(rule['scope'], requested)
  );
}

function namesResource(name: string, { resource, subresource }: RequestedResource): boolean {
  const slash = name.indexOf('/');
  const ofResource = slash === -1 ? name : name.slice(0, slash);
  const ofSubresource = slash === -1 ? '' : name.slice(slash + 1);
  return (ofResource === '*' || ofResource === resource) && (ofSubresource === '*' || ofSubresource === subresource);
}

function isListed(list: unknown, value: string): boolean {
  const values = asList(list);
  return values.includes('*') || values.includes(value);
}

/** A namespace is of the cluster's scope itself. */
function isInScope(scope: unknown, { isNamespaced }: RequestedResource): boolean {
  if (scope === 'Namespaced') return isNamespaced;
  return scope !== 'Cluster' || !isNamespaced;
}
