import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import privilegedContainer from '../src/checks/workload/privileged-container.ts';
import { readCaseLines } from './case-files.ts';
import type { Corpus, Judgement } from './corpus.ts';
import { usage } from './options.ts';
import { postureCorpus } from './posture.ts';
import { runAgreement } from './run.ts';

/** A corpus whose cases say themselves what becomes of them. */
const ports: Corpus = {
  name: 'ports',
  groupedBy: ['check'],
  read: (folder) =>
    readCaseLines(folder, 'cases').map(({ content }) => ({
      id: String(content['id']),
      groups: [[String(content['answer'])]],
      caveats: [],
      expected: 'open',
    })),
  judge({ groups }): Judgement {
    const answer = groups[0]?.[0];
    if (answer !== 'agree' && answer !== 'disagree' && answer !== 'unknown') {
      return { is: 'left-out', name: String(answer), why: 'no such check exists yet' };
    }
    return { is: 'judged', answer, ours: answer === 'agree' ? 'open' : 'shut', evidence: 'a wall' };
  },
};

let root = '';
let folder = '';
let disputesFile = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  folder = join(root, 'corpora');
  disputesFile = join(root, 'disputes.json');
  mkdirSync(folder);
  writeDisputes();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function writeCases(corpus: string, ...cases: readonly object[]): void {
  mkdirSync(join(folder, corpus), { recursive: true });
  const text = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  writeFileSync(join(folder, corpus, 'cases.jsonl.gz'), gzipSync(text));
}

function writePorts(...answers: readonly string[]): void {
  writeCases('ports', ...answers.map((answer, index) => ({ id: `own/${index}`, answer })));
}

function writeDisputes(...ids: readonly string[]): void {
  const disputes = ids.map((id) => ({
    corpus: 'ports',
    case: id,
    reason: 'A port is a number.',
    decidedBy: 'the API',
  }));
  writeFileSync(disputesFile, JSON.stringify(disputes));
}

/** Runs with `ports` alone; the folder of the corpora is the default one. */
function run(words: readonly string[] = [], changes: { corpora?: readonly Corpus[]; defaultFolder?: string } = {}) {
  let output = '';
  let complaint = '';
  const code = runAgreement(words, {
    corpora: [ports],
    defaultFolder: folder,
    disputesFile,
    workingDirectory: root,
    print: (text) => {
      output += text;
    },
    complain: (text) => {
      complaint += text;
    },
    ...changes,
  });
  return { code, output, complaint };
}

function start(...words: readonly string[]) {
  const script = join(import.meta.dirname, 'run.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('runAgreement', () => {
  it('prints tables, and what does not count', () => {
    writePorts('agree', 'agree', 'open-port', 'open-port', 'shut-port');
    writeCases('network', {}, {});
    writeCases('mystery', {});
    expect(run()).toEqual({
      code: 0,
      output: `ports, by check (a case of several counts for each)

check  caveats  cases  agree  disagree  disputed  unknown  agreement
agree               2      2         0         0        0    100.0 %

Not counted

name              cases  why
mystery               –  no corpus of this name is known
network               2  connections are not computed yet
ports: open-port      2  no such check exists yet
ports: shut-port      1  no such check exists yet

Agreement

corpus  caveats  cases  agree  disagree  disputed  unknown  agreement
ports                2      2         0         0        0    100.0 %

`,
      complaint: '',
    });
  });

  it.each(['disagree', 'unknown'])('fails on a case of the answer %s, and lists it', (answer) => {
    writePorts('agree', answer);
    const { code, output } = run();
    expect(code).toBe(1);
    expect(output).toContain(
      `ports: 1 disagreement\n\n  own/1\n    check     ${answer}\n    expected  open\n    ours      shut: a wall\n\n`,
    );
  });

  it('passes with disputes on up to 3 % of the cases, and gives their reasons', () => {
    writePorts('disagree', ...Array.from({ length: 33 }, () => 'agree'));
    writeDisputes('own/0');
    const { code, output, complaint } = run();
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(output).toContain('Disputed\n\n  own/0\n    A port is a number.\n    the API\n\n');
  });

  it('fails where more than 3 % are disputed', () => {
    writePorts('disagree', ...Array.from({ length: 32 }, () => 'agree'));
    writeDisputes('own/0');
    expect(run(['--json'])).toEqual({
      code: 1,
      output: '{"corpora":{"ports":{"cases":33,"agree":32,"disagree":0,"disputed":1,"unknown":0}}}\n',
      complaint: 'agreement: 1 of 33 cases of ports are disputed, more than 3 %\n',
    });
  });

  it('fails on a dispute that is not needed any more', () => {
    writePorts('agree');
    writeDisputes('own/0');
    expect(run(['--json'])).toMatchObject({
      code: 1,
      complaint: 'agreement: the dispute of own/0 of ports is stale: the case agrees\n',
    });
  });

  it('fails on a dispute of a case that is gone, in the default folder only', () => {
    writePorts('agree');
    writeDisputes('own/7');
    const complaint = 'agreement: the dispute of own/7 of ports is stale: there is no such case\n';
    expect(run(['--json'])).toMatchObject({ code: 1, complaint });
    expect(run(['--json', '--corpora', 'corpora/'])).toMatchObject({ code: 1, complaint });
    expect(run(['--json'], { defaultFolder: join(folder, '.') })).toMatchObject({ code: 1, complaint });
    const elsewhere = { defaultFolder: join(root, 'elsewhere') };
    expect(run(['--json', '--corpora', 'corpora'], elsewhere)).toMatchObject({ code: 0, complaint: '' });
  });

  it('compares only what it is asked for, disputes included', () => {
    writePorts('disagree');
    writeCases('network', {});
    writeDisputes('own/7');
    expect(run(['--only', 'network', '--json'])).toEqual({ code: 0, output: '{"corpora":{}}\n', complaint: '' });
  });

  it('says so where the folder of a corpus with a judge is missing', () => {
    writeCases('network', {});
    expect(run().output).toBe(`Not counted

name     cases  why
network      1  connections are not computed yet
ports        0  its folder is missing

`);
  });

  it('judges the cases of posture, those with caveats apart', () => {
    const one = {
      source: 'own',
      checks: ['privileged-container'],
      objects: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web' }] } }],
      complete: false,
    };
    writeCases(
      'posture',
      { ...one, id: 'own/1', expect: 'pass' },
      { ...one, id: 'own/2', expect: 'fail', caveats: ['unset is not privileged'] },
    );
    const { code, output } = run([], { corpora: [postureCorpus([privilegedContainer])] });
    expect(code).toBe(0);
    expect(output).toBe(`posture, by check and source (a case of several counts for each)

check                 source  caveats  cases  agree  disagree  disputed  unknown  agreement
privileged-container  own                  1      1         0         0        0    100.0 %
privileged-container  own     with         1      1         0         0        0    100.0 %

Agreement

corpus   caveats  cases  agree  disagree  disputed  unknown  agreement
posture               1      1         0         0        0    100.0 %
posture  with         1      1         0         0        0    100.0 %

`);
  });

  it('prints its usage when asked for help', () => {
    expect(run(['--help'])).toEqual({ code: 0, output: usage, complaint: '' });
  });

  it('refuses wrong arguments', () => {
    const { code, output, complaint } = run(['--fast']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(complaint).toMatch(/^agreement: Unknown option '--fast'[^]*\n\nusage: /);
  });

  it('refuses a folder that is missing or holds no corpus, and a name that is not there', () => {
    const missing = join(root, 'nowhere');
    expect(run(['--corpora', 'nowhere'])).toEqual({
      code: 2,
      output: '',
      complaint: `agreement: there is no folder ${missing}\n`,
    });
    writeCases('mystery', {});
    expect(run()).toMatchObject({ code: 2, complaint: `agreement: ${folder} holds no corpus\n` });
    writePorts('agree');
    expect(run(['--only', 'hosts'])).toMatchObject({
      code: 2,
      complaint: `agreement: ${folder} holds no corpus "hosts"; there are mystery, ports\n`,
    });
  });

  it('refuses cases and disputes that it cannot read', () => {
    mkdirSync(join(folder, 'ports'));
    const path = join(folder, 'ports', 'cases.jsonl');
    writeFileSync(path, '{"id":\n');
    expect(run(['--json'])).toEqual({
      code: 2,
      output: '',
      complaint: `agreement: ${path}:1: the line is no JSON\n`,
    });
    writeFileSync(disputesFile, '{}');
    expect(run()).toMatchObject({ code: 2, complaint: `agreement: ${disputesFile} is no list of disputes\n` });
  });
});

describe('node agreement/run.ts', () => {
  it('judges with the checks of the project and ends with the exit code', () => {
    const securityContext = { privileged: true };
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', securityContext }] } };
    const one = { source: 'own', checks: ['privileged-container'], objects: [pod], complete: false };
    writeCases('posture', { ...one, id: 'own/1', expect: 'fail' }, { ...one, id: 'own/2', expect: 'pass' });
    expect(start('--corpora', folder, '--json')).toEqual({
      status: 1,
      stdout: '{"corpora":{"posture":{"cases":2,"agree":1,"disagree":1,"disputed":0,"unknown":0}}}\n',
      stderr: '',
    });
  });

  it('ends with exit code 2 without the folder', () => {
    const path = join(root, 'nowhere');
    expect(start('--corpora', path)).toEqual({
      status: 2,
      stdout: '',
      stderr: `agreement: there is no folder ${path}\n`,
    });
  });
});
