import { isObject, type JsonObject } from '../src/core/json.ts';
import { evaluatePod, violationText } from '../src/kubernetes/pod-security/evaluate.ts';
import { type PodSecurityLevel, parseLevel } from '../src/kubernetes/pod-security/levels.ts';
import { type PolicyVersion, parsePolicyVersion } from '../src/kubernetes/pod-security/policy-version.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus } from './corpus.ts';

/** A pod and what an API server said of it under one policy. */
export interface ApiPodSecurityCase extends Case {
  readonly level: PodSecurityLevel;
  readonly version: PolicyVersion;
  readonly object: JsonObject;
}

/** The version of the server that answered. */
const serverVersion = { major: 1, minor: 36 };

const ALLOWED = 'allowed';

/** The answers of an API server to random pods in namespaces of several policies, word for word. */
export const corpus: Corpus<ApiPodSecurityCase> = {
  name: 'api-pod-security',
  groupedBy: ['level', 'version'],
  read: (folder) => readCaseLines(folder, 'cases').flatMap(apiCases),
  judge({ level, version, object, expected }) {
    const { allowed, violations, text } = evaluatePod(level, version, object, { serverVersion });
    const ours = allowed ? ALLOWED : violationText(violations);
    const saysPolicy = allowed || text === `violates PodSecurity "${level}:${version.label}": ${ours}`;
    const agrees = ours === expected && saysPolicy;
    return { is: 'judged', answer: agrees ? 'agree' : 'disagree', ours, evidence: undefined };
  },
};

function apiCases({ content, at }: CaseLine): ApiPodSecurityCase[] {
  function invalid(field: string): never {
    throw new Error(`${at}: ${field} is not as expected`);
  }
  const { id, object, verdicts } = content;
  if (typeof id !== 'string') return invalid('id');
  if (!isObject(object)) return invalid('object');
  if (!isObject(verdicts) || Object.keys(verdicts).length === 0) return invalid('verdicts');
  return Object.entries(verdicts).map(([policy, verdict]) => {
    const [levelText = '', versionText = ''] = policy.split(':');
    if (verdict !== null && typeof verdict !== 'string') return invalid('verdicts');
    return {
      id: `${id} ${policy}`,
      groups: [[levelText, versionText]],
      caveats: [],
      expected: verdict ?? ALLOWED,
      level: parseLevel(levelText) ?? invalid('verdicts'),
      version: parsePolicyVersion(versionText) ?? invalid('verdicts'),
      object,
    };
  });
}
