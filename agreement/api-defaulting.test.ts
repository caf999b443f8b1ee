import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpus } from './api-defaulting.ts';
import type { Judgement } from './corpus.ts';

const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { a: 'YQ==' } };
const answer = { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', data: { a: 'YQ==' } };
const base = { id: 'own/1', object: secret, defaulted: answer };

describe('the api-defaulting corpus', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function read(content: object) {
    writeFileSync(join(folder, 'cases.jsonl'), `${JSON.stringify(content)}\n`);
    return corpus.read(folder);
  }

  function judge(changes: object): Judgement {
    const [only] = read({ ...base, ...changes });
    if (only === undefined) throw new Error('no case');
    return corpus.judge(only);
  }

  it('groups a case by its kind', () => {
    expect(corpus).toMatchObject({ name: 'api-defaulting', groupedBy: ['kind'] });
    expect(read(base)).toMatchObject([{ id: 'own/1', groups: [['Secret']], caveats: [], expected: 'the same' }]);
  });

  it('agrees where our object is the same, whatever its metadata and status', () => {
    const agreed = { is: 'judged', answer: 'agree', ours: 'the same', evidence: undefined };
    expect(judge({})).toEqual(agreed);
    expect(judge({ object: { ...secret, status: { a: 1 } } })).toEqual(agreed);
  });

  it('takes null, empty lists and some empty mappings for nothing, on both sides', () => {
    const empty = { a: null, list: [], labels: {}, resources: { metadata: {} } };
    expect(judge({ object: { ...secret, ...empty } })).toMatchObject({ answer: 'agree' });
    expect(judge({ defaulted: { ...answer, ...empty } })).toMatchObject({ answer: 'agree' });
    expect(judge({ object: { ...secret, selector: {} } })).toMatchObject({
      answer: 'disagree',
      evidence: '/selector: {} is not nothing',
    });
    expect(
      judge({ object: { ...secret, list: [null, {}] }, defaulted: { ...answer, list: [null, {}] } }),
    ).toMatchObject({
      answer: 'agree',
    });
  });

  it.each([
    [{ ...answer, type: 'Other' }, '/type: "Opaque" is not "Other"'],
    [{ ...answer, data: { a: 'YQ==', b: '' } }, '/data/b: nothing is not ""'],
    [{ ...answer, data: ['YQ=='] }, '/data: {"a":"YQ=="} is not ["YQ=="]'],
    [{ ...answer, data: 1 }, '/data: {"a":"YQ=="} is not 1'],
  ])('disagrees with %j, and says where', (expected, evidence) => {
    expect(judge({ defaulted: expected })).toEqual({
      is: 'judged',
      answer: 'disagree',
      ours: 'another object',
      evidence,
    });
  });

  it('compares lists by their order and length', () => {
    const object = { ...secret, list: [1, 2] };
    expect(judge({ object, defaulted: { ...answer, list: [1, 2] } })).toMatchObject({ answer: 'agree' });
    expect(judge({ object, defaulted: { ...answer, list: [1, 3] } })).toMatchObject({
      evidence: '/list/1: 2 is not 3',
    });
    expect(judge({ object, defaulted: { ...answer, list: [1] } })).toMatchObject({
      evidence: '/list: [1,2] is not [1]',
    });
  });

  it.each([
    ['id', { id: '' }],
    ['object', { object: 'text' }],
    ['object', { object: { kind: 1 } }],
    ['defaulted', { defaulted: null }],
  ])('refuses a case whose %s is %j', (field, changes) => {
    const at = `${join(folder, 'cases.jsonl')}:1`;
    expect(() => read({ ...base, ...changes })).toThrow(new Error(`${at}: ${field} is not as expected`));
  });
});
