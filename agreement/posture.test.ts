import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import serviceAccountMissing from '../src/checks/references/service-account-missing.ts';
import privilegedContainer from '../src/checks/workload/privileged-container.ts';
import { defineCheck } from '../src/core/check.ts';
import { integer, strings } from '../src/core/parameter.ts';
import { workload } from '../src/kubernetes/workload.ts';
import type { Judgement } from './corpus.ts';
import { corpus, postureCorpus } from './posture.ts';

const words = { severity: 'low', title: 'A test', why: 'A test.', advice: 'Test.' } as const;

const fewContainers = defineCheck({
  ...words,
  id: 'few-containers',
  on: workload,
  optIn: true,
  parameters: { minimum: integer(1), exempt: strings() },
  messages: { few: 'has {count} of {minimum} containers' },
  evaluate(judged, report, { parameters: { minimum, exempt } }) {
    if (exempt.includes(judged.reference.name)) report.notApplicable();
    else if (judged.containers.length < minimum) {
      report.fail('few', judged.at('containers'), { count: judged.containers.length, minimum });
    }
  },
});

const oldTarget = defineCheck({
  ...words,
  id: 'old-target',
  on: workload,
  messages: { old: 'is for {version} on {today}' },
  evaluate(judged, report, { targetVersion: { major, minor }, today }) {
    if (minor < 20) report.fail('old', judged.at(), { version: `${major}.${minor}`, today });
  },
});

const crashing = defineCheck({
  ...words,
  id: 'crashing',
  on: workload,
  messages: {},
  evaluate() {
    throw new Error('out of luck');
  },
});

const testCorpus = postureCorpus([privilegedContainer, serviceAccountMissing, fewContainers, oldTarget, crashing]);

function pod(name: string, spec: object): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
}

const plain = { containers: [{ name: 'web', image: 'registry.example/web:1.0.0' }] };
const privileged = { containers: [{ name: 'web', securityContext: { privileged: true } }] };

const base = {
  id: 'own/1',
  source: 'own',
  checks: ['privileged-container'],
  objects: [pod('web', plain)],
  complete: false,
  expect: 'pass',
};

describe('the posture corpus', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function read(...cases: readonly object[]) {
    writeFileSync(join(folder, 'cases.jsonl'), cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
    return testCorpus.read(folder);
  }

  function judge(changes: object): Judgement {
    const [only] = read({ ...base, ...changes });
    if (only === undefined) throw new Error('no case');
    return testCorpus.judge(only);
  }

  function expectedOf(changes: object): string | undefined {
    return read({ ...base, ...changes })[0]?.expected;
  }

  it('is made of the checks of the project', () => {
    expect(corpus).toMatchObject({ name: 'posture', groupedBy: ['check', 'source'] });
    expect(read(base).map((one) => corpus.judge(one))).toMatchObject([{ answer: 'agree', ours: 'pass' }]);
  });

  it('groups a case by each of its checks and its source', () => {
    const [one] = read({ ...base, checks: ['few-containers', 'privileged-container'], caveats: ['ours is better'] });
    expect(one).toMatchObject({
      id: 'own/1',
      groups: [
        ['few-containers', 'own'],
        ['privileged-container', 'own'],
      ],
      caveats: ['ours is better'],
      expected: 'fail',
    });
  });

  it('agrees on a pass and on a failure, with its first finding', () => {
    expect(judge({})).toEqual({ is: 'judged', answer: 'agree', ours: 'pass', evidence: undefined });
    expect(judge({ objects: [pod('a', plain), pod('b', privileged)], expect: 'fail' })).toEqual({
      is: 'judged',
      answer: 'agree',
      ours: 'fail',
      evidence: 'privileged-container: Pod default/b: container "web" is given every capability and device of the node',
    });
  });

  it('disagrees where the verdict is another', () => {
    expect(judge({ expect: 'fail' })).toMatchObject({ answer: 'disagree', ours: 'pass', evidence: undefined });
    expect(judge({ objects: [pod('a', privileged)] })).toMatchObject({ answer: 'disagree', ours: 'fail' });
  });

  it('takes what is not applicable for a pass', () => {
    expect(judge({ objects: [] })).toMatchObject({ answer: 'agree', ours: 'not-applicable' });
    expect(judge({ objects: [], expect: 'fail' })).toMatchObject({ answer: 'disagree', ours: 'not-applicable' });
  });

  it('runs the named checks alone, opt-in ones too, and folds them', () => {
    const objects = [pod('web', { ...privileged, serviceAccountName: 'web' })];
    expect(judge({ checks: ['few-containers'], objects })).toMatchObject({ ours: 'pass' });
    expect(judge({ checks: ['service-account-missing'], objects })).toMatchObject({ ours: 'unknown' });
    const checks = ['few-containers', 'service-account-missing', 'privileged-container'];
    expect(judge({ checks, objects })).toMatchObject({ ours: 'fail' });
  });

  it('agrees with neither verdict where ours is unknown, and says what is missing', () => {
    const objects = [pod('web', { serviceAccountName: 'web' })];
    for (const expected of ['pass', 'fail']) {
      expect(judge({ checks: ['service-account-missing'], objects, expect: expected })).toEqual({
        is: 'judged',
        answer: 'unknown',
        ours: 'unknown',
        evidence: 'service-account-missing: Pod default/web: no ServiceAccount "default/web" is among the inputs',
      });
    }
  });

  it('takes complete objects for all there is', () => {
    const objects = [pod('web', { serviceAccountName: 'web' })];
    const checks = ['service-account-missing'];
    expect(judge({ checks, objects, complete: true, expect: 'fail' })).toMatchObject({ answer: 'agree', ours: 'fail' });
  });

  it('flattens lists and skips what is no object', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [pod('a', plain), pod('b', privileged), null] };
    expect(judge({ objects: [null, 'text', list], expect: 'fail' })).toMatchObject({ answer: 'agree' });
  });

  it('gives parameters to the checks that declare them', () => {
    const checks = ['few-containers', 'privileged-container'];
    const parameters = { minimum: 2 };
    expect(judge({ checks, parameters, expect: 'fail' })).toMatchObject({
      answer: 'agree',
      evidence: 'few-containers: Pod default/web: has 1 of 2 containers',
    });
    expect(judge({ checks, parameters: { minimum: 2, exempt: ['web'] } })).toMatchObject({ answer: 'agree' });
  });

  it('does not know the answer where no check takes a parameter', () => {
    const evidence = 'no named check takes the parameter "most" as the case sets it';
    expect(judge({ parameters: { most: 1 } })).toEqual({ is: 'judged', answer: 'unknown', ours: 'unknown', evidence });
    expect(judge({ checks: ['few-containers'], parameters: { minimum: '2' } })).toMatchObject({
      answer: 'unknown',
      evidence: 'no named check takes the parameter "minimum" as the case sets it',
    });
  });

  it('judges for the version of the case, else for the newest, and always on the same day', () => {
    expect(judge({ checks: ['old-target'], kubernetesVersion: '1.18', expect: 'fail' })).toMatchObject({
      answer: 'agree',
      evidence: 'old-target: Pod default/web: is for 1.18 on 2026-09-01',
    });
    expect(judge({ checks: ['old-target'] })).toMatchObject({ answer: 'agree', ours: 'pass' });
  });

  it('leaves a case out while one of its checks does not exist', () => {
    expect(judge({ checks: ['privileged-container', 'unheard-of', 'unseen'] })).toEqual({
      is: 'left-out',
      name: 'unheard-of, unseen',
      why: 'no such check exists yet',
    });
  });

  it('does not know the answer where a check crashes', () => {
    expect(judge({ checks: ['crashing'] })).toMatchObject({
      answer: 'unknown',
      evidence: 'crashing: Pod default/web: the check failed: out of luck',
    });
  });

  it('wants the opposite where a caveat stands', () => {
    const caveats = ['ours is better'];
    expect(judge({ caveats })).toMatchObject({ answer: 'disagree', ours: 'pass' });
    expect(judge({ caveats, expect: 'fail' })).toMatchObject({ answer: 'agree', ours: 'pass' });
    const objects = [pod('web', { serviceAccountName: 'web' })];
    const checks = ['service-account-missing'];
    expect(judge({ caveats, checks, objects })).toMatchObject({ answer: 'unknown' });
    const unknown = ['unknown: the account is not in the input'];
    expect(judge({ caveats: unknown, checks, objects })).toMatchObject({ answer: 'agree', ours: 'unknown' });
    expect(judge({ caveats: unknown })).toMatchObject({ answer: 'disagree', ours: 'pass' });
  });

  it.each([
    ['ours is better', 'fail'],
    ['unknown: the account is not there', 'unknown'],
    ['unknown or fail: the account is not there', 'unknown or fail'],
    ['pass or unknown: the account is not there', 'pass or unknown'],
    ['the account is not there: unknown', 'unknown'],
    ['an unknown account counts', 'fail'],
    ['unknown accounts count', 'fail'],
    ['pass: the account is there', 'fail'],
  ])('reads the caveat %j', (caveat, expected) => {
    expect(expectedOf({ caveats: [caveat] })).toBe(expected);
  });

  it('takes the answer of any of several caveats', () => {
    expect(expectedOf({ caveats: ['ours is better', 'unknown: nothing is there'] })).toBe('fail or unknown');
  });

  it.each([
    ['id', { id: '' }],
    ['source', { source: 1 }],
    ['checks', { checks: [] }],
    ['checks', { checks: 'privileged-container' }],
    ['objects', { objects: {} }],
    ['parameters', { parameters: [] }],
    ['kubernetesVersion', { kubernetesVersion: 'new' }],
    ['complete', { complete: 'yes' }],
    ['expect', { expect: 'unknown' }],
    ['caveats', { caveats: [1] }],
  ])('refuses a case whose %s is %j', (field, changes) => {
    const at = `${join(folder, 'cases.jsonl')}:2`;
    expect(() => read(base, { ...base, ...changes })).toThrow(new Error(`${at}: ${field} is not as expected`));
  });
});
