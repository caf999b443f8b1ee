import { join } from 'node:path';
import type { Check, CheckExamples, FailingExample } from '../../src/core/check.ts';
import { checksOf, extentOf } from '../../src/core/framework.ts';
import { messageText } from '../../src/core/message.ts';
import type { GeneratedFile } from './producer.ts';

/** One page of documentation for each check, and their index. */
export async function checkPages(root: string): Promise<GeneratedFile[]> {
  const { areas, checks } = await import('../../src/checks/registry.generated.ts');
  const { frameworks } = await import('../../src/frameworks/registry.generated.ts');
  const pages = await Promise.all(
    checks.map(async (check) => {
      const area = areas[check.id] ?? '';
      const examples = await examplesOf(join(root, 'src/checks', area, `${check.id}.ts`));
      const controls = frameworks.flatMap((framework) =>
        framework.controls
          .filter((control) => checksOf(control).includes(check.id))
          .map((control) => `| ${framework.title} | ${control.id} | ${control.name} | ${extentOf(control)} |`),
      );
      return { path: `docs/checks/${check.id}.md`, text: checkPage(check, area, controls, examples) };
    }),
  );
  return [...pages, { path: 'docs/checks/README.md', text: checkIndex(checks, areas) }];
}

async function examplesOf(path: string): Promise<CheckExamples> {
  const module: unknown = await import(path);
  if (typeof module !== 'object' || module === null || !('examples' in module) || !isExamples(module.examples)) {
    throw new Error(`${path} exports no examples`);
  }
  return module.examples;
}

function isExamples(value: unknown): value is CheckExamples {
  return typeof value === 'object' && value !== null && 'pass' in value && 'fail' in value;
}

/** The page of one check, in Markdown. */
export function checkPage(check: Check, area: string, controls: readonly string[], examples: CheckExamples): string {
  const judges = check.each === undefined ? `each ${check.on.name}` : `each ${check.each.name} of a ${check.on.name}`;
  return [
    `# ${check.id}`,
    `**${check.title}** · ${check.severity} · ${area} · judges ${judges}${check.optIn ? ' · opt-in' : ''}`,
    check.why,
    '## What to do',
    check.advice,
    ...fixSection(check),
    '## What it says',
    Object.values(check.messages)
      .map((message) => `- ${messageText(message)}`)
      .join('\n'),
    ...parameterSection(check),
    ...readsSection(check),
    ...coversSection(check),
    ...failSection(examples.fail),
    ...yamlSection(
      'Passes',
      examples.pass.map((example) => (typeof example === 'string' ? example : example.yaml)),
    ),
    ...yamlSection(
      'Unknown',
      (examples.unknown ?? []).map((example) => `# ${example.missing}\n${example.yaml}`),
    ),
    ...controlSection(controls),
  ]
    .join('\n\n')
    .concat('\n');
}

function fixSection({ fix }: Check): string[] {
  if (fix === undefined) return [];
  const effect = fix.effect === 'safe' ? 'The edit is safe' : 'The edit changes what the workload does';
  return [`${effect}: ${fix.because}.`];
}

function parameterSection(check: Check): string[] {
  const rows = Object.entries(check.parameters).map(
    ([name, parameter]) => `| ${name} | ${parameter.type} | \`${JSON.stringify(parameter.default)}\` |`,
  );
  if (rows.length === 0) return [];
  const where = `They are set in the [configuration](../configuration.md), under \`checks\`, \`${check.id}\`, \`parameters\`.`;
  return ['## Parameters', ['| name | type | default |', '|---|---|---|', ...rows].join('\n'), where];
}

function readsSection(check: Check): string[] {
  if (check.reads.length === 0) return [];
  const kinds = check.reads.map((kind) => `\`${kind}\``).join(', ');
  return ['## What it looks up', `${kinds}. Where no verdict can be given without them, it is unknown.`];
}

function coversSection(check: Check): string[] {
  if (check.covers.length === 0) return [];
  const links = check.covers.map((id) => `[${id}](${id}.md)`).join(', ');
  return [`On the same fact it takes the place of ${links} in reports.`];
}

function failSection(fails: readonly FailingExample[]): string[] {
  const [first] = fails;
  if (first === undefined) return [];
  const message = [first.message].flat().join('; ');
  const fixed = first.fixed === undefined ? [] : ['Mended:', fenced(first.fixed)];
  return ['## Fails', fenced(first.yaml), `${[first.at].flat().join(', ')}: ${message}`, ...fixed];
}

function yamlSection(heading: string, texts: readonly string[]): string[] {
  const [first] = texts;
  return first === undefined ? [] : [`## ${heading}`, fenced(first)];
}

function controlSection(controls: readonly string[]): string[] {
  if (controls.length === 0) return [];
  return [
    '## Frameworks',
    ['| framework | control | about | a pass answers |', '|---|---|---|---|', ...controls].join('\n'),
  ];
}

function fenced(yaml: string): string {
  return `\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``;
}

function checkIndex(checks: readonly Check[], areas: Readonly<Record<string, string>>): string {
  const rows = checks.map(({ id, severity, title }) => `| [${id}](${id}.md) | ${areas[id]} | ${severity} | ${title} |`);
  return ['# Checks', '', '| check | area | severity | fails when |', '|---|---|---|---|', ...rows, ''].join('\n');
}
