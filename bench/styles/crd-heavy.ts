import type { Manifest } from '../manifests.ts';
import type { Random } from '../random.ts';
import { seededRandom } from '../random.ts';
import type { SchemaModel } from './schema-model.ts';
import { instanceLines, inventFields, schemaLines } from './schema-model.ts';
import type { Lines } from './yaml-lines.ts';
import { block, entry, textOf } from './yaml-lines.ts';

const resourcesPerDefinition = 3;
/** The schemas of a definition, both versions together, end between these sizes. */
const schemaBytes = { least: 54_000, most: 64_000 };
/** What a line of a section's schema is moved right by its place in the definition. */
const sectionMargin = 16;

/** CustomResourceDefinitions of about 60 kB, each followed by custom resources that use it. */
export function crdHeavyManifests(seed: number, count: number): readonly Manifest[] {
  const random = seededRandom(seed);
  const manifests: Manifest[] = [];
  for (let number = 1; manifests.length < count; number++) {
    const names = { group: `operator-${number}.example.com`, kind: `Gadget${number}`, plural: `gadget${number}s` };
    const specification = inventSpecification(random);
    const definition = customResourceDefinition(names, specification, random);
    manifests.push({ file: `definitions/${names.plural}.yaml`, text: textOf(definition) });
    for (let copy = 1; copy <= resourcesPerDefinition; copy++) {
      manifests.push({
        file: `resources/${names.plural}-${copy}.yaml`,
        text: textOf(customResource(names, copy, specification, random)),
      });
    }
  }
  return manifests.slice(0, count);
}

interface DefinitionNames {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
}

function inventSpecification(random: Random): SchemaModel {
  const fields: (readonly [string, SchemaModel])[] = [];
  let size = 0;
  while (size < schemaBytes.least) {
    const model = inventFields(random, 4, random.integer(2, 4));
    const lines = schemaLines(model, random);
    const cost = 2 * (textOf(lines).length + lines.length * sectionMargin);
    if (size + cost > schemaBytes.most) continue;
    fields.push([`section${fields.length + 1}`, model]);
    size += cost;
  }
  return { form: 'fields', fields, note: 'What the operator shall bring about.' };
}

function customResourceDefinition(names: DefinitionNames, specification: SchemaModel, random: Random): Lines {
  return [
    'apiVersion: apiextensions.k8s.io/v1',
    'kind: CustomResourceDefinition',
    ...block('metadata', [
      `name: ${names.plural}.${names.group}`,
      ...block('annotations', ['controller-gen.kubebuilder.io/version: v0.16.1']),
    ]),
    ...block('spec', [
      `group: ${names.group}`,
      ...block('names', [
        `kind: ${names.kind}`,
        `listKind: ${names.kind}List`,
        `plural: ${names.plural}`,
        `singular: ${names.kind.toLowerCase()}`,
      ]),
      'scope: Namespaced',
      'versions:',
      ...entry(servedVersion('v1', true, specification, random)),
      ...entry(servedVersion('v1beta1', false, specification, random)),
    ]),
  ];
}

function servedVersion(name: string, storage: boolean, specification: SchemaModel, random: Random): Lines {
  return [
    'additionalPrinterColumns:',
    ...entry(['jsonPath: .metadata.creationTimestamp', 'name: Age', 'type: date']),
    `name: ${name}`,
    ...block(
      'schema',
      block('openAPIV3Schema', [
        ...block('properties', [
          'apiVersion:',
          '  type: string',
          'kind:',
          '  type: string',
          'metadata:',
          '  type: object',
          ...block('spec', schemaLines(specification, random)),
          'status:',
          '  type: object',
          '  x-kubernetes-preserve-unknown-fields: true',
        ]),
        'type: object',
      ]),
    ),
    'served: true',
    `storage: ${storage}`,
    'subresources:',
    '  status: {}',
  ];
}

function customResource(names: DefinitionNames, copy: number, specification: SchemaModel, random: Random): Lines {
  return [
    `apiVersion: ${names.group}/v1`,
    `kind: ${names.kind}`,
    ...block('metadata', [`name: ${names.kind.toLowerCase()}-${copy}`, 'namespace: operators']),
    ...block('spec', instanceLines(specification, random)),
  ];
}
