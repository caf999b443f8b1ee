import type { Random } from '../random.ts';
import type { Lines } from './yaml-lines.ts';
import { block, entry, indent } from './yaml-lines.ts';

/** A made-up type of a custom resource: a leaf with its JSON Schema type, a list or map of something, or fields. */
export type SchemaModel =
  | { readonly form: 'leaf'; readonly type: 'string' | 'integer' | 'boolean'; readonly note: string }
  | { readonly form: 'list'; readonly of: SchemaModel; readonly note: string }
  | { readonly form: 'map'; readonly of: SchemaModel; readonly note: string }
  | { readonly form: 'fields'; readonly fields: readonly (readonly [string, SchemaModel])[]; readonly note: string };

const adjectives = ['primary', 'target', 'desired', 'default', 'shared', 'local', 'remote', 'upper', 'extra', 'backup'];
const nouns = [
  'Replica',
  'Endpoint',
  'Policy',
  'Volume',
  'Timeout',
  'Listener',
  'Certificate',
  'Budget',
  'Route',
  'Window',
  'Schedule',
  'Template',
  'Quota',
  'Reference',
  'Threshold',
  'Zone',
  'Account',
  'Queue',
];
const notes = [
  'Says how many of them the operator keeps running at any time. Changing it later restarts them one after the other.',
  'The name of an object in the same namespace. It must exist before this one is made, else the operator waits for it.',
  'Left out, the operator takes the value of the class. Set, it wins over the class and over the defaults of the cluster.',
  'Only read when the object is made: a later change is refused.',
  'How long to wait before giving up, as a number and a unit, such as 30s or 5m.',
];

/** Makes up an object of `breadth` fields, with further levels below it down to `depth`. */
export function inventFields(random: Random, breadth: number, depth: number): SchemaModel {
  const fields = new Map<string, SchemaModel>();
  while (fields.size < breadth) {
    fields.set(`${random.pick(adjectives)}${random.pick(nouns)}`, inventModel(random, depth));
  }
  return { form: 'fields', fields: [...fields], note: random.pick(notes) };
}

function inventModel(random: Random, depth: number): SchemaModel {
  const note = random.pick(notes);
  const draw = random.next();
  if (depth <= 0 || draw < 0.35) {
    return { form: 'leaf', type: random.pick(['string', 'string', 'integer', 'boolean']), note };
  }
  if (draw < 0.55) return { form: 'list', of: inventFields(random, random.integer(2, 4), depth - 1), note };
  if (draw < 0.65) return { form: 'map', of: inventModel(random, depth - 1), note };
  return inventFields(random, random.integer(2, 5), depth - 1);
}

/** The model as openAPIV3Schema. */
export function schemaLines(model: SchemaModel, random: Random): Lines {
  const description = ['description: |-', ...indent(wrap(model.note))];
  if (model.form === 'leaf') return [...description, ...leafConstraints(model.type, random), `type: ${model.type}`];
  if (model.form === 'list') {
    return [...description, ...block('items', schemaLines(model.of, random)), 'maxItems: 64', 'type: array'];
  }
  if (model.form === 'map') {
    return [...description, ...block('additionalProperties', schemaLines(model.of, random)), 'type: object'];
  }
  const properties = model.fields.flatMap(([name, field]) => block(name, schemaLines(field, random)));
  const required = model.fields.filter((_, index) => index % 3 === 0).map(([name]) => `- ${name}`);
  return [...description, ...block('properties', properties), 'required:', ...required, 'type: object'];
}

/** An object that follows the model, with most of the optional fields. */
export function instanceLines(model: SchemaModel, random: Random): Lines {
  if (model.form === 'leaf') return [leafValue(model.type, random)];
  if (model.form === 'list') {
    return [...entry(instanceLines(model.of, random)), ...entry(instanceLines(model.of, random))];
  }
  if (model.form === 'map') return ['first', 'second'].flatMap((key) => valueLines(key, model.of, random));
  return model.fields.flatMap(([name, field], index) =>
    index % 3 === 0 || random.chance(0.8) ? valueLines(name, field, random) : [],
  );
}

function valueLines(key: string, model: SchemaModel, random: Random): Lines {
  const lines = instanceLines(model, random);
  return model.form === 'leaf' ? [`${key}: ${lines.join('')}`] : block(key, lines);
}

function leafConstraints(type: 'string' | 'integer' | 'boolean', random: Random): Lines {
  if (type === 'boolean') return ['default: false'];
  if (type === 'integer') return ['format: int32', 'maximum: 65535', 'minimum: 0'];
  return random.chance(0.5)
    ? ['maxLength: 253', "pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'"]
    : ['enum:', '- Always', '- OnChange', '- Never'];
}

function leafValue(type: 'string' | 'integer' | 'boolean', random: Random): string {
  if (type === 'boolean') return random.pick(['true', 'false']);
  if (type === 'integer') return String(random.integer(0, 65535));
  return random.pick(['Always', 'OnChange', '"Never"', "'on-demand'", `value-${random.hexadecimal(8)}`]);
}

function wrap(sentence: string): Lines {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 72) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
