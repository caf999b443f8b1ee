import type { Version } from '../../core/check.ts';

/** The version of the Pod Security Standards that a pod is held to. */
export interface PolicyVersion {
  /** `latest` or `v1.34`, as labels and messages have it. */
  readonly label: string;
  /** The minor version of Kubernetes that brought it; `Infinity` for the latest. */
  readonly minor: number;
}

/** The newest version that the server has. */
export const latestPolicyVersion: PolicyVersion = Object.freeze({ label: 'latest', minor: Infinity });

/** The minor version of the newest Pod Security Standards that are known. */
export const newestPolicyMinor = 37;

const POLICY_VERSION = /^v1\.(0|[1-9][0-9]*)$/;

/** The largest number that the API server reads. */
const LARGEST_MINOR = 2n ** 63n - 1n;

/** The version `v1.MINOR`. */
export function policyVersion(minor: number): PolicyVersion {
  return { label: `v1.${minor}`, minor };
}

/** Reads `latest` and `v1.34`; undefined for anything else, as the API server refuses it. */
export function parsePolicyVersion(text: string): PolicyVersion | undefined {
  if (text === latestPolicyVersion.label) return latestPolicyVersion;
  const digits = POLICY_VERSION.exec(text)?.[1];
  if (digits === undefined || digits.length > 19 || BigInt(digits) > LARGEST_MINOR) return undefined;
  return { label: text, minor: Number(digits) };
}

/** The minor version of the API server, for comparisons with others of Kubernetes 1. */
export function serverMinorOf({ major, minor }: Version): number {
  if (major !== 1) return major > 1 ? Infinity : 0;
  return minor;
}

/** The minor version whose rules decide: a server holds pods to the newest it knows where a newer one is asked for. */
export function effectiveMinor({ minor }: PolicyVersion, serverMinor: number): number {
  return Math.min(minor, serverMinor, newestPolicyMinor);
}
