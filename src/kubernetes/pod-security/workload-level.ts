import type { Version } from '../../core/check.ts';
import type { Path } from '../../core/path.ts';
import type { Place } from '../../core/resource.ts';
import { newestVersion } from '../version.ts';
import type { Workload } from '../workload.ts';
import { evaluatePod, type Violation } from './evaluate.ts';
import type { PodSecurityLevel } from './levels.ts';
import { latestPolicyVersion } from './policy-version.ts';

/** A violation, and the fields of the workload's object that make it. */
export interface WorkloadViolation extends Violation {
  readonly places: readonly Place[];
}

/** The highest level that a workload meets. */
export interface LevelMet {
  readonly level: PodSecurityLevel;
  /** The level that it misses; undefined if it meets all. */
  readonly next: PodSecurityLevel | undefined;
  /** What keeps it from the next level; empty if it meets all. */
  readonly violations: readonly WorkloadViolation[];
}

/**
 * The highest level of the Pod Security Standards that the pods of a workload meet, by the newest rules of a cluster of the
 * target version. Throws `UnknownValueRead` if a field that decides is not known.
 */
export function meetsLevel(workload: Workload, targetVersion: Version = newestVersion): LevelMet {
  const pod = { metadata: workload.podMetadata, spec: workload.pod };
  let level: PodSecurityLevel = 'privileged';
  for (const next of ['baseline', 'restricted'] as const) {
    const { allowed, violations } = evaluatePod(next, latestPolicyVersion, pod, { serverVersion: targetVersion });
    if (!allowed) return { level, next, violations: violations.map((violation) => placed(violation, workload)) };
    level = next;
  }
  return { level, next: undefined, violations: [] };
}

function placed(violation: Violation, workload: Workload): WorkloadViolation {
  const { resource, path } = workload.at();
  const template: Path = path.slice(0, -1);
  const places = violation.locations.map((location) => ({ resource, path: [...template, ...location] }));
  return { ...violation, places };
}
