import { asList, asObject, isObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { dns1123Subdomain, portName, wildcardSubdomain } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkName, entries, isAbsent, isEmpty, texts } from './fields.ts';
import { serviceNameRule } from './metadata.ts';
import { checkPortNumber } from './ports.ts';
import type { ObjectRule, RuleContext } from './rule.ts';

const BAD_SEQUENCES = ['//', '/./', '/../', '%2f', '%2F'];
const BAD_ENDS = ['/..', '/.'];
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|:/;

/** An Ingress. */
export const checkIngress: ObjectRule = (object, report, context) => {
  const spec = asObject(object['spec']);
  const { rules, defaultBackend } = spec;
  if (asList(rules).length === 0 && isAbsent(defaultBackend) && (isAbsent(rules) || Array.isArray(rules))) {
    report.invalid(['spec'], rules ?? null, 'either `defaultBackend` or `rules` must be specified');
  }
  if (!isAbsent(defaultBackend)) checkBackend(defaultBackend, ['spec', 'defaultBackend'], report, context);
  for (const [rule, at] of entries(rules, ['spec', 'rules'])) {
    checkHost(rule['host'], [...at, 'host'], report);
    const { http } = rule;
    if (!isObject(http)) continue;
    const path = [...at, 'http', 'paths'];
    const paths = entries(http['paths'], path);
    if (paths.length === 0 && (isAbsent(http['paths']) || Array.isArray(http['paths']))) report.required(path);
    for (const [one, place] of paths) {
      // Without a type the server looks no further.
      if (isEmpty(one['pathType'])) continue;
      checkPath(one['path'], one['pathType'], [...place, 'path'], report);
      checkBackend(one['backend'], [...place, 'backend'], report, context);
    }
  }
  for (const [tls, at] of entries(spec['tls'], ['spec', 'tls'])) {
    for (const [host, place] of texts(tls['hosts'], [...at, 'hosts'])) checkName(host, hostRule(host), place, report);
    checkName(tls['secretName'], dns1123Subdomain, [...at, 'secretName'], report);
  }
  checkName(spec['ingressClassName'], dns1123Subdomain, ['spec', 'ingressClassName'], report);
};

function hostRule(host: string): (text: string) => string[] {
  return host.includes('*') ? wildcardSubdomain : dns1123Subdomain;
}

function checkHost(host: unknown, path: Path, report: ViolationReport): void {
  if (typeof host !== 'string' || host === '') return;
  if (ADDRESS.test(host)) report.invalid(path, host, 'must be a DNS name, not an IP address');
  checkName(host, hostRule(host), path, report);
}

function checkPath(value: unknown, type: unknown, path: Path, report: ViolationReport): void {
  const text = isEmpty(value) ? '' : value;
  if (typeof text !== 'string' || (type === 'ImplementationSpecific' && text === '')) return;
  if (!text.startsWith('/')) report.invalid(path, text, 'must be an absolute path');
  if (type !== 'Exact' && type !== 'Prefix') return;
  for (const bad of BAD_SEQUENCES) if (text.includes(bad)) report.invalid(path, text, `must not contain '${bad}'`);
  for (const bad of BAD_ENDS) if (text.endsWith(bad)) report.invalid(path, text, `cannot end with '${bad}'`);
}

function checkBackend(value: unknown, path: Path, report: ViolationReport, { version }: RuleContext): void {
  if (!isObject(value) && !isAbsent(value)) return;
  const { service, resource } = asObject(value);
  if (!isAbsent(service) && !isAbsent(resource)) {
    report.invalid(path, '', 'cannot set both resource and service backends');
  } else if (isAbsent(service) && isAbsent(resource)) {
    report.invalid(path, '', 'resource or service backend is required');
  } else if (isObject(service)) {
    checkName(service['name'], serviceNameRule(version), [...path, 'service', 'name'], report);
    const { name, number } = asObject(service['port']);
    const hasNumber = !isAbsent(number) && number !== 0;
    const at = [...path, 'service', 'port'];
    if (!isEmpty(name) && hasNumber) report.invalid(path, '', 'cannot set both port name & port number');
    else if (!isEmpty(name)) checkName(name, portName, [...at, 'name'], report);
    else if (hasNumber) checkPortNumber(number, [...at, 'number'], report);
    else report.required(path, 'port name or number is required');
  }
}
