import type { CheckLeaf, ControlTree, FrameworkTree, SectionTree } from './framework-tree.ts';

/** A framework for people, as Markdown that reads well as it is; `nameOf` writes the name of a check. */
export function frameworkPage(tree: FrameworkTree, nameOf: (check: CheckLeaf) => string): string {
  const blocks = [
    `# ${tree.title}`,
    `\`${tree.id}\` · ${countsText(tree)}`,
    'Whole: a pass leaves nothing for a person to look at. Part: it leaves what stands under "by hand".',
    ...tree.sections.flatMap((section) => sectionBlocks(section, nameOf)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** `131 controls: 33 by checks (9 whole, 24 in part), 97 by the node inventory, 1 by a person`. */
export function countsText({ counts }: Pick<FrameworkTree, 'counts'>): string {
  const answered = [
    `${counts.byChecks} by checks (${counts.whole} whole, ${counts.part} in part)`,
    ...(counts.byNodeInventory === 0 ? [] : [`${counts.byNodeInventory} by the node inventory`]),
    ...(counts.manual === 0 ? [] : [`${counts.manual} by a person`]),
  ];
  return `${counts.controls} controls: ${answered.join(', ')}`;
}

function sectionBlocks({ title, controls }: SectionTree, nameOf: (check: CheckLeaf) => string): string[] {
  const heading = title === null ? [] : [`## ${title}`];
  const depth = title === null ? '##' : '###';
  return [...heading, ...controls.flatMap((control) => controlBlocks(control, depth, nameOf))];
}

function controlBlocks(control: ControlTree, depth: string, nameOf: (check: CheckLeaf) => string): string[] {
  const { id, name, checks, reason, byHand } = control;
  return [
    `${depth} ${id}: ${name}`,
    `${answerText(control)} ${reason}`,
    ...(checks.length === 0 ? [] : [checks.map((check) => `- ${checkText(check, nameOf)}`).join('\n')]),
    ...(byHand === null ? [] : [`By hand: ${byHand}`]),
  ];
}

function answerText({ answeredBy, answers, inputs }: ControlTree): string {
  if (answeredBy === 'manual') return '**Manual.**';
  const extent = answers === 'whole' ? '**Whole**' : '**Part**';
  if (answeredBy === 'checks') return `${extent}, by checks.`;
  return `${extent}, by the node inventory (${inputs.join(', ')}); unknown in a scan of objects.`;
}

function checkText(check: CheckLeaf, nameOf: (check: CheckLeaf) => string): string {
  const marks = [
    check.severity ?? [],
    check.optIn ? 'opt-in' : [],
    check.withImages ? 'with images' : [],
    check.severity === null ? 'not in this version' : [],
  ].flat();
  const title = check.title === null ? '' : `: ${check.title}`;
  return `${nameOf(check)} (${marks.join(', ')})${title}`;
}
