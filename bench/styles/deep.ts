import type { Manifest } from '../manifests.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { Lines } from './yaml-lines.ts';
import { block, entry, textOf } from './yaml-lines.ts';

/** Collections inside one another that no generated object exceeds, the object itself counted. */
const deepest = 60;

/** Custom resources and definitions that are nested 20 to 60 levels deep, in block and in flow style. */
export function deepManifests(seed: number, count: number): readonly Manifest[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    // The first three reach the limit, one of each shape; the others vary.
    const levels = index < 3 ? deepest : random.integer(20, deepest);
    const lines = [blockResource, flowResource, definition][index % 3]?.(index + 1, levels, random) ?? [];
    return { file: `deep/${index + 1}.yaml`, text: textOf(lines) };
  });
}

function resourceHeading(number: number): Lines {
  return [
    'apiVersion: trees.example.com/v1',
    'kind: Tree',
    ...block('metadata', [`name: tree-${number}`, 'namespace: forest']),
  ];
}

/** Levels of mappings and sequences by turns, with a few leaves on each. */
function blockResource(number: number, levels: number, random: Random): Lines {
  let lines: Lines = ['leaf: true'];
  let height = 1;
  // The object and its `spec` are the two outermost levels.
  while (height < levels - 2) {
    const asEntry = height + 2 <= levels - 2 && random.chance(0.3);
    lines = asEntry
      ? ['branches:', ...entry(lines), ...entry([`name: twig-${random.hexadecimal(6)}`, 'leaf: false'])]
      : [`name: branch-${height}`, `weight: ${random.integer(1, 100)} # chosen by hand`, ...block('branch', lines)];
    height += asEntry ? 2 : 1;
  }
  return [...resourceHeading(number), ...block('spec', block('root', lines))];
}

function flowResource(number: number, levels: number, random: Random): Lines {
  let text = '{"leaf": true}';
  let height = 1;
  // The object and its `spec` are the two outermost levels.
  while (height < levels - 2) {
    text = random.chance(0.5)
      ? `[${text}, "${random.hexadecimal(4)}"]`
      : `{"name": "b${height}", "weight": ${random.integer(1, 100)}, "branch": ${text}}`;
    height++;
  }
  return [...resourceHeading(number), `spec: {root: ${text}}`];
}

/** A definition whose schema nests; each property costs two levels. */
function definition(number: number, levels: number, random: Random): Lines {
  let schema: Lines = ['description: the innermost', 'type: string'];
  // Around the schema: object, spec, versions, version, schema; and the innermost type is a level itself.
  let height = 1;
  while (height + 2 <= levels - 5) {
    schema = [
      'type: object',
      'properties:',
      ...block(`level${height}`, schema).map((line) => `  ${line}`),
      `  tag${random.hexadecimal(4)}:`,
      '    type: integer',
    ];
    height += 2;
  }
  return [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    ...block('metadata', [`name: trees${number}.trees.example.com`]),
    ...block('spec', [
      'group: trees.example.com',
      ...block('names', [`kind: Tree${number}`, `plural: trees${number}`]),
      'scope: Namespaced',
      'versions:',
      ...entry(['name: v1', 'served: true', 'storage: true', ...block('schema', block('openAPIV3Schema', schema))]),
    ]),
  ];
}
