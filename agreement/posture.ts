import { checks } from '../src/checks/registry.generated.ts';
import type { Check, Version } from '../src/core/check.ts';
import { judge } from '../src/core/engine.ts';
import { findingText } from '../src/core/finding.ts';
import { createInventory, type Inventory } from '../src/core/inventory.ts';
import { isObject, type JsonObject } from '../src/core/json.ts';
import { makeFindings } from '../src/core/make-findings.ts';
import { resolveParameters } from '../src/core/parameter.ts';
import { type Resource, resourceTitle } from '../src/core/resource.ts';
import { foldVerdicts, type Verdict } from '../src/core/verdict.ts';
import { builtInOf } from '../src/kubernetes/built-in.ts';
import { kubernetesResource } from '../src/kubernetes/resource.ts';
import { newestVersion, parseVersion } from '../src/kubernetes/version.ts';
import { objectsOf } from '../src/sources/files/objects.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus, Judgement } from './corpus.ts';

/** Objects, and the verdict of another tool's check under the names of ours. */
export interface PostureCase extends Case {
  readonly checks: readonly string[];
  readonly objects: readonly unknown[];
  /** For every named check that declares a parameter of the name. */
  readonly parameters: JsonObject;
  readonly targetVersion: Version;
  /** The objects are everything there is. */
  readonly complete: boolean;
  /** The right verdicts, of which not-applicable is none: it counts as a pass. */
  readonly right: readonly Verdict[];
}

const DEFAULT_NAMESPACE = 'default';

/** Always the same day, so that figures of different days compare; later than the sources of the cases. */
const NOW = Date.parse('2026-09-01');

/** The cases of posture tools, judged by the checks that exist. */
export function postureCorpus(existing: readonly Check[]): Corpus<PostureCase> {
  const byId = new Map(existing.map((check) => [check.id, check]));
  return {
    name: 'posture',
    groupedBy: ['check', 'source'],
    read: (folder) => readCaseLines(folder, 'cases').map(postureCase),
    judge(posture) {
      const missing = posture.checks.filter((id) => !byId.has(id));
      if (missing.length > 0) return { is: 'left-out', name: missing.join(', '), why: 'no such check exists yet' };
      return judgeCase(
        posture,
        posture.checks.flatMap((id) => byId.get(id) ?? []),
      );
    },
  };
}

export const corpus = postureCorpus(checks);

function judgeCase(posture: PostureCase, named: readonly Check[]): Judgement {
  const { parameters, wrong } = parametersByCheck(posture.parameters, named);
  if (wrong !== undefined) {
    const evidence = `no named check takes the parameter ${JSON.stringify(wrong)} as the case sets it`;
    return { is: 'judged', answer: 'unknown', ours: 'unknown', evidence };
  }
  const { targetVersion } = posture;
  const inventory = inventoryOf(posture);
  const verdicts: Verdict[] = [];
  let finding: string | undefined;
  let missing: string | undefined;
  for (const subject of judge(inventory, { checks: named, parameters, targetVersion, now: NOW })) {
    if (subject.passed.length > 0) verdicts.push('pass');
    for (const outcome of subject.outcomes) {
      verdicts.push(outcome.verdict);
      const first = outcome.verdict === 'fail' ? makeFindings(outcome, subject.view, inventory)[0] : undefined;
      const about = `${outcome.check.id}: ${resourceTitle(subject.view.reference)}`;
      if (first !== undefined) finding ??= `${about}: ${findingText(first)}`;
      missing ??= outcome.missing[0] && `${about}: ${outcome.missing[0].what}`;
    }
  }
  const ours = foldVerdicts(verdicts);
  const verdict = ours === 'not-applicable' ? 'pass' : ours;
  const evidence = ours === 'fail' ? finding : ours === 'unknown' ? missing : undefined;
  const answer = posture.right.includes(verdict) ? 'agree' : verdict === 'unknown' ? 'unknown' : 'disagree';
  return { is: 'judged', answer, ours, evidence };
}

function inventoryOf({ objects, complete, targetVersion }: PostureCase): Inventory {
  const resources: Resource[] = [];
  for (const [document, object] of objects.entries()) {
    const origin = { file: '', document, locate: () => [] };
    for (const { content } of objectsOf(object)) resources.push(kubernetesResource(content, origin, DEFAULT_NAMESPACE));
  }
  return createInventory(resources, {
    id: 'case',
    defaultNamespace: DEFAULT_NAMESPACE,
    coverage: { claims: complete ? [{ kinds: undefined, namespace: undefined }] : [], gaps: [] },
    builtIn: builtInOf(targetVersion),
  });
}

/** Each parameter for the checks that declare it; `wrong` is one that none declares, or that is of another type. */
function parametersByCheck(
  given: JsonObject,
  named: readonly Check[],
): { parameters: Record<string, JsonObject>; wrong: string | undefined } {
  const parameters: Record<string, JsonObject> = {};
  const open = new Set(Object.keys(given));
  const wrong: string[] = [];
  for (const check of named) {
    const declared = Object.entries(given).filter(([name]) => Object.hasOwn(check.parameters, name));
    for (const [name] of declared) open.delete(name);
    const own = Object.fromEntries(declared);
    parameters[check.id] = own;
    wrong.push(...resolveParameters(check.parameters, own).wrong);
  }
  return { parameters, wrong: [...open, ...wrong][0] };
}

function postureCase({ content, at }: CaseLine): PostureCase {
  function invalid(field: string): never {
    throw new Error(`${at}: ${field} is not as expected`);
  }
  function text(field: string): string {
    const value = content[field];
    return typeof value === 'string' && value !== '' ? value : invalid(field);
  }
  function texts(field: string): readonly string[] {
    const value = content[field] ?? [];
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : invalid(field);
  }
  const { objects, parameters = {}, complete, kubernetesVersion } = content;
  const named = texts('checks');
  if (named.length === 0) invalid('checks');
  const expect = text('expect');
  if (expect !== 'pass' && expect !== 'fail') invalid('expect');
  const caveats = texts('caveats');
  const right = rightVerdicts(expect, caveats);
  const source = text('source');
  return {
    id: text('id'),
    groups: named.map((check) => [check, source]),
    caveats,
    expected: right.join(' or '),
    checks: named,
    objects: Array.isArray(objects) ? objects : invalid('objects'),
    parameters: isObject(parameters) ? parameters : invalid('parameters'),
    targetVersion:
      kubernetesVersion === undefined
        ? newestVersion
        : (parseVersion(text('kubernetesVersion')) ?? invalid('kubernetesVersion')),
    complete: typeof complete === 'boolean' ? complete : invalid('complete'),
    right,
  };
}

/** A caveat that answers for itself, `unknown` among its answers: between punctuation, not as a word of a sentence. */
const ANSWERS = /(?:^|[,:;] )((?:pass|fail|unknown)(?: or (?:pass|fail|unknown))*)(?=[,:;]|$)/;

/** What the case's source says; with caveats the opposite, or what a caveat names where it says `unknown`. */
function rightVerdicts(expect: 'pass' | 'fail', caveats: readonly string[]): Verdict[] {
  if (caveats.length === 0) return [expect];
  const right = new Set<Verdict>();
  for (const caveat of caveats) {
    const answers = ANSWERS.exec(caveat)?.[1]?.split(' or ') ?? [];
    if (!answers.includes('unknown')) right.add(expect === 'pass' ? 'fail' : 'pass');
    else for (const answer of answers) if (isAnswer(answer)) right.add(answer);
  }
  return [...right];
}

function isAnswer(text: string): text is 'pass' | 'fail' | 'unknown' {
  return text === 'pass' || text === 'fail' || text === 'unknown';
}
