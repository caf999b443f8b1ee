import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areas, checks } from '../../checks/registry.generated.ts';
import { integer, mapping, seconds, strings, text as textParameter } from '../../core/parameter.ts';
import { toyCheck } from '../../core/toy-world.ts';
import type { CheckCatalogue } from '../check-selection.ts';
import { readConfig } from './read.ts';
import { configSchema } from './schema.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));

const parameters = {
  names: strings('a'),
  most: integer(3),
  patience: seconds(60),
  size: textParameter(),
  labels: mapping(),
};
const catalogue: CheckCatalogue = {
  checks: [toyCheck('host-pid'), toyCheck('host-ipc'), toyCheck('tuned', { parameters })],
  areas: { 'host-pid': 'workload', 'host-ipc': 'workload', tuned: 'hygiene' },
};

/** `line:column code: message` of each fault; none for a right configuration. */
function faultsIn(text: string, known = catalogue): string[] {
  const read = readConfig(text, known);
  if (read.is === 'config') return [];
  return read.faults.map(({ code, message, at }) => `${at?.line}:${at?.column} ${code}: ${message}`);
}

function configOf(text: string): unknown {
  const read = readConfig(text, catalogue);
  return read.is === 'config' ? read.config : read.faults;
}

describe('the example', () => {
  const example = readFileSync(join(root, 'examples/configuration/seawall.yaml'), 'utf8');

  it('is right', () => {
    expect(faultsIn(example, { checks, areas })).toEqual([]);
  });

  it('has every key, if only in a comment', () => {
    const keys = Object.keys(configSchema(catalogue).shape);
    expect(keys.filter((key) => !new RegExp(`^(?:# )?${key}:`, 'm').test(example))).toEqual([]);
  });
});

describe('a configuration', () => {
  it.each(['', '# nothing yet\n', '---\n', '{}'])('may be empty: %j', (text) => {
    expect(configOf(text)).toEqual({});
  });

  it('is JSON, too', () => {
    expect(configOf('{"fail-on": "high", "only": ["workload"]}')).toEqual({ 'fail-on': 'high', only: ['workload'] });
  });

  it('takes on and off as YAML reads them, and in quotes', () => {
    const settings = { workload: false, 'host-pid': true, 'host-ipc': 'off', tuned: { enabled: true } };
    expect(configOf("checks: {workload: off, host-pid: on, host-ipc: 'off', tuned: {enabled: yes}}")).toEqual({
      checks: settings,
    });
  });

  it('takes the parameters of a check by their types', () => {
    const given = '{names: [], most: 0, patience: 5, size: 1Gi, labels: {a: b}}';
    expect(configOf(`checks: {tuned: {parameters: ${given}}}`)).toEqual({
      checks: { tuned: { parameters: { names: [], most: 0, patience: 5, size: '1Gi', labels: { a: 'b' } } } },
    });
    expect(
      faultsIn('checks:\n  tuned:\n    parameters: {names: x, most: a, patience: -1, size: 1, labels: {a: 1}}'),
    ).toEqual([
      '3:25 config-wrong-type: expected a list, found a text',
      '3:34 config-wrong-type: expected a whole number, found a text',
      '3:47 config-wrong-value: expected 0 or more',
      '3:57 config-wrong-type: expected a text, found the number 1; write it in quotes',
      '3:72 config-wrong-type: expected a text, found the number 1; write it in quotes',
    ]);
  });

  it('tells where its values stand', () => {
    const read = readConfig("exceptions:\n  - checks: host-pid\n    reason: it's a debugger\n", catalogue);
    expect(read.is === 'config' && read.locate(['exceptions', 0, 'checks'])).toEqual({
      line: 2,
      column: 13,
      endLine: 2,
      endColumn: 21,
    });
  });
});

describe('the faults of a configuration', () => {
  it.each([
    ['fail_on: high', '1:1 config-unknown-key: there is no key "fail_on" here; did you mean "fail-on"'],
    [
      'thresholds: {x: 1}',
      '1:14 config-unknown-key: there is no key "x" here; the keys are maximum-failed, minimum-score',
    ],
    [
      'checks: {host-pdi: on}',
      '1:10 config-unknown-check: there is no check or area "host-pdi"; did you mean "host-pid"',
    ],
    ['checks: {zzz: on}', '1:10 config-unknown-check: there is no check or area "zzz"'],
    ['checks: {host-pid: 5}', '1:20 config-wrong-type: expected on, off or a mapping, found the number 5'],
    ['checks: {host-pid: }', '1:10 config-wrong-type: expected on, off or a mapping, found nothing'],
    ['checks: {host-pid: {enabled: maybe}}', '1:30 config-wrong-type: expected on or off, found a text'],
    [
      'checks: {host-pid: {severity: hihg}}',
      '1:31 config-wrong-value: "hihg" is none of critical, high, medium, low; did you mean "high"',
    ],
    [
      'checks: {host-pid: {parameters: {}}}',
      '1:21 config-unknown-key: there is no key "parameters" here; the keys are enabled, severity',
    ],
    [
      'checks: {tuned: {parameters: {mots: 1}}}',
      '1:31 config-unknown-key: there is no key "mots" here; did you mean "most"',
    ],
    [
      'paths: [{match: a, checks: {host-pid: {severty: low}}}]',
      '1:40 config-unknown-key: there is no key "severty" here; did you mean "severity"',
    ],
    ['paths: [{match: a}]', '1:10 config-missing-key: "checks" is missing'],
    ['fail-on: 3', '1:10 config-wrong-value: expected one of critical, high, medium, low, never'],
    ['kubernetes-version: 1.30', '1:21 config-wrong-type: expected a text, found the number 1.3; write it in quotes'],
    [
      'namespace: 9007199254740993',
      '1:12 config-wrong-type: expected a text, found the number 9007199254740993; write it in quotes',
    ],
    ["kubernetes-version: 'new'", '1:21 config-wrong-value: "new" is no Kubernetes version; write it like 1.34'],
    ['only: hots-pid', '1:7 config-unknown-check: there is no check or area "hots-pid"; did you mean: host-pid'],
    [
      'skip: [host-pid, image-*]',
      '1:18 config-unknown-check: no check is as "image-*" says; see them all: seawall checks',
    ],
    ['skip: []', '1:7 config-wrong-value: expected an entry, found an empty list'],
    ['outputs: jsno', '1:10 config-wrong-value: there is no output format "jsno"; did you mean: json'],
    [
      'outputs: [json=../a.json]',
      '1:11 config-wrong-value: ../a.json lies outside of the folder of the configuration; name it on the command line: -o',
    ],
    [
      'outputs: [pretty, json]',
      '1:10 config-wrong-value: two outputs go to the standard output; write: -o pretty -o sarif=report.sarif',
    ],
    ['provider: awz', /^1:11 config-wrong-value: "awz" is none of .*; did you mean "aws"$/],
    ['complete: maybe', /^1:11 config-wrong-value: --complete=maybe: "maybe" is no kind/],
    ['thresholds: {minimum-score: 101}', '1:29 config-wrong-value: expected a number from 0 to 100'],
    [
      'thresholds: {maximum-failed: {high: 1.5}}',
      '1:37 config-wrong-type: expected a whole number, found the number 1.5',
    ],
    ['exceptions: [{checks: host-pid}]', '1:15 config-missing-key: "reason" is missing'],
    [
      'exceptions: [{reason: x}]',
      "1:14 config-wrong-value: names neither checks nor fingerprints; write checks: '*' for every check",
    ],
    [
      "exceptions: [{reason: x, checks: host-pid, fingerprints: ['0123456789abcdef']}]",
      '1:14 config-wrong-value: fingerprints say all; take the checks, objects and paths out',
    ],
    [
      'exceptions: [{reason: x, fingerprints: [0123456789012345]}]',
      /^1:41 config-wrong-type: expected a fingerprint, found the number \d+; write it in quotes$/,
    ],
    [
      'exceptions: [{reason: x, checks: host-pid, until: 2030-02-30}]',
      '1:51 config-wrong-value: expected a day of the calendar, like 2030-06-30',
    ],
    ["exceptions: [{reason: '', checks: host-pid}]", '1:23 config-wrong-value: expected a text, found an empty one'],
    ['- a', '1:1 config-wrong-type: expected a mapping, found a list'],
    ['fail-on: [', /^1:11 config-syntax: /],
    ['fail-on: high\n---\nfail-on: low', '2:1 config-syntax: a configuration is one document, and here starts another'],
    ['fail-on: high\nfail-on: low', '2:1 config-syntax: the key "fail-on" stands here again; the last one wins'],
  ])('%j', (text, expected) => {
    const faults = faultsIn(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });

  it('are told all at once, in reading order', () => {
    expect(faultsIn('skip: x\nfail-no: 1\nskip: y\nchecks: {a: 1, b: 2}').map((line) => line.split(' ')[0])).toEqual([
      '2:1',
      '3:1',
      '3:7',
      '4:10',
      '4:16',
    ]);
  });

  it('are told of hostile texts, too', () => {
    expect(faultsIn('['.repeat(500))[0]).toMatch(/config-syntax/);
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`,
    );
    expect(faultsIn(['a0: &a0 [x]', ...laughs].join('\n'))[0]).toMatch(/config-syntax/);
    expect(faultsIn('__proto__: {a: 1}\nconstructor: 1').map((line) => line.slice(0, 22))).toEqual([
      '1:1 config-unknown-key',
      '2:1 config-unknown-key',
    ]);
    expect(faultsIn('checks: {constructor: on, toString: off}')).toHaveLength(2);
  });
});
