import { describe, expect, it } from 'vitest';
import { createLines } from '../../text/lines.ts';
import { readText } from '../../text/read.ts';
import { maskedLines } from './masked-lines.ts';
import { sourceFile } from './source-file.ts';

const CREDENTIAL = 'hunterTwo';

/** A text as a report would quote it. */
function quoted(text: string, name: string): string {
  const { documents, problems } = readText(text, name);
  const lost = problems.map((problem) => problem.lost).filter((part) => part !== undefined);
  const sources = maskedLines([sourceFile(name, text, documents, lost)]);
  const lines = Array.from({ length: createLines(text).count }, (_, index) => sources.line(name, index + 1) ?? '');
  return lines.join('\n');
}

const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: x}\n';
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - name: web\n';

const texts: readonly (readonly [style: string, text: string])[] = [
  ['data', `${secret}data:\n  a: ${CREDENTIAL}\n`],
  ['stringData in quotes', `${secret}stringData:\n  a: "${CREDENTIAL}"\n  b: '${CREDENTIAL}'\n`],
  ['stringData in flow style', `${secret}stringData: {a: ${CREDENTIAL}, b: "${CREDENTIAL}"}\n`],
  ['a literal scalar', `${secret}stringData:\n  a: |\n    one\n    key: ${CREDENTIAL}\n`],
  ['a folded scalar', `${secret}stringData:\n  a: >-\n    ${CREDENTIAL}\n\n    ${CREDENTIAL}\n`],
  ['a quoted scalar over lines', `${secret}stringData:\n  a: "one\n    two: ${CREDENTIAL}"\n`],
  ['a key that stands twice', `${secret}stringData:\n  a: ${CREDENTIAL}\n  a: other\n`],
  ['data that stands twice', `${secret}data: {a: ${CREDENTIAL}}\ndata: {}\n`],
  ['an anchor elsewhere', `x: &x ${CREDENTIAL}\n${secret}stringData:\n  a: *x\n`],
  ['a merge', `x: &x {a: ${CREDENTIAL}}\n${secret}stringData:\n  <<: *x\n`],
  ['a list', `apiVersion: v1\nkind: List\nitems:\n- ${secret.replaceAll('\n', '\n  ')}data: {a: ${CREDENTIAL}}\n`],
  ['JSON', `{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "x"}, "data": {"a": "${CREDENTIAL}"}}`],
  ['JSON over lines', `{\n"kind": "Secret",\n"apiVersion": "v1",\n"data": {\n"a":\n"${CREDENTIAL}"\n}\n}`],
  ['an environment variable', `${pod}    env:\n    - name: A\n      value: ${CREDENTIAL}\n`],
  ['an environment variable in flow style', `${pod}    env: [{name: A, value: "${CREDENTIAL}"}]\n`],
  ['an environment variable over lines', `${pod}    env:\n    - value:\n        ${CREDENTIAL}\n      name: A\n`],
  ['an environment variable in a block', `${pod}    env:\n    - name: A\n      value: |\n        b: ${CREDENTIAL}\n`],
  [
    'an environment variable that stands twice',
    `${pod}    env:\n    - name: A\n      value: ${CREDENTIAL}\n      value: b\n`,
  ],
  ['an environment variable by alias', `x: &x ${CREDENTIAL}\n${pod}    env:\n    - {name: A, value: *x}\n`],
  ['an environment by merge', `x: &x {value: ${CREDENTIAL}}\n${pod}    env:\n    - <<: *x\n      name: A\n`],
  ['a ConfigMap', `apiVersion: v1\nkind: ConfigMap\ndata:\n  password: ${CREDENTIAL}\n`],
  ['a file in a ConfigMap', `kind: ConfigMap\ndata:\n  a.ini: |\n    [db]\n    password = ${CREDENTIAL}\n`],
  ['an annotation', `${pod}  - a: b\nannotations: {x/token: ${CREDENTIAL}}\n`.replace('  - a: b\n', '')],
  ['the value of an option', `${pod}    args:\n    - --password\n    - ${CREDENTIAL}\n`],
  ['an option', `${pod}    args: ["--password=${CREDENTIAL}"]\n`],
  ['a command of a shell', `${pod}    command: [sh, -c, "mysql -p${CREDENTIAL} shop"]\n`],
  ['a URL', `${pod}    image: https://a:${CREDENTIAL}@registry.example/web\n`],
  ['a header', `${pod}    x:\n    - name: Authorization\n      value: Bearer ${CREDENTIAL}\n`],
  ['a comment', `${pod}    # password: ${CREDENTIAL}\n    tty: true # token=${CREDENTIAL}\n`],
  [
    'the copy of kubectl',
    `${secret}  \n`.replace(
      '{name: x}',
      `{name: x, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"${CREDENTIAL}"}}'}}`,
    ),
  ],
];

const damages: readonly (readonly [what: string, damage: (text: string) => string])[] = [
  ['whole', (text) => text],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['behind a document', (text) => `a: 1\n---\n${text}`],
  ['with a byte order mark', (text) => `\uFEFF${text}`],
  ['broken at the end', (text) => `${text}\n]: [\n`],
  ['broken at the start', (text) => `broken: [}\n${text}`],
  ['broken by a tab', (text) => text.replace('metadata', '\tmetadata')],
  ['broken by a control character', (text) => text.replace('metadata', 'meta\u0001data')],
  ['nested too deeply', (text) => `${text}\ndeep: ${'['.repeat(200)}\n`],
  ['without a last line break', (text) => text.trimEnd()],
];

describe.each(damages)('a credential in a text %s', (_what, damage) => {
  it.each(texts)('is never quoted: %s', (_style, text) => {
    const damaged = damage(text);
    expect(damaged).toContain(CREDENTIAL);
    expect(quoted(damaged, 'a.yaml')).not.toContain(CREDENTIAL);
    expect(quoted(damaged, 'a.json')).not.toContain(CREDENTIAL);
  });
});
