import type { Version } from '../core/check.ts';
import { isFrom } from './version.ts';
import type { Workload } from './workload.ts';

/** The first minor version whose Pod Security Standards trust user namespaces. */
const TRUSTED_FROM = 35;

/** True if the pod has a user namespace of its own, and the Pod Security Standards of the version relax rules for it. */
export function hasTrustedUserNamespace({ pod }: Workload, targetVersion: Version): boolean {
  return isFrom(targetVersion, TRUSTED_FROM) && pod['hostUsers'] === false;
}
