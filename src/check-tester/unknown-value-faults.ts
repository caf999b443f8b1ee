import type { Check, CheckExamples } from '../core/check.ts';
import type { JudgeOptions } from '../core/engine.ts';
import type { Inventory } from '../core/inventory.ts';
import { formatPath, type Path } from '../core/path.ts';
import { resourceTitle } from '../core/resource.ts';
import { recordingView, UnknownValue } from '../core/unknown-value.ts';
import type { Verdict } from '../core/verdict.ts';
import { withChange } from './content.ts';
import { type Example, listExamples } from './example.ts';
import { optionsOf, readExample } from './example-run.ts';
import { judgeAll, withResources } from './judge-changed.ts';
import { watchedContent } from './watched-content.ts';

/**
 * Fields whose value the check reads, and of which it says pass or fail otherwise once the value is not known: a verdict
 * must then be unknown, or stay what it is.
 */
export function* unknownValueFaults(check: Check, examples: CheckExamples): Iterable<string> {
  for (const example of listExamples(examples)) {
    for (const inventory of readExample(example.setting).inventories) yield* faultsOfExample(check, example, inventory);
  }
}

function* faultsOfExample(check: Check, { name, setting }: Example, inventory: Inventory): Iterable<string> {
  const options = optionsOf(check, setting);
  const reads = inventory.resources.map(() => new Map<string, Path>());
  const watched = inventory.resources.map((resource, index) => ({
    ...resource,
    content: watchedContent(resource.content, (path) => reads[index]?.set(formatPath(path), path)),
  }));
  const judged = judgeAll(check, withResources(inventory, watched, options.targetVersion), options);
  const verdicts = new Map(judged.map(({ title, outcome }) => [title, outcome.verdict]));
  for (const [index, resource] of inventory.resources.entries()) {
    for (const [field, path] of reads[index] ?? []) {
      const content = withChange(resource.content, path, () => new UnknownValue('the example does not say'));
      const where = `${name}: with ${field} of ${resourceTitle(resource)} unknown`;
      // What the object is stays known, also where the fields that say it are not: it was told apart when it was read.
      const resources = inventory.resources.with(index, { ...resource, content: recordingView(content) });
      for (const fault of changedVerdicts(
        check,
        withResources(inventory, resources, options.targetVersion),
        options,
        verdicts,
      )) {
        yield `${where} ${fault}`;
      }
    }
  }
}

function* changedVerdicts(
  check: Check,
  inventory: Inventory,
  options: JudgeOptions,
  verdicts: ReadonlyMap<string, Verdict>,
): Iterable<string> {
  try {
    for (const { title, outcome } of judgeAll(check, inventory, options)) {
      const before = verdicts.get(title);
      if (outcome.crash !== undefined) yield `it throws: ${outcome.crash}`;
      else if (before !== undefined && outcome.verdict !== 'unknown' && outcome.verdict !== before) {
        yield `the verdict on ${title} is ${outcome.verdict}, not ${before} or unknown`;
      }
    }
  } catch (error) {
    yield `it throws: ${error instanceof Error ? error.message : String(error)}`;
  }
}
