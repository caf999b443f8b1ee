import { asList, asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import type { ViolationReport } from '../violation.ts';
import { checkRange, checkUnique, entries, isAbsent, isEmpty } from './fields.ts';
import type { FieldRule } from './rule.ts';

const LAST_ID = 2 ** 31 - 1;
const MOST_SYSCTL_CHARACTERS = 253;
const SYSCTL = /^(?:[a-z0-9][-_a-z0-9]*[./])*[a-z0-9][-_a-z0-9]*$/;

/** The security context of a pod. */
export const checkPodSecurityContext: FieldRule = (value, path, report) => {
  if (!isObject(value)) return;
  for (const name of ['runAsUser', 'runAsGroup', 'fsGroup']) {
    checkRange(value[name], 0, LAST_ID, [...path, name], report);
  }
  for (const [index, group] of asList(value['supplementalGroups']).entries()) {
    checkRange(group, 0, LAST_ID, [...path, 'supplementalGroups', index], report);
  }
  checkProfiles(value, path, report);
  checkSysctls(value['sysctls'], [...path, 'sysctls'], report);
};

/** The security context of a container. `usersOfHost` is false for a pod in a user namespace. */
export function checkSecurityContext(value: unknown, path: Path, usersOfHost: boolean, report: ViolationReport): void {
  if (!isObject(value)) return;
  for (const name of ['runAsUser', 'runAsGroup']) checkRange(value[name], 0, LAST_ID, [...path, name], report);
  if (value['procMount'] === 'Unmasked' && usersOfHost) {
    report.invalid([...path, 'procMount'], 'Unmasked', '`hostUsers` must be false to use `Unmasked`');
  }
  checkProfiles(value, path, report);
  if (value['allowPrivilegeEscalation'] !== false) return;
  const words = 'cannot set `allowPrivilegeEscalation` to false and';
  if (value['privileged'] === true) report.invalid(path, value, `${words} \`privileged\` to true`);
  if (asList(asObject(value['capabilities'])['add']).includes('CAP_SYS_ADMIN')) {
    report.invalid(path, value, `${words} \`capabilities.Add\` CAP_SYS_ADMIN`);
  }
}

function checkProfiles(context: JsonObject, path: Path, report: ViolationReport): void {
  checkSeccomp(context['seccompProfile'], [...path, 'seccompProfile'], report);
  checkAppArmor(context['appArmorProfile'], [...path, 'appArmorProfile'], report);
}

const checkSeccomp: FieldRule = (value, path, report) => {
  if (!isObject(value)) return;
  const { type, localhostProfile } = value;
  const at = [...path, 'localhostProfile'];
  if (type !== 'Localhost') {
    const words = 'can only be set when seccomp type is Localhost';
    if (!isAbsent(localhostProfile)) report.invalid(at, localhostProfile, words);
  } else if (isAbsent(localhostProfile)) report.required(at, 'must be set when seccomp type is Localhost');
  else checkRelativePath(localhostProfile, at, report);
};

const checkAppArmor: FieldRule = (value, path, report) => {
  if (!isObject(value)) return;
  const { type, localhostProfile } = value;
  const at = [...path, 'localhostProfile'];
  if (type === 'Localhost') {
    if (isEmpty(localhostProfile)) report.required(at, 'must be set when AppArmor type is Localhost');
    else if (typeof localhostProfile === 'string' && localhostProfile.trim() !== localhostProfile) {
      report.invalid(at, localhostProfile, 'must not be padded with whitespace');
    }
  } else if ((type === 'RuntimeDefault' || type === 'Unconfined') && !isAbsent(localhostProfile)) {
    report.invalid(at, localhostProfile, 'can only be set when AppArmor type is Localhost');
  }
};

const checkSysctls: FieldRule = (value, path, report) => {
  const named = entries(value, path).map(([sysctl, at]) => [sysctl['name'], [...at, 'name']] as const);
  for (const [name, at] of named) {
    if (typeof name !== 'string' || name === '') continue;
    if (name.length > MOST_SYSCTL_CHARACTERS || !SYSCTL.test(name)) {
      report.invalid(at, name, `must have at most ${MOST_SYSCTL_CHARACTERS} characters and be the name of a sysctl`);
    }
  }
  checkUnique(named, report);
};

/** Tests a path that must stay under a folder. */
export const checkRelativePath: FieldRule = (value, path, report) => {
  if (typeof value !== 'string') return;
  if (value.startsWith('/')) report.invalid(path, value, 'must be a relative path');
  checkNoBacksteps(value, path, report);
};

/** Tests a path that must not climb. */
export const checkNoBacksteps: FieldRule = (value, path, report) => {
  if (typeof value !== 'string' || !value.split('/').includes('..')) return;
  report.invalid(path, value, "must not contain '..'");
};
