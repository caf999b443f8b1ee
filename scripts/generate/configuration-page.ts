import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configCodes } from '../../src/cli/config/config-fault.ts';
import { asList, asObject, asString, type JsonObject } from '../../src/core/json.ts';
import type { GeneratedFile } from './producer.ts';

/** The commented example, from the root of the checkout. */
export const EXAMPLE_PATH = 'examples/configuration/seawall.yaml';

/** The JSON Schema of the configuration, and its page with the commented example. */
export async function configurationFiles(root: string): Promise<GeneratedFile[]> {
  const { areas, checks } = await import('../../src/checks/registry.generated.ts');
  const { configJsonSchema } = await import('../../src/cli/config/json-schema.ts');
  const schema = configJsonSchema({ checks, areas });
  const example = await readFile(join(root, EXAMPLE_PATH), 'utf8');
  return [
    { path: 'schema/config-1.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` },
    { path: 'docs/configuration.md', text: configurationPage(schema, example) },
  ];
}

/** The page of the configuration, from its schema and an example. */
export function configurationPage(schema: JsonObject, example: string): string {
  const definitions = asObject(schema['$defs']);
  const { paths, exceptions, thresholds } = asObject(schema['properties']);
  const [path, exception] = [paths, exceptions].map((list) => asObject(asObject(list)['items']));
  const object = asObject(asObject(asObject(asObject(exception)['properties'])['objects'])['items']);
  return [
    introduction,
    `## All of it, with an example\n\n\`\`\`yaml\n${example.trimEnd()}\n\`\`\``,
    section('Keys', 'A list of texts with one entry may be written as a text.', schema, definitions),
    section('A setting of a check or an area', settings, settingMapping(definitions), definitions),
    section('An entry of `paths`', patterns, path, definitions),
    section('An entry of `exceptions`', exceptionWords, exception, definitions),
    section('An entry of `objects` in an exception', objectWords, object, definitions),
    section('`thresholds`', '', thresholds, definitions),
    selection,
    faults,
  ].join('\n\n');
}

function settingMapping(definitions: JsonObject): JsonObject {
  const options = asList(asObject(definitions['setting'])['anyOf']).map((option) => asObject(option));
  return options.find((option) => option['type'] === 'object') ?? {};
}

function section(title: string, words: string, mapping: unknown, definitions: JsonObject): string {
  const required = asList(asObject(mapping)['required']);
  const rows = Object.entries(asObject(asObject(mapping)['properties'])).map(([key, value]) => {
    const referred = asObject(definitions[definitionName(asObject(value))]);
    const description = asString(asObject(value)['description'] ?? referred['description']) ?? '';
    const must = required.includes(key) ? ' Required.' : '';
    return `| \`${key}\` | ${formOf(value, definitions)} | ${description}${must} |`;
  });
  const table = ['| key | form | what it does |', '|---|---|---|', ...rows].join('\n');
  return [`## ${title}`, ...(words === '' ? [] : [words]), table].join('\n\n');
}

/** What a value may look like, in a few words. */
function formOf(value: unknown, definitions: JsonObject): string {
  const schema = asObject(value);
  if (schema['$ref'] !== undefined) return referredForm(definitionName(schema), definitions);
  const options = asList(schema['anyOf']);
  if (options.length > 0) return [...new Set(options.map((option) => formOf(option, definitions)))].join(', or ');
  const words = asList(schema['enum']);
  if (words.length > 0) return words.map(String).join(', ');
  if (schema['type'] === 'array') return `list: ${formOf(schema['items'], definitions)}`;
  return FORMS[asString(schema['type']) ?? ''] ?? '';
}

function definitionName(schema: JsonObject): string {
  return (asString(schema['$ref']) ?? '').replace('#/$defs/', '');
}

function referredForm(name: string, definitions: JsonObject): string {
  return name === 'checks' ? 'mapping' : formOf(definitions[name], definitions);
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'on, off',
  object: 'mapping',
};

const introduction = `# Configuration

\`seawall.yaml\` (or \`seawall.yml\`) says what to scan, how, and what fails. It is looked for in the working directory and
above it, up to the root of the repository (the folder with \`.git\`); outside of a repository in the working directory alone.
\`--config FILE\` names another one, \`--no-config\` reads none. \`seawall init\` writes a first one. An option of the command line wins
over the key of its name.

Editors complete and check it by [its JSON Schema](../schema/config-1.schema.json), which lists every check with its parameters.`;

const settings = `\`checks\` takes the id of a check or the name of an area, with \`on\`, \`off\` or a mapping. A check wins over its area. A severity is for
all findings of the check. The parameters of each check stand on [its page](checks/README.md).`;

const patterns = `In patterns of files \`*\` and \`?\` stand for characters of one name, \`**\` for any folders. They start at the folder of the
configuration, and a folder stands for all that lies in it. The file of an object decides, not that of a finding about it.`;

const exceptionWords = `An exception names \`checks\` or \`fingerprints\`. It accepts findings that meet all of its lines; of a list, one entry. Like one
in a comment it needs a reason, stays in every report, and is reported where it matches nothing any more, or has
expired: [exceptions](exceptions.md). A scan of a part of the input says nothing of those that match nothing.`;

const objectWords = `An object is meant if it is as every line says. In patterns \`*\` stands for any characters and \`?\` for one.`;

const selection = `## Which checks run

1. Every check but the opt-in ones.
2. \`checks\` turns areas, then checks, on and off.
3. \`only\` leaves those that it names. One that it names by its id runs even if it is opt-in or off.
4. \`paths\` turns areas and checks on and off for its files.
5. \`skip\` takes away those that it names.

\`--only\` on the command line stands in place of \`only\` and \`skip\`; \`--skip\` takes away more than \`skip\` does.`;

const faults = `## What can be wrong with it

Every fault is told at once, as \`file:line:column: code: what is wrong\`, and ends the program with exit code 2.

| code | means |
|---|---|
${Object.entries(configCodes)
  .map(([code, means]) => `| \`${code}\` | ${means} |`)
  .join('\n')}
`;
