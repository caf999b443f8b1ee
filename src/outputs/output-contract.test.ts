import { describe, expect, it } from 'vitest';
import { defineCheck } from '../core/check.ts';
import { asList, asObject } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import { scan } from '../core/scan.ts';
import type { Subject } from '../core/subject.ts';
import { container } from '../kubernetes/container.ts';
import { workload } from '../kubernetes/workload.ts';
import files from '../sources/files/index.ts';
import { assessedReport, fullReport, hugeReport, reportOf } from './contract-reports.ts';
import {
  commandLines,
  deepFrozen,
  hostileCharacters,
  leaksOf,
  outputsOf,
  parsedObject,
  reportFaults,
  sarifFaults,
  withoutStyles,
  writtenBy,
} from './output-contract.ts';
import { buildFinding, buildReport, buildSubject } from './report-builder.ts';

const outputs = await outputsOf(import.meta.dirname);

/** Every object, judged as it is. */
const everyObject: Subject = {
  name: 'object',
  covers: () => true,
  *enumerate(inventory) {
    for (const resource of inventory.resources) yield { reference: resource, anchor: { resource, path: [] } };
  },
};

/** Fails at every literal that must not be shown, so that outputs quote it. */
const literalChecks = [
  defineCheck({
    id: 'environment-literal',
    on: workload,
    each: container,
    severity: 'high',
    title: 'Environment variable holds a literal',
    why: 'It can be read by whoever reads the manifest.',
    advice: 'Take it from a Secret.',
    messages: { literal: 'sets {name}' },
    evaluate(judged, report) {
      for (const [index, entry] of asList(judged.content['env']).entries()) {
        report.fail('literal', judged.at('env', index, 'value'), { name: String(asObject(entry)['name']) });
        report.fail('literal', judged.at('env', index), { name: 'it' });
      }
    },
  }),
  defineCheck({
    id: 'object-data',
    on: everyObject,
    severity: 'low',
    title: 'Object holds data',
    why: 'It can be read.',
    advice: 'Remove it.',
    messages: { data: 'holds {key}' },
    evaluate(judged, report) {
      const { resource } = judged.anchor;
      report.unknown({ what: 'nobody knows the rest' });
      for (const field of ['data', 'stringData', 'metadata']) {
        const keys = [field, ...(field === 'metadata' ? ['annotations'] : [])];
        report.fail('data', { resource, path: keys }, { key: field });
        const value = keys.reduce<unknown>((inner, key) => asObject(inner)[key], resource.content);
        for (const key of Object.keys(asObject(value)))
          report.fail('data', { resource, path: [...keys, key] }, { key });
      }
    },
  }),
];

/** Really reads a text from the standard input, and really scans it. */
function scanned(text: string, name = 'standard input'): Report {
  const read = files.read({
    paths: ['-'],
    workingDirectory: '/',
    defaultNamespace: 'default',
    claims: [],
    targetVersion: { major: 1, minor: 36 },
    standardInput: { name, read: () => text },
    progress() {},
  });
  return scan(read, {
    checks: literalChecks,
    frameworks: [],
    isCheck: () => true,
    targetVersion: { major: 1, minor: 36 },
    now: Date.parse('2026-07-01'),
    tool: { name: 'seawall', version: '0.1.0' },
    inputs: ['-'],
  });
}

const first = 'Zq7xKw9pVj3T';
const second = 'Ywb5RtGm2LkX';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    env:\n';
const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n';

/** Texts that hold `first` and `second` where they must not be shown, in every way that YAML and JSON offer. */
const planted: Readonly<Record<string, string>> = {
  'plain and quoted scalars': `${secret}data:\n  a: ${first}\nstringData:\n  b: '${second}'\n  c: "${first}"\n`,
  'block scalars': `${secret}stringData:\n  a: |\n    ${first}\n    x: ${second}\n  b: >-\n    ${first}\n\n    ${second}\n`,
  'scalars of several lines': `${secret}stringData:\n  a: "${first}\n    ${second}"\n  b: ${first}\n    ${second}\n`,
  'flow style': `${secret}stringData: {a: ${first}, b: "${second}",\n  c: ${first}}\n`,
  'keys that stand twice': `${secret}data: {a: ${first}, a: ${second}}\ndata:\n  b: ${second}\n`,
  'tags, anchors and comments': `${secret}stringData:\n  # ${first}\n  a: !${first}\n  b: &${second} # ${first}\n  c: !x &y ${first} # ${second}\n`,
  'an annotation of kubectl': `${secret}  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"data":{"a":"${first}"}}\n    other: x\n`,
  'CRLF line breaks': `${secret}stringData:\n  a: |\n    ${first}\n    ${second}\n  b: ${first}\n`.replaceAll(
    '\n',
    '\r\n',
  ),
  'aliases and merge keys in a Secret': `x: &x ${first}\ny: &y {stringData: {b: ${second}}}\n${secret}data: {a: *x}\n<<: *y\n`,
  'environment literals': `${pod}    - name: A\n      value: ${first}\n    - {name: B, value: ${second}}\n    - name: C\n      value: |\n        ${first}: ${second}\n    - value: "${first}\n        ${second}" # ${first}\n      name: D\n    - name: E\n      value: ${first}\n      value: ${second}\n    - name: F\n      ? value\n      : !${first} ${second}\n`,
  'aliases and merge keys in an environment': `x: &x ${first}\ny: &y {value: ${second}}\n${pod}    - {name: A, value: *x}\n    - {name: B, <<: *y}\n    - {name: C, <<: [*y]}\n`,
  'an aliased list': `x: &x\n- name: A\n  value: ${first}\n- {name: B, value: ${second}}\n${pod.trimEnd()} *x\n`,
  'the items of a List': `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data: {a: ${first}}\n- apiVersion: v1\n  kind: Pod\n  spec: {containers: [{env: [{name: A, value: ${second}}]}]}\n`,
  JSON: `{"apiVersion":"v1","kind":"Secret","data":{"a":"${first}","a":"${second}"},\n"stringData":{\n"b":"${first}"}}\n{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"env":[{"name":"A","value":"${first}"},{"name":"B",\n"value":"${second}"}]}]}}`,
  'a kind in escapes': `{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"\\u0053ecret","data":{"a":"${first}"}}]}`,
  'a Secret that cannot be read': `${secret}stringData:\n  a: ${first}\n  b: |\n    x: ${second}\n   ${first}: [\n`,
  'an environment that cannot be read': `${pod}    - name: A\n      value: |\n        user: ${first}\n        ${second}\n     token: ${second}\n`,
  'an open quote': `${pod}    - name: A\n      value: "${first}\n        b: ${second}\n    - name: B\n`,
  'JSON that cannot be read': `{"apiVersion":"v1","kind":"Secret","data":{"a":"${first}"}} {"kind":"Pod",\n"v\\u0061lue": "${second}",]`,
  'text behind a document': `{"apiVersion":"v1","kind":"Secret","data":{"a":"${first}"}}\npassword: ${second}\n`,
};

/** A name that tries everything on a terminal, a log and a build agent. */
const hostile = [
  '\u001b[38;5;199mred\u001b]8;;https://elsewhere.example\u0007link\u001b]8;;\u0007\u001b[2J\u009b31m',
  '\r\n::error file=x::owned\n  ::warning::owned\r##vso[task.setvariable]x ##[error]y\t\0\b',
  '\u202eevil\u2066\u2069\u200f\u061c \u2028\u2029\u0085\u007f \ud83d|\ude00 ]]> </script> "\'\\{0}[a](b)',
].join('');

const reports: Readonly<Record<string, () => Report>> = {
  'nothing at all': () => buildReport(),
  'something of everything': fullReport,
  'a framework': assessedReport,
  'many findings': () => hugeReport(200),
  'texts in many scripts': () => reportOf('größer — 東京 👩‍🚀 العربية می‌خواهم é ｗｉｄｅ'),
  'hostile texts': () => reportOf(hostile),
  'empty texts': () => reportOf(''),
  'long texts': () => reportOf('👩x'.repeat(200)),
  'CRLF sources': () =>
    scanned(`${pod}    - {name: A, value: x}\n    - name: B\n      value: y\n`.replaceAll('\n', '\r\n')),
  'hostile names': () =>
    scanned(JSON.stringify({ apiVersion: 'v1', kind: hostile, metadata: { name: hostile } }), hostile),
  ...Object.fromEntries(Object.entries(planted).map(([name, text]) => [name, () => scanned(text)])),
};

/** A pipe, and a terminal that has everything. */
const sinks = [
  { color: false, links: false, groupBy: 'resource' },
  { color: true, links: true, groupBy: 'check' },
] as const;

describe.each(outputs)('the output $name', (output) => {
  it.each(Object.entries(reports))('writes safely: %s', (_, make) => {
    for (const sink of sinks) {
      const { text } = writtenBy(output, deepFrozen(make()), sink);
      const plain = sink.color ? withoutStyles(text) : text;
      expect(hostileCharacters(plain)).toEqual([]);
      expect(commandLines(plain)).toEqual([]);
      expect(text).not.toContain('\u001b[38;5;199m');
      expect(text).not.toContain('\u001b]8;;https://elsewhere.example');
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  it.each(Object.entries(planted))('shows no literal of %s', (_, text) => {
    expect(text).toContain(first);
    const report = scanned(text);
    expect(report.subjects.length + report.diagnostics.length).toBeGreaterThan(0);
    for (const sink of sinks) {
      const written = writtenBy(output, report, sink).text;
      expect(leaksOf(withoutStyles(written), [first, second])).toEqual([]);
    }
  });

  it.each(Object.entries(reports))('writes the same for equal reports: %s', (_, make) => {
    const report = make();
    const once = writtenBy(output, report).text;
    expect(writtenBy(output, report).text).toBe(once);
    expect(writtenBy(output, make()).text).toBe(once);
  });
});

describe('a report to quote from', () => {
  it.each(Object.entries(planted))('masks every literal of %s', (_, text) => {
    const { sources } = scanned(text);
    const lines = text.split(/\r?\n/).map((line, index) => [line, sources.line('standard input', index + 1) ?? '']);
    expect(leaksOf(lines.map(([, shown]) => shown).join('\n'), [first, second])).toEqual([]);
    for (const [line = '', shown = ''] of lines) {
      if (line.includes(first) || line.includes(second)) expect(shown).toContain('************');
    }
  });
});

describe.each(outputs.filter(({ name }) => name === 'json' || name === 'sarif'))('the output $name', (output) => {
  const large: typeof reports = {
    ...reports,
    'five thousand findings': () => hugeReport(5000),
    'texts longer than a write': () => reportOf('👩x'.repeat(30_000)),
  };

  it.each(Object.entries(large))('is valid, in pieces of bounded size: %s', (_, make) => {
    const { text, pieces } = writtenBy(output, make());
    expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThan(1_000_000);
    expect(pieces.filter((piece) => !piece.isWellFormed())).toEqual([]);
    expect((output.name === 'json' ? reportFaults : sarifFaults)(parsedObject(text))).toEqual([]);
  });
});

describe('the JSON output', () => {
  const json = outputs.filter(({ name }) => name === 'json');
  const parts = ['failed', 'accepted', 'unknown', 'passed', 'notApplicable'];

  it.each(Object.entries(reports))('has totals that add up: %s', (_, make) => {
    for (const output of json) {
      const document = parsedObject(writtenBy(output, make()).text);
      const all = asList(document['subjects']).map((subject) => asObject(subject)['counts']);
      for (const counts of [document['counts'], ...all]) expect(sumOf(counts, parts)).toBe(sumOf(counts, ['judged']));
      for (const name of ['judged', ...parts]) {
        expect(all.reduce<number>((sum, counts) => sum + sumOf(counts, [name]), 0)).toBe(
          sumOf(document['counts'], [name]),
        );
      }
      expect(sumOf(document['severities'], ['critical', 'high', 'medium', 'low'])).toBe(
        sumOf(document['counts'], ['failed']),
      );
      expect(asList(document['unknowns']).length).toBe(sumOf(document['counts'], ['unknown']));
    }
  });

  it('gives back every text as it was', () => {
    const [document] = json.map((output) => parsedObject(writtenBy(output, reportOf(hostile)).text));
    expect(asList(document?.['findings']).map((finding) => asObject(finding)['message'])).toEqual([
      hostile,
      hostile,
      hostile,
    ]);
  });
});

describe('the contract', () => {
  it('is kept by every output of the folder', () => {
    expect(outputs.map(({ name }) => name)).toEqual(expect.arrayContaining(['json', 'sarif']));
  });

  it('sees what must not leave an output', () => {
    expect(hostileCharacters('a\n\t\u001b\u0085\u202e\ud800')).toEqual([
      'U+0009',
      'U+001B',
      'U+0085',
      'U+202E',
      'U+D800',
    ]);
    expect(commandLines('a ::b\n  ::error::\n:: c\na ##[error]b\n#[a]\n##vso[x]')).toEqual([
      '  ::error::',
      ':: c',
      'a ##[error]b',
      '##vso[x]',
    ]);
    expect(leaksOf('a secr b ecret', ['secret', 'abc'])).toEqual(['secr', 'ecre', 'cret']);
    expect(withoutStyles('\u001b[1ma\u001b[0m \u001b]8;;file:///b\u001b\\c\u001b]8;;\u001b\\\u001b[2J')).toBe(
      'a c\u001b[2J',
    );
  });

  it('sees an output that changes the report', () => {
    const report = deepFrozen(buildReport({ subjects: [buildSubject({ findings: [buildFinding()] })] }));
    expect(() => Object.assign(report.subjects[0]?.findings[0] ?? {}, { message: '' })).toThrow(TypeError);
    const { checks } = report;
    expect(checks).toBeInstanceOf(Map);
    if (checks instanceof Map) expect(() => checks.clear()).toThrow('an output changed the report');
  });
});

function sumOf(counts: unknown, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + Number(asObject(counts)[name]), 0);
}
