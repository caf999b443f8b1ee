import { allowPrivilegeEscalation } from './checks/allow-privilege-escalation.ts';
import { appArmorProfile } from './checks/app-armor-profile.ts';
import { capabilitiesBaseline } from './checks/capabilities-baseline.ts';
import { capabilitiesRestricted } from './checks/capabilities-restricted.ts';
import { hostNamespaces } from './checks/host-namespaces.ts';
import { hostPathVolumes } from './checks/host-path-volumes.ts';
import { hostPorts } from './checks/host-ports.ts';
import { hostProbesAndHostLifecycle } from './checks/host-probes-and-host-lifecycle.ts';
import { privileged } from './checks/privileged.ts';
import { procMount } from './checks/proc-mount.ts';
import { procMountRestricted } from './checks/proc-mount-restricted.ts';
import { restrictedVolumes } from './checks/restricted-volumes.ts';
import { runAsNonRoot } from './checks/run-as-non-root.ts';
import { runAsUser } from './checks/run-as-user.ts';
import { seLinuxOptions } from './checks/se-linux-options.ts';
import { seccompProfileBaseline } from './checks/seccomp-profile-baseline.ts';
import { seccompProfileRestricted } from './checks/seccomp-profile-restricted.ts';
import { sysctls } from './checks/sysctls.ts';
import { windowsHostProcess } from './checks/windows-host-process.ts';
import type { PodSecurityLevel } from './levels.ts';
import type { PolicyCheck, Revision } from './policy-check.ts';

/** Every check in the order in which the API server reports them: those of the baseline level first, each sorted by name. */
export const policyChecks: readonly PolicyCheck[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
];

/** A check with the revision that a policy version has of it. */
export interface SelectedCheck {
  readonly id: string;
  readonly revision: Revision;
}

/** The checks of a level at a minor version, in order. */
export function checksOf(level: PodSecurityLevel, minor: number): SelectedCheck[] {
  if (level === 'privileged') return [];
  const selected = policyChecks
    .filter((check) => check.level === 'baseline' || level === 'restricted')
    .flatMap(({ id, revisions }) => {
      const revision = revisions.findLast(({ from }) => from <= minor);
      return revision === undefined ? [] : [{ id, revision }];
    });
  const overridden = new Set(selected.flatMap(({ revision }) => revision.overrides ?? []));
  return selected.filter(({ id }) => !overridden.has(id));
}
