import { countsText, frameworkPage } from '../../src/cli/framework-page.ts';
import { type CheckLeaf, type FrameworkTree, frameworkTree } from '../../src/cli/framework-tree.ts';
import type { GeneratedFile } from './producer.ts';

/** One page of documentation for each framework, and their index. */
export async function frameworkPages(): Promise<GeneratedFile[]> {
  const { checks } = await import('../../src/checks/registry.generated.ts');
  const { frameworks } = await import('../../src/frameworks/registry.generated.ts');
  const trees = frameworks.map((framework) => frameworkTree(framework, checks));
  return [
    ...trees.map((tree) => ({ path: `docs/frameworks/${tree.id}.md`, text: frameworkPage(tree, checkLink) })),
    { path: 'docs/frameworks/README.md', text: indexText(trees) },
  ];
}

function checkLink({ id, severity }: CheckLeaf): string {
  return severity === null ? id : `[${id}](../checks/${id}.md)`;
}

function indexText(trees: readonly FrameworkTree[]): string {
  const rows = trees.map((tree) => `| [${tree.id}](${tree.id}.md) | ${tree.title} | ${countsText(tree)} |`);
  return [
    '# Frameworks',
    '',
    '`seawall scan . --framework nsa,cis-1.12` tells how each control came out; `all` names every framework.',
    'The names of controls, and what is said of them, are ours: read the originals beside them.',
    '',
    '| framework | title | answered |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
