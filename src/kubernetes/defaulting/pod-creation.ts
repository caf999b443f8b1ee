import { asList, type JsonObject, ownValue } from '../../core/json.ts';
import { each, fields, from, isMapping, isUnset, mappingOf, onMapping, type Rule, same, withField } from './rule.ts';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST = 'localhost/';
const LONGEST_PROFILE = 4095;

/** The AppArmor profile of a container that names it in an annotation of the Pod, as was done before there was a field. */
export const appArmorFromAnnotations: Rule = onMapping((pod, target) => {
  const spec = mappingOf(pod['spec']);
  const annotations = mappingOf(mappingOf(pod['metadata'])['annotations']);
  const isWindows = mappingOf(spec['os'])['name'] === 'windows';
  if (isWindows || !Object.keys(annotations).some((key) => key.startsWith(APP_ARMOR))) return pod;
  const podProfile = mappingOf(mappingOf(spec['securityContext'])['appArmorProfile']);
  const annotated = each(onMapping((container) => withProfile(container, annotations, podProfile)));
  const containers = same(annotated, 'containers', 'initContainers', 'ephemeralContainers');
  return withField(pod, 'spec', fields(containers)(pod['spec'], target));
});

function withProfile(container: JsonObject, annotations: JsonObject, podProfile: JsonObject): JsonObject {
  const { name, securityContext } = container;
  if (typeof name !== 'string' || (!isUnset(securityContext) && !isMapping(securityContext))) return container;
  const profile = profileOf(ownValue(annotations, APP_ARMOR + name));
  if (profile === undefined || !isUnset(securityContext?.['appArmorProfile'])) return container;
  const isPods =
    profile['type'] === podProfile['type'] &&
    profile['localhostProfile'] === (podProfile['localhostProfile'] ?? undefined);
  if (isPods) return container;
  return { ...container, securityContext: { ...securityContext, appArmorProfile: profile } };
}

function profileOf(annotation: unknown): JsonObject | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (typeof annotation !== 'string' || !annotation.startsWith(LOCALHOST)) return undefined;
  const localhostProfile = annotation.slice(LOCALHOST.length);
  const isValid = localhostProfile !== '' && localhostProfile === localhostProfile.trim();
  if (!isValid || Buffer.byteLength(localhostProfile) > LONGEST_PROFILE) return undefined;
  return { type: 'Localhost', localhostProfile };
}

/** Affinity and spread terms that name label keys select the Pod's own values of these labels. */
export const labelKeysInSelectors: Rule = onMapping((pod, target) => {
  const labels = mappingOf(mappingOf(pod['metadata'])['labels']);
  const term = onMapping((one) => withLabelKeys(one, labels));
  const terms = fields({
    requiredDuringSchedulingIgnoredDuringExecution: each(term),
    preferredDuringSchedulingIgnoredDuringExecution: each(fields({ podAffinityTerm: term })),
  });
  const rule = fields({
    affinity: fields(same(terms, 'podAffinity', 'podAntiAffinity')),
    topologySpreadConstraints: from(34, each(term)),
  });
  return withField(pod, 'spec', rule(pod['spec'], target));
});

function withLabelKeys(term: JsonObject, labels: JsonObject): JsonObject {
  const selector = term['labelSelector'];
  if (!isMapping(selector)) return term;
  const given = selector['matchExpressions'];
  if (!isUnset(given) && !Array.isArray(given)) return term;
  const expressions = [...asList(given)];
  const before = expressions.length;
  for (const [keys, operator] of [
    ['matchLabelKeys', 'In'],
    ['mismatchLabelKeys', 'NotIn'],
  ] as const) {
    for (const key of asList(term[keys])) {
      const label = typeof key === 'string' ? ownValue(labels, key) : undefined;
      if (label === undefined || isNamed(expressions, key, operator, label)) continue;
      expressions.push({ key, operator, values: [label] });
    }
  }
  if (expressions.length === before) return term;
  return { ...term, labelSelector: { ...selector, matchExpressions: expressions } };
}

/** True for an object that was created before, and has the requirement already. */
function isNamed(expressions: readonly unknown[], key: unknown, operator: string, label: unknown): boolean {
  return expressions.some((expression) => {
    const given = mappingOf(expression);
    const values = asList(given['values']);
    return given['key'] === key && given['operator'] === operator && values.length === 1 && values[0] === label;
  });
}
