import type { Version } from '../../core/check.ts';
import { newestVersion } from '../version.ts';
import { goQuote } from './go-quote.ts';
import { compareLevels, type PodSecurityLevel, parseLevel, podSecurityLevels } from './levels.ts';
import { latestPolicyVersion, type PolicyVersion, parsePolicyVersion, serverMinorOf } from './policy-version.ts';

/** What a namespace does with pods that do not meet a policy: refuse them, note it in the audit log, warn the client. */
export const podSecurityModes = ['enforce', 'audit', 'warn'] as const;
export type PodSecurityMode = (typeof podSecurityModes)[number];

/** A level at a version. */
export interface LevelVersion {
  readonly level: PodSecurityLevel;
  readonly version: PolicyVersion;
}

/** What a namespace holds pods to, in each mode. */
export type NamespacePolicy = Readonly<Record<PodSecurityMode, LevelVersion>>;

/** A label that the API server does not understand. */
export interface LabelError {
  readonly label: string;
  readonly value: string;
  /** Word for word as the API server: `metadata.labels[…]: Invalid value: "x": must be …`. */
  readonly message: string;
}

/** The policy that labels make. There is one whatever is wrong with them. */
export interface LabelledPolicy {
  readonly policy: NamespacePolicy;
  readonly errors: readonly LabelError[];
}

/** What the labels of Pod Security, and its audit annotations, begin with. */
export const podSecurityPrefix = 'pod-security.kubernetes.io/';

/** The label of the level that pods of the namespace must meet. */
export const enforceLabel = `${podSecurityPrefix}enforce`;

const privileged: LevelVersion = { level: 'privileged', version: latestPolicyVersion };

/** What holds without labels where the server's configuration says nothing else. */
export const defaultNamespacePolicy: NamespacePolicy = { enforce: privileged, audit: privileged, warn: privileged };

/** The first server version that warns of what it enforces. */
const WARNS_OF_ENFORCED_FROM = 26;

const LEVEL_MESSAGE = `must be one of ${podSecurityLevels.join(', ')}`;
const VERSION_MESSAGE = 'must be "latest" or "v1.x"';

/**
 * Reads the labels of a namespace as an API server of `serverVersion` does. A level that is none means `restricted` where it
 * is enforced and `privileged` elsewhere, a version that is none the latest. Where the level to warn of is not labelled, the
 * server also warns of the labelled level that it enforces, if that is the stricter one.
 */
export function policyOfLabels(
  labels: ReadonlyMap<string, string>,
  defaults: NamespacePolicy = defaultNamespacePolicy,
  serverVersion: Version = newestVersion,
): LabelledPolicy {
  const errors: LabelError[] = [];
  function read<Value>(label: string, parse: (text: string) => Value | undefined, message: string): Value | undefined {
    const value = labels.get(label) ?? '';
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    const field = `metadata.labels[${label}]`;
    errors.push({ label, value, message: `${field}: Invalid value: ${goQuote(value)}: ${message}` });
    return undefined;
  }
  function mode(name: PodSecurityMode): LevelVersion {
    let { level, version } = defaults[name];
    const levelLabel = podSecurityPrefix + name;
    const versionLabel = versionLabelOf(name);
    if (labels.has(levelLabel)) {
      level = read(levelLabel, parseLevel, LEVEL_MESSAGE) ?? (name === 'enforce' ? 'restricted' : 'privileged');
    }
    if (labels.has(versionLabel)) {
      version = read(versionLabel, parsePolicyVersion, VERSION_MESSAGE) ?? latestPolicyVersion;
    }
    return { level, version };
  }
  const enforce = mode('enforce');
  const audit = mode('audit');
  const warn = mode('warn');
  const warnsOfEnforced =
    serverMinorOf(serverVersion) >= WARNS_OF_ENFORCED_FROM &&
    !labels.has(`${podSecurityPrefix}warn`) &&
    parseLevel(labels.get(`${podSecurityPrefix}enforce`) ?? '') !== undefined &&
    compareLevels(enforce.level, warn.level) > 0;
  if (!warnsOfEnforced) return { policy: { enforce, audit, warn }, errors };
  const version = labels.has(versionLabelOf('warn')) ? warn.version : enforce.version;
  return { policy: { enforce, audit, warn: { level: enforce.level, version } }, errors };
}

/** `pod-security.kubernetes.io/enforce-version`. */
export function versionLabelOf(mode: PodSecurityMode): string {
  return `${podSecurityPrefix}${mode}-version`;
}

/** `restricted:v1.34`. */
export function formatLevelVersion({ level, version }: LevelVersion): string {
  return `${level}:${version.label}`;
}

/** The errors as the API server puts them in one text; empty without any. */
export function labelErrorText(errors: readonly LabelError[]): string {
  const messages = [...new Set(errors.map(({ message }) => message))];
  return messages.length > 1 ? `[${messages.join(', ')}]` : messages.join('');
}
