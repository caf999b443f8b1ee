import type { Version } from '../core/check.ts';
import type { Inventory } from '../core/inventory.ts';
import type { Mask } from '../core/mask-report.ts';
import type { Path } from '../core/path.ts';
import { formatPath } from '../core/path.ts';
import { resourceTitle } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import type { PodSecurityLevel } from '../kubernetes/pod-security/levels.ts';
import { type PodChange, smallestChange } from '../kubernetes/pod-security/smallest-change.ts';
import { meetsLevel } from '../kubernetes/pod-security/workload-level.ts';
import { formatVersion } from '../kubernetes/version.ts';
import { type Workload, workload } from '../kubernetes/workload.ts';
import { neutralise } from '../outputs/neutralise.ts';
import { tableText } from './table-text.ts';

/** The level of the Pod Security Standards that a workload meets, and what would make it reach the others. */
export interface WorkloadLevel {
  readonly workload: string;
  readonly file: string;
  readonly line: number | undefined;
  /** Undefined if the input does not show it. */
  readonly level: PodSecurityLevel | undefined;
  /** What is missing to tell the level. */
  readonly missing: string | undefined;
  /** One for each level that it misses, the nearest first. */
  readonly steps: readonly LevelStep[];
}

/** What makes a workload reach a level: all of it, from how it is now. */
export interface LevelStep {
  readonly level: PodSecurityLevel;
  readonly changes: readonly { readonly at: string; readonly change: string }[];
  /** What no edit alone can mend, in the API server's words. */
  readonly open: readonly string[];
}

/** Evaluates every workload of an inventory for a cluster of the target version. */
export function workloadLevels(inventory: Inventory, targetVersion: Version): WorkloadLevel[] {
  return [...workload.enumerate(inventory)].map((judged) => {
    const [location] = judged.resource.origin.locate([]);
    const place = { workload: resourceTitle(judged.resource), file: judged.resource.origin.file, line: location?.line };
    try {
      return { ...place, missing: undefined, ...levelOf(judged, targetVersion) };
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      return { ...place, missing: error.message, level: undefined, steps: [] };
    }
  });
}

function levelOf(judged: Workload, targetVersion: Version): Pick<WorkloadLevel, 'level' | 'steps'> {
  const { level } = meetsLevel(judged, targetVersion);
  const missed = (['baseline', 'restricted'] as const).slice(level === 'privileged' ? 0 : level === 'baseline' ? 1 : 2);
  return { level, steps: missed.map((next) => stepTo(next, judged, targetVersion)) };
}

function stepTo(level: PodSecurityLevel, judged: Workload, targetVersion: Version): LevelStep {
  const pod = { metadata: judged.podMetadata, spec: judged.pod };
  const { changes, open } = smallestChange(level, pod, targetVersion);
  return {
    level,
    changes: changes.map((change) => describeChange(change, judged)),
    open: open.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`)),
  };
}

function describeChange(change: PodChange, judged: Workload): { at: string; change: string } {
  const { resource, path } = judged.at();
  const full: Path = [...path.slice(0, -1), ...change.path];
  const [location] = resource.origin.locate(full);
  const at = location === undefined ? '' : `${location.file}:${location.line}:${location.column}`;
  const what =
    change.is === 'set' ? `set ${formatPath(full)} to ${JSON.stringify(change.value)}` : `remove ${formatPath(full)}`;
  return { at, change: what };
}

/** The level with every text that comes from the inputs masked; names of files stay. */
export function maskLevel(level: WorkloadLevel, mask: Mask): WorkloadLevel {
  return {
    ...level,
    workload: mask(level.workload),
    missing: level.missing === undefined ? undefined : mask(level.missing),
    steps: level.steps.map(({ level: reached, changes, open }) => ({
      level: reached,
      changes: changes.map(({ at, change }) => ({ at, change: mask(change) })),
      open: open.map(mask),
    })),
  };
}

/** The levels as a table, and below it what makes each workload reach the levels it misses. */
export function levelsText(levels: readonly WorkloadLevel[], targetVersion: Version): string {
  if (levels.length === 0) return 'No workloads are among the inputs.\n';
  const rows = levels.map(({ level, workload: title, file, line }) => [
    level ?? 'unknown',
    neutralise(title),
    neutralise(line === undefined ? file : `${file}:${line}`),
  ]);
  const steps = levels.flatMap((one) => stepLines(one));
  const table = tableText(['LEVEL', 'WORKLOAD', 'FILE'], rows);
  const counts = ['restricted', 'baseline', 'privileged', undefined]
    .map((level) => `${levels.filter((one) => one.level === level).length} ${level ?? 'unknown'}`)
    .join(' · ');
  const summary = `\n${levels.length} workloads: ${counts}. Pod Security Standards of Kubernetes ${formatVersion(targetVersion)}.\n`;
  return table + (steps.length === 0 ? '' : `\n${steps.join('\n')}\n`) + summary;
}

function stepLines({ workload: title, missing, steps }: WorkloadLevel): string[] {
  const lines: string[] = [];
  if (missing !== undefined) lines.push(`${neutralise(title)}: ${neutralise(missing)}`);
  for (const { level, changes, open } of steps) {
    lines.push(`${neutralise(title)} reaches ${level} with:`);
    for (const { at, change } of changes) lines.push(`  ${neutralise(at)}  ${neutralise(change)}`);
    for (const what of open) lines.push(`  by hand: ${neutralise(what)}`);
  }
  return lines;
}
