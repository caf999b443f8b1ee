import { isObject, type JsonObject } from '../src/core/json.ts';
import { evaluatePod } from '../src/kubernetes/pod-security/evaluate.ts';
import { type PodSecurityLevel, parseLevel } from '../src/kubernetes/pod-security/levels.ts';
import {
  newestPolicyMinor,
  type PolicyVersion,
  parsePolicyVersion,
} from '../src/kubernetes/pod-security/policy-version.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus } from './corpus.ts';

/** A pod of Kubernetes' own tests, at one version of the Pod Security Standards. */
export interface PodSecurityCase extends Case {
  readonly level: PodSecurityLevel;
  readonly version: PolicyVersion;
  readonly object: JsonObject;
}

/** The newest server, so that no version is held to an older one. */
const serverVersion = { major: 1, minor: newestPolicyMinor };

/** The pods of Kubernetes' own tests of the Pod Security Standards: each at every version that it was written for. */
export const corpus: Corpus<PodSecurityCase> = {
  name: 'pod-security',
  groupedBy: ['check', 'level'],
  read: (folder) => readCaseLines(folder, 'cases').flatMap(podSecurityCases),
  judge({ level, version, object, expected }) {
    const { allowed, text } = evaluatePod(level, version, object, { serverVersion });
    const ours = allowed ? 'pass' : 'fail';
    const evidence = allowed ? undefined : text;
    return { is: 'judged', answer: ours === expected ? 'agree' : 'disagree', ours, evidence };
  },
};

function podSecurityCases({ content, at }: CaseLine): PodSecurityCase[] {
  function invalid(field: string): never {
    throw new Error(`${at}: ${field} is not as expected`);
  }
  const { id, versions, expect, check, object } = content;
  if (typeof id !== 'string' || !id.includes('@')) return invalid('id');
  if (typeof check !== 'string') return invalid('check');
  if (expect !== 'pass' && expect !== 'fail') return invalid('expect');
  if (!isObject(object)) return invalid('object');
  if (!Array.isArray(versions) || versions.length === 0) return invalid('versions');
  const level = parseLevel(String(content['level'])) ?? invalid('level');
  return versions.map((version) => ({
    // The version at the end of the id is the first of the list.
    id: `${id.slice(0, id.lastIndexOf('@'))}@${version}`,
    groups: [[check, level]],
    caveats: [],
    expected: expect,
    level,
    version: parsePolicyVersion(`v${version}`) ?? invalid('versions'),
    object,
  }));
}
