import type { Manifest } from '../manifests.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import { mixedManifests } from './mixed.ts';
import type { Lines } from './yaml-lines.ts';
import { block, entry, indent, textOf } from './yaml-lines.ts';

const writers: readonly { name: string; write: (number: number, random: Random) => string }[] = [
  { name: 'long-lines', write: longLines },
  { name: 'block-scalar', write: blockScalar },
  { name: 'anchors', write: anchors },
  { name: 'documents', write: manyDocuments },
  { name: 'flow', write: flowStyle },
  { name: 'carriage-returns', write: carriageReturns },
];

/** Files that are legal but hard to read fast, one kind after the other; the kind is the file's name. */
export function pathologicalManifests(seed: number, count: number): readonly Manifest[] {
  const random = seededRandom(seed);
  const manifests: Manifest[] = [];
  for (let number = 1; manifests.length < count; number++) {
    for (const { name, write } of writers) {
      if (manifests.length < count) manifests.push({ file: `${name}-${number}.yaml`, text: write(number, random) });
    }
  }
  return manifests;
}

function configMapHeading(name: string, annotations: Lines = []): Lines {
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    ...block('metadata', [
      `name: ${name}`,
      'namespace: odd',
      ...(annotations.length > 0 ? block('annotations', annotations) : []),
    ]),
  ];
}

/** Three lines of 100 to 300 kB: JSON in single quotes, escapes in double quotes, and a plain scalar. */
function longLines(number: number, random: Random): string {
  const records = Array.from({ length: 2_000 }, (_, index) => `{"id":${index},"token":"${random.hexadecimal(32)}"}`);
  const escaped = Array.from({ length: 10_000 }, () => `${random.hexadecimal(12)}\\n\\t\\"\\u00e9`).join('');
  const plain = Array.from({ length: 10_000 }, () => random.hexadecimal(9)).join(' ');
  return textOf([
    ...configMapHeading(`long-lines-${number}`, [`example.com/records: '[${records.join(',')}]'`]),
    ...block('data', [`escaped: "${escaped}"`, `plain: word ${plain}`]),
  ]);
}

/** A literal block scalar of one million bytes. */
function blockScalar(number: number, random: Random): string {
  const lines: string[] = [];
  for (let size = 0; size < 1_000_000; size += 80) lines.push(`${random.hexadecimal(16)} ${'x'.repeat(62)}`);
  return textOf([...configMapHeading(`block-scalar-${number}`), ...block('data', ['content: |', ...indent(lines)])]);
}

/** A thousand anchors and four thousand aliases; none is inside what another one names, so nothing explodes. */
function anchors(number: number, random: Random): string {
  const variables = Array.from({ length: 1_000 }, (_, index) => index);
  const first = [
    'name: first',
    'image: registry.example.com/odd/first:1.0.0',
    'resources: &resources',
    '  limits: {cpu: "1", memory: 64Mi}',
    'env:',
    ...variables.flatMap((index) =>
      entry([`&variable${index}`, `name: VARIABLE_${index}`, `value: "${random.hexadecimal(8)}"`]),
    ),
  ];
  const others = ['second', 'third', 'fourth', 'fifth'].map((name) => [
    `name: ${name}`,
    `image: registry.example.com/odd/${name}:1.0.0`,
    'resources: *resources',
    'env:',
    ...variables.map((index) => `- *variable${index}`),
  ]);
  return textOf([
    'apiVersion: v1',
    'kind: Pod',
    ...block('metadata', [`name: anchors-${number}`, 'namespace: odd']),
    ...block('spec', ['containers:', ...[first, ...others].flatMap((container) => entry(container))]),
  ]);
}

/** Three thousand documents; comments, empty documents and both markers between them. */
function manyDocuments(number: number, random: Random): string {
  const lines: string[] = [];
  for (let index = 0; index < 3_000; index++) {
    lines.push(
      '---',
      ...configMapHeading(`document-${number}-${index}`),
      ...block('data', [`key: value-${random.hexadecimal(8)}`]),
    );
    if (index % 50 === 0) lines.push('---', '# nothing here');
    if (index % 75 === 0) lines.push('...');
  }
  return textOf(lines);
}

/** A List written as JSON: its first half on one line each, the other half indented. */
function flowStyle(number: number, random: Random): string {
  const items = Array.from({ length: 200 }, (_, index) => {
    const labels = { app: `flow-${number}-${index}`, revision: random.hexadecimal(10) };
    const container = {
      name: 'main',
      image: `registry.example.com/odd/flow:1.${index}`,
      args: ['--quiet', `--seed=${random.hexadecimal(6)}`],
      securityContext: { privileged: index % 10 === 0, capabilities: { drop: ['ALL'] } },
    };
    const item = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: labels.app, namespace: 'odd', labels },
      spec: {
        selector: { matchLabels: { app: labels.app } },
        template: { metadata: { labels }, spec: { containers: [container] } },
      },
    };
    return JSON.stringify(item, undefined, index < 100 ? 0 : 4);
  });
  return `{"apiVersion": "v1", "kind": "List", "items": [\n${items.join(',\n')}\n]}\n`;
}

/** Ordinary manifests in one file, with the line ends of Windows. */
function carriageReturns(number: number, random: Random): string {
  const texts = mixedManifests(random.integer(0, 2 ** 31), 50 + (number % 3)).map(({ text }) =>
    text.startsWith('---\n') ? text : `---\n${text}`,
  );
  return texts.join('').replaceAll('\n', '\r\n');
}
