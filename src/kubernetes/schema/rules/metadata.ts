import type { Version } from '../../../core/check.ts';
import { asObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import {
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  type NameRule,
  pathSegment,
  qualifiedName,
} from '../../names.ts';
import { isFrom } from '../../version.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isEmpty, texts } from './fields.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import type { ObjectRule } from './rule.ts';

/** The rule for names of a kind; most are domain names. */
const NAME_RULES: ReadonlyMap<string, NameRule> = new Map([
  ['v1 Namespace', dns1123Label],
  ['apps/v1 StatefulSet', dns1123Label],
  ['rbac.authorization.k8s.io/v1 Role', pathSegment],
  ['rbac.authorization.k8s.io/v1 ClusterRole', pathSegment],
  ['rbac.authorization.k8s.io/v1 RoleBinding', pathSegment],
  ['rbac.authorization.k8s.io/v1 ClusterRoleBinding', pathSegment],
  ['policy/v1 PodDisruptionBudget', pathSegment],
  ['certificates.k8s.io/v1 CertificateSigningRequest', pathSegment],
  ['apps/v1 Deployment', dns1123Subdomain],
  ['batch/v1 CronJob', cronJobName],
]);

/** Kinds whose objects are answered and not kept, or that belong to another object: they need no name. */
const NAMELESS =
  /^(?:authentication|authorization)\.k8s\.io\/|^autoscaling\/\S+ Scale$|^policy\/\S+ Eviction$|^v1 (?:Binding|\w+Options)$/;

/** Groups whose names are not tested beyond what a URL can hold: their kinds have rules of their own. */
const OTHER_NAMES =
  /^(?:apiextensions|apiregistration|internal\.apiserver|certificates|networking)\.k8s\.io\/|\/v\d+(?:alpha|beta)\d+ /;

/** The metadata of every object that is kept: its name, labels, annotations, finalizers and owners. */
export const checkMetadata: ObjectRule = (object, report, { kindSchema, version }) => {
  const key = `${kindSchema.apiVersion} ${kindSchema.kind}`;
  const metadata = asObject(object['metadata']);
  if (!NAMELESS.test(key))
    checkObjectName(metadata, kindSchema.isBuiltIn ? nameRuleOf(key, version) : dns1123Subdomain, report);
  checkTemplateMetadata(metadata, ['metadata'], report);
  checkFinalizers(metadata, report);
};

/** Labels and annotations, those of templates too. */
export function checkTemplateMetadata(metadata: JsonObject, path: Path, report: ViolationReport): void {
  checkLabels(metadata['labels'], [...path, 'labels'], report);
  checkAnnotations(metadata['annotations'], [...path, 'annotations'], report);
}

/** The rule for names of Services: from 1.34 on they may start with a digit if the cluster allows it, and so are not refused. */
export function serviceNameRule(version: Version): NameRule {
  return isFrom(version, 34) ? dns1123Label : dns1035Label;
}

function nameRuleOf(key: string, version: Version): NameRule {
  if (key === 'v1 Service') return serviceNameRule(version);
  const rule = NAME_RULES.get(key);
  if (rule !== undefined) return rule;
  const isDomainName =
    !OTHER_NAMES.test(key) || /^networking\.k8s\.io\/v1 (?:Ingress|IngressClass|NetworkPolicy)$/.test(key);
  return isDomainName ? dns1123Subdomain : pathSegment;
}

function checkObjectName(metadata: JsonObject, rule: NameRule, report: ViolationReport): void {
  const { name, generateName } = metadata;
  if (!isEmpty(name)) checkName(name, rule, ['metadata', 'name'], report);
  else if (isEmpty(generateName)) report.required(['metadata', 'name'], 'name or generateName is required');
  // The server appends five characters, and shortens what would become too long.
  else if (typeof generateName === 'string') {
    const generated = `${generateName.slice(0, 58)}aaaaa`;
    for (const complaint of rule(generated)) report.invalid(['metadata', 'name'], generated, complaint);
  }
}

/** The controller appends eleven characters to the names of the jobs. */
function cronJobName(text: string): string[] {
  const complaints = dns1123Subdomain(text);
  return text.length > 52 ? [...complaints, 'must be no more than 52 characters'] : complaints;
}

function checkFinalizers(metadata: JsonObject, report: ViolationReport): void {
  for (const [text] of texts(metadata['finalizers'], [])) {
    checkName(text, qualifiedName, ['metadata', 'finalizers'], report);
  }
  const controllers = entries(metadata['ownerReferences'], []).filter(([owner]) => owner['controller'] === true);
  if (controllers.length < 2) return;
  const words = 'Only one reference can have Controller set to true';
  report.invalid(['metadata', 'ownerReferences'], metadata['ownerReferences'], words);
}
