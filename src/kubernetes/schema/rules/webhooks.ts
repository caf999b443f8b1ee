import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { dns1035Label, dns1123Subdomain } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, checkUnique, entries, isAbsent, isEmpty } from './fields.ts';
import { checkSelector } from './labels.ts';
import { checkPortNumber } from './ports.ts';
import type { ObjectRule } from './rule.ts';

const REVIEW_VERSIONS = ['v1', 'v1beta1'];
const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const URL_FORM = 'desired format: https://host[/path]';

/** A ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
export const checkWebhooks: ObjectRule = (object, report) => {
  const webhooks = entries(object['webhooks'], ['webhooks']);
  for (const [webhook, at] of webhooks) checkWebhook(webhook, at, report);
  checkUnique(
    webhooks.map(([webhook, at]) => [webhook['name'], [...at, 'name']] as const),
    report,
  );
};

function checkWebhook(webhook: JsonObject, path: Path, report: ViolationReport): void {
  const { name, sideEffects, timeoutSeconds } = webhook;
  checkName(name, qualifiedHookName, [...path, 'name'], report);
  for (const [rule, at] of entries(webhook['rules'], [...path, 'rules'])) checkRule(rule, at, report);
  if (isEmpty(sideEffects)) report.required([...path, 'sideEffects'], 'must specify one of None, NoneOnDryRun');
  if (sideEffects === 'Some' || sideEffects === 'Unknown') {
    report.notSupported([...path, 'sideEffects'], sideEffects, ['None', 'NoneOnDryRun']);
  }
  if (typeof timeoutSeconds === 'number' && (timeoutSeconds < 1 || timeoutSeconds > 30)) {
    const words = 'the timeout value must be between 1 and 30 seconds';
    report.invalid([...path, 'timeoutSeconds'], timeoutSeconds, words);
  }
  for (const selector of ['namespaceSelector', 'objectSelector']) {
    checkSelector(webhook[selector], [...path, selector], report);
  }
  checkClient(webhook['clientConfig'], [...path, 'clientConfig'], report);
  checkReviewVersions(webhook['admissionReviewVersions'], [...path, 'admissionReviewVersions'], report);
}

function qualifiedHookName(text: string): string[] {
  const complaints = dns1123Subdomain(text);
  if (complaints.length > 0 || text.split('.').length >= 3) return complaints;
  return ['should be a domain with at least three segments separated by dots'];
}

function checkRule(rule: JsonObject, path: Path, report: ViolationReport): void {
  for (const name of ['operations', 'apiGroups', 'apiVersions', 'resources']) {
    const at = [...path, name];
    const list = rule[name];
    if (isAbsent(list) || (Array.isArray(list) && list.length === 0)) report.required(at);
    const values = asList(list);
    const wildcard = name === 'resources' ? '*/*' : '*';
    if (values.length > 1 && values.includes(wildcard)) {
      report.invalid(at, values, `if '${wildcard}' is present, must not specify other ${OTHERS.get(name) ?? name}`);
    }
    if (name === 'apiGroups') continue;
    for (const [index, value] of values.entries()) {
      if (!isEmpty(value)) continue;
      if (name === 'operations') report.notSupported([...at, index], '', OPERATIONS);
      else report.required([...at, index]);
    }
  }
}

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['apiGroups', 'API groups'],
  ['apiVersions', 'API versions'],
]);

function checkReviewVersions(value: unknown, path: Path, report: ViolationReport): void {
  const versions = asList(value);
  const names = REVIEW_VERSIONS.join(', ');
  if (isAbsent(value) || (Array.isArray(value) && versions.length === 0)) {
    report.required(path, `must specify one of ${names}`);
    return;
  }
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  for (const [index, version] of versions.entries()) {
    const text = version ?? '';
    if (typeof text !== 'string') continue;
    if (seen.has(text)) report.invalid([...path, index], text, 'duplicate version');
    else for (const complaint of dns1035Label(text)) report.invalid([...path, index], text, complaint);
    seen.add(text);
  }
  if (!REVIEW_VERSIONS.some((version) => seen.has(version))) {
    report.invalid(path, versions, `must include at least one of ${names}`);
  }
}

function checkClient(value: unknown, path: Path, report: ViolationReport): void {
  if (!isObject(value) && !isAbsent(value)) return;
  const { url, service } = asObject(value);
  if (isAbsent(url) === isAbsent(service)) report.required(path, 'exactly one of url or service is required');
  else if (typeof url === 'string') checkUrl(url, [...path, 'url'], report);
  else if (isObject(service)) checkPortNumber(service['port'], [...path, 'service', 'port'], report);
}

/** Tests the address of a webhook: its parts are taken apart as Go does, which accepts an address without a scheme. */
function checkUrl(text: string, path: Path, report: ViolationReport): void {
  const [, scheme = '', rest = ''] = /^(?:([A-Za-z][-+.\w]*):)?(.*)$/s.exec(text) ?? [];
  if (scheme.toLowerCase() !== 'https') {
    report.invalid(path, scheme, `'https' is the only allowed URL scheme; ${URL_FORM}`);
  }
  const [, authority = '', query, fragment] = /^(?:\/\/([^/?#]*))?[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  if (authority.slice(at + 1) === '') report.invalid(path, '', `host must be specified; ${URL_FORM}`);
  if (at !== -1) report.invalid(path, authority.slice(0, at), 'user information is not permitted in the URL');
  if (!isEmpty(fragment)) report.invalid(path, fragment, 'fragments are not permitted in the URL');
  if (!isEmpty(query)) report.invalid(path, query, 'query parameters are not permitted in the URL');
}
