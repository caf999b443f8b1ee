import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';

/** Whom and what the server's configuration takes out of Pod Security. Names are whole; there are no patterns. */
export interface Exemptions {
  readonly usernames: readonly string[];
  readonly namespaces: readonly string[];
  readonly runtimeClasses: readonly string[];
}

/** Why a pod is exempt, as the audit log names it. */
export type ExemptionReason = 'user' | 'namespace' | 'runtimeClass';

export const noExemptions: Exemptions = { usernames: [], namespaces: [], runtimeClasses: [] };

/** Why a request is exempt whatever its pod; undefined if it is not. */
export function requestExemption(
  exemptions: Exemptions,
  request: { readonly namespace: string; readonly username: string },
): ExemptionReason | undefined {
  if (isListed(request.namespace, exemptions.namespaces)) return 'namespace';
  return isListed(request.username, exemptions.usernames) ? 'user' : undefined;
}

/** True if the runtime class of a pod is exempt. */
export function isExemptByRuntimeClass(exemptions: Exemptions, podSpec: JsonObject): boolean {
  return isListed(asString(podSpec['runtimeClassName']) ?? '', exemptions.runtimeClasses);
}

/** The exemptions of a PodSecurityConfiguration; what is of a wrong type counts as unset. */
export function exemptionsOf(configuration: JsonObject): Exemptions {
  const exemptions = asObject(configuration['exemptions']);
  const texts = (field: string) => asList(exemptions[field]).flatMap((entry) => asString(entry) ?? []);
  return {
    usernames: texts('usernames'),
    namespaces: texts('namespaces'),
    runtimeClasses: texts('runtimeClasses'),
  };
}

/** Nothing without a name is exempt. */
function isListed(name: string, list: readonly string[]): boolean {
  return name !== '' && list.includes(name);
}
