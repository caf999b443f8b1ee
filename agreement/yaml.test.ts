import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { corpus } from './yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'seawall-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

function answers(...lines: readonly object[]): string[] {
  writeFileSync(join(folder, 'documents.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  writeFileSync(join(folder, 'yaml-scalars.jsonl'), '');
  return corpus.read(folder).map((read) => {
    const judgement = corpus.judge(read);
    return judgement.is === 'judged' ? judgement.answer : judgement.is;
  });
}

describe('the yaml corpus', () => {
  it('agrees where the first document has the value, whatever the order of its keys', () => {
    expect(answers({ id: 'a', yaml: 'b: yes\na: [1, 0o17]\n---\nc', json: '{"a":[1,15],"b":true}' })).toEqual([
      'agree',
    ]);
  });

  it('compares integers of 64 bits exactly, and floats by their shortest text', () => {
    expect(
      answers(
        { id: 'a', yaml: 'v: 9007199254740993', json: '{"v":9007199254740993}' },
        { id: 'b', yaml: 'v: 9007199254740993', json: '{"v":9007199254740992}' },
        { id: 'c', yaml: 'v: 36893488147419103232', json: '{"v":36893488147419103000}' },
        { id: 'd', yaml: 'v: -0.0', json: '{"v":-0}' },
      ),
    ).toEqual(['agree', 'disagree', 'agree', 'agree']);
  });

  it('takes an error for an error, and a value for none', () => {
    expect(
      answers(
        { id: 'a', yaml: 'a: [1', error: 'yaml: line 1' },
        { id: 'b', yaml: 'a: 1', error: 'yaml: line 1' },
        { id: 'c', yaml: 'a: [1\n---\nb: 1', json: '{"b":1}' },
      ),
    ).toEqual(['agree', 'disagree', 'disagree']);
  });

  it('refuses a line of another form', () => {
    expect(() => answers({ id: 'a' })).toThrow('documents.jsonl:1: expected an id and a yaml text');
    expect(() => answers({ id: 'a', yaml: 'a' })).toThrow('documents.jsonl:1: expected a json text or an error');
  });
});
