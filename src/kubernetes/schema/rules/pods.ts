import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { holdsUnknownValue } from '../../../core/unknown-value.ts';
import { dns1123Label, dns1123Subdomain } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkContainers } from './containers.ts';
import { checkName, checkRange, entries, isAbsent } from './fields.ts';
import { checkTemplateMetadata } from './metadata.ts';
import type { ObjectRule } from './rule.ts';
import { checkScheduling } from './scheduling.ts';
import { checkPodSecurityContext } from './security-context.ts';
import { checkVolumes } from './volumes.ts';

const DEFAULT_GRACE_PERIOD = 30;
const LONGEST_DEADLINE = 2 ** 31 - 1;
const OPERATING_SYSTEMS = ['linux', 'windows'];

/** A Pod. */
export const checkPod: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  checkPodSpec(spec, ['spec'], report);
  if (asList(spec['ephemeralContainers']).length > 0) {
    report.forbidden(['spec', 'ephemeralContainers'], 'cannot be set on create');
  }
};

/** The template of a workload's pods. `claims` names the volumes that a StatefulSet adds. */
export function checkPodTemplate(
  value: unknown,
  path: Path,
  report: ViolationReport,
  claims: readonly unknown[] = [],
): void {
  if (!isObject(value) && !isAbsent(value)) return;
  const template = asObject(value);
  checkTemplateMetadata(asObject(template['metadata']), [...path, 'metadata'], report);
  const spec = asObject(template['spec']);
  checkPodSpec(spec, [...path, 'spec'], report, claims);
  if (asList(spec['ephemeralContainers']).length > 0) {
    report.forbidden([...path, 'spec', 'ephemeralContainers'], 'ephemeral containers not allowed in pod template');
  }
}

function checkPodSpec(spec: JsonObject, path: Path, report: ViolationReport, claims: readonly unknown[] = []): void {
  const gracePeriod = spec['terminationGracePeriodSeconds'];
  checkVolumes(spec['volumes'], [...path, 'volumes'], report);
  checkContainers(
    spec,
    path,
    {
      gracePeriod: gracePeriodOf(gracePeriod),
      usersOfHost: spec['hostUsers'] !== false && !holdsUnknownValue(spec['hostUsers']),
      usesHostNetwork: spec['hostNetwork'] === true,
      volumes: volumeNames(spec['volumes'], claims),
    },
    report,
  );
  checkPodSecurityContext(spec['securityContext'], [...path, 'securityContext'], report);
  if (spec['shareProcessNamespace'] === true && spec['hostPID'] === true) {
    const words = 'ShareProcessNamespace and HostPID cannot both be enabled';
    report.invalid([...path, 'securityContext', 'shareProcessNamespace'], true, words);
  }
  checkScheduling(spec, path, report);
  checkNames(spec, path, report);
  checkRange(spec['activeDeadlineSeconds'], 1, LONGEST_DEADLINE, [...path, 'activeDeadlineSeconds'], report);
  const dns = asObject(spec['dnsConfig']);
  if (spec['dnsPolicy'] === 'None' && asList(dns['nameservers']).length === 0) {
    const words = 'must provide at least one DNS nameserver when `dnsPolicy` is None';
    report.required([...path, 'dnsConfig', ...(isObject(spec['dnsConfig']) ? ['nameservers'] : [])], words);
  }
  const system = asObject(spec['os'])['name'];
  if (typeof system === 'string' && system !== '' && !OPERATING_SYSTEMS.includes(system)) {
    report.notSupported([...path, 'os'], system, OPERATING_SYSTEMS);
  }
}

/** One that is not known is long enough. */
function gracePeriodOf(value: unknown): number {
  if (holdsUnknownValue(value)) return Infinity;
  return typeof value === 'number' ? value : DEFAULT_GRACE_PERIOD;
}

function checkNames(spec: JsonObject, path: Path, report: ViolationReport): void {
  for (const name of ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName']) {
    checkName(spec[name], dns1123Subdomain, [...path, name], report);
  }
  for (const name of ['hostname', 'subdomain']) checkName(spec[name], dns1123Label, [...path, name], report);
}

function volumeNames(volumes: unknown, claims: readonly unknown[]): ReadonlySet<unknown> | undefined {
  if (holdsUnknownValue(volumes)) return undefined;
  return new Set([...entries(volumes, []).map(([volume]) => volume['name']), ...claims]);
}
