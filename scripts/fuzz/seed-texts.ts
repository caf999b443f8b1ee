import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateManifests, manifestStyles } from '../../bench/manifests.ts';
import { listExamples } from '../../src/check-tester/example.ts';
import { loadChecks } from '../../src/check-tester/load-checks.ts';

/** Longer texts are cut: many short executions find more than few long ones. */
const LONGEST = 4_000;
const PER_STYLE = { mixed: 60, 'crd-heavy': 6, deep: 6, pathological: 6 } as const;

/** The texts that mutation starts from: generated manifests, the examples of checks, the example shop, odd YAML. */
export async function seedTexts(seed: number): Promise<string[]> {
  const generated = manifestStyles.flatMap((style) => generateManifests({ seed, count: PER_STYLE[style], style }));
  const checks = await loadChecks();
  const examples = checks.flatMap(({ examples: own }) => listExamples(own).map(({ setting }) => setting.yaml));
  const texts = [...generated.map(({ text }) => text), ...examples, ...shop(), ...ODD_TEXTS];
  return texts.map((text) => text.slice(0, LONGEST));
}

function shop(): string[] {
  const folder = join(import.meta.dirname, '..', '..', 'examples', 'shop');
  const names = readdirSync(folder).filter((name) => /\.(?:yaml|json)$/.test(name));
  return names.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** YAML and JSON of every style that manifests seldom show. */
const ODD_TEXTS = [
  'a: &a {b: [1, "2", \'3\'], c: }\nd: *a\ne:\n  <<: *a\n  b: no\nf: {<<: [*a, {g: 1}]}\n',
  '? complex\n: - |2-\n    text\n  - >+\n   folded\n\n\n- not here\n',
  '%YAML 1.1\n%TAG !e! tag:example.com,2000:\n---\n!e!x {a: !!str 1, b: !!int "2", c: !!binary aGk=}\n...\n# end\n',
  "\"quoted \\u00e9 \\x41 \\\n  over lines\": 'it''s\n  folded'\nplain over\n  lines: too\n",
  '{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}]}\n',
  'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n  spec: {containers: [{name: x, image: "y"}]}\n-\n- null\n',
  '--- # seawall:ignore privileged-container why until 2027-01-31\nkind: Pod # seawall:ignore host-pid\n',
  'apiVersion: v1\r\nkind: Secret\r\nmetadata:\r\n  name: s\r\nstringData:\r\n  a: |\r\n    b\r\n  c: "d"\r\n',
  '\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: "\u{1F600}", annotations: {seawall.dev/ignore.host-pid: "x; container a"}}\n',
  'on: off\nyes: no\n~: null\n0x1F: 0o17\n1.0: 1e3\n.inf: .nan\n2001-01-01: 12:30\n__proto__: {constructor: 1}\n',
  'a:\n- b:\n  - c:\n    - d:\n      - [[[[{e: {f: {g: []}}}]]]]\n',
  'text: >-\n  # no comment\n  one\n   two\n\n  three\t\nnext: |+\n\n  x\n\n\n',
  '[a: 1, ? b : 2, {c, d: }, "e" : f, g: h i]\n',
  'a: 1\na: 2\nb: {c: 1, c: 2}\n---\na: [\n---\nd: 3\n... trailing\n',
];
