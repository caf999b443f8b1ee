import { asList, asObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { dns1123Subdomain, pathSegment } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isEmpty } from './fields.ts';
import { checkSelector } from './labels.ts';
import type { ObjectRule } from './rule.ts';

const GROUP = 'rbac.authorization.k8s.io';
const SUBJECT_KINDS = ['ServiceAccount', 'User', 'Group'];

/** A Role or ClusterRole. */
export const checkRole: ObjectRule = (object, report, { kindSchema }) => {
  for (const [rule, at] of entries(object['rules'], ['rules'])) {
    checkPolicyRule(rule, kindSchema.isNamespaced, at, report);
  }
  const selectors = ['aggregationRule', 'clusterRoleSelectors'];
  for (const [selector, at] of entries(asObject(object['aggregationRule'])['clusterRoleSelectors'], selectors)) {
    checkSelector(selector, at, report);
  }
};

/** A RoleBinding or ClusterRoleBinding. */
export const checkRoleBinding: ObjectRule = (object, report, { kindSchema }) => {
  const kinds = kindSchema.isNamespaced ? ['ClusterRole', 'Role'] : ['ClusterRole'];
  const { apiGroup, kind, name } = asObject(object['roleRef']);
  if (!isEmpty(apiGroup) && apiGroup !== GROUP) report.notSupported(['roleRef', 'apiGroup'], apiGroup, [GROUP]);
  if (!isEmpty(kind) && !kinds.some((one) => one === kind)) report.notSupported(['roleRef', 'kind'], kind, kinds);
  if (isEmpty(kind)) report.notSupported(['roleRef', 'kind'], '', kinds);
  checkName(name, pathSegment, ['roleRef', 'name'], report, 'required');
  for (const [subject, at] of entries(object['subjects'], ['subjects'])) {
    checkSubject(subject, kindSchema.isNamespaced, at, report);
  }
};

function checkPolicyRule(rule: JsonObject, isNamespaced: boolean, path: Path, report: ViolationReport): void {
  const { verbs, nonResourceURLs, apiGroups, resources, resourceNames } = rule;
  if (isNone(verbs)) report.required([...path, 'verbs'], 'verbs must contain at least one value');
  if (asList(nonResourceURLs).length > 0) {
    const at = [...path, 'nonResourceURLs'];
    if (isNamespaced) report.invalid(at, nonResourceURLs, 'namespaced rules cannot apply to non-resource URLs');
    if ([apiGroups, resources, resourceNames].some((list) => asList(list).length > 0)) {
      report.invalid(at, nonResourceURLs, 'rules cannot apply to both regular resources and non-resource URLs');
    }
    return;
  }
  const words = 'resource rules must supply at least one';
  if (isNone(apiGroups)) report.required([...path, 'apiGroups'], `${words} api group`);
  if (isNone(resources)) report.required([...path, 'resources'], `${words} resource`);
}

function isNone(list: unknown): boolean {
  return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}

function checkSubject(subject: JsonObject, isNamespaced: boolean, path: Path, report: ViolationReport): void {
  const { kind, name, namespace, apiGroup } = subject;
  if (kind === 'ServiceAccount') {
    checkName(name, dns1123Subdomain, [...path, 'name'], report);
    if (!isEmpty(apiGroup)) report.notSupported([...path, 'apiGroup'], apiGroup, ['']);
    if (!isNamespaced && isEmpty(namespace)) report.required([...path, 'namespace']);
  } else if (kind === 'User' || kind === 'Group') {
    if (!isEmpty(apiGroup) && apiGroup !== GROUP) report.notSupported([...path, 'apiGroup'], apiGroup, [GROUP]);
  } else if (typeof kind === 'string' || isEmpty(kind)) {
    report.notSupported([...path, 'kind'], kind ?? '', SUBJECT_KINDS);
  }
}
