import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corpus } from './api-validation.ts';
import type { Judgement } from './corpus.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function judge(object: object, answer: object): Judgement {
  writeFileSync(join(folder, 'cases.jsonl'), `${JSON.stringify({ id: 'a/1', object, ...answer })}\n`);
  const [read] = corpus.read(folder);
  if (read === undefined) throw new Error('no case');
  return corpus.judge(read);
}

function pod(spec: object): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec };
}

function wrongText(field: string): string {
  return `json: cannot unmarshal number into Go struct field ${field} of type string`;
}

const valid = pod({ containers: [{ name: 'a', image: 'b' }] });
const unknown = { accepted: false, code: 400, fields: [] };

describe('the judge', () => {
  it('agrees on what is accepted', () => {
    expect(judge(valid, { accepted: true })).toEqual({
      is: 'judged',
      answer: 'agree',
      ours: 'accepted',
      evidence: undefined,
    });
    expect(judge(pod({}), { accepted: true })).toEqual({
      is: 'judged',
      answer: 'disagree',
      ours: 'refused at spec.containers',
      evidence: 'spec.containers: Required value',
    });
  });

  it('looks for the field that a decoder names', () => {
    const message = 'Pod cannot be handled as a Pod: strict decoding error: unknown field "spec.containers[0].IMAGE"';
    const object = pod({ containers: [{ name: 'a', IMAGE: 'b' }] });
    expect(judge(object, { ...unknown, message })).toMatchObject({ answer: 'agree' });
    expect(judge(valid, { ...unknown, message })).toMatchObject({ answer: 'disagree' });
    expect(judge(object, { ...unknown, message: message.replace('[0]', '[1]') })).toMatchObject({ answer: 'disagree' });
  });

  it('looks for wrong types without indexes, keys and embedded structs', () => {
    const image = pod({ containers: [{ name: 'a', image: 7 }] });
    const at = 'Container.spec.containers.image';
    expect(judge(image, { ...unknown, message: wrongText(at) })).toMatchObject({ answer: 'agree' });
    expect(judge(image, { ...unknown, message: wrongText('Container.spec.Embedded.containers.image') })).toMatchObject({
      answer: 'agree',
    });
    expect(judge(image, { ...unknown, message: wrongText('Container.spec.containers.name') })).toMatchObject({
      answer: 'disagree',
    });
    const selector = pod({ containers: [{ name: 'a', image: 'b' }], nodeSelector: { a: 1 } });
    expect(judge(selector, { ...unknown, message: wrongText('PodSpec.spec.nodeSelector') })).toMatchObject({
      answer: 'agree',
    });
    expect(judge(selector, { ...unknown, message: 'quantities must match' })).toMatchObject({ answer: 'agree' });
  });

  it('looks for one of the causes of a failed validation', () => {
    const refused = { accepted: false, code: 422, message: '' };
    const fields = [
      ['spec.other', 'FieldValueRequired'],
      ['spec.containers[0].image', 'FieldValueRequired'],
    ];
    expect(judge(pod({ containers: [{ name: 'a' }] }), { ...refused, fields })).toMatchObject({ answer: 'agree' });
    expect(judge(valid, { ...refused, fields })).toEqual({
      is: 'judged',
      answer: 'unknown',
      ours: 'accepted',
      evidence: undefined,
    });
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'c' }, spec: {} };
    const storage = [['spec.resources[storage]', 'FieldValueRequired']];
    expect(judge(claim, { ...refused, fields: storage })).toMatchObject({ answer: 'agree' });
  });

  it('does not know other kinds', () => {
    expect(judge({ apiVersion: 'a/v1', kind: 'B' }, { accepted: true })).toEqual({
      is: 'judged',
      answer: 'unknown',
      ours: 'unknown',
      evidence: 'no such kind',
    });
  });
});

it('refuses a line that is no case', () => {
  writeFileSync(join(folder, 'cases.jsonl'), '{"id":"a"}\n');
  expect(() => corpus.read(folder)).toThrow(
    new Error(`${join(folder, 'cases.jsonl')}:1: the case has no id, object or answer`),
  );
});
