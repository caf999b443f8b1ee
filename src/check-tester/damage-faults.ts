import * as fc from 'fast-check';
import type { Check, CheckExamples, PassingExample } from '../core/check.ts';
import type { Inventory } from '../core/inventory.ts';
import { formatPath, type Path } from '../core/path.ts';
import { nodePaths, withChange } from './content.ts';
import { listExamples } from './example.ts';
import { optionsOf, readExample } from './example-run.ts';
import { judgeAll, withContent } from './judge-changed.ts';

const SEED = 20_260_101;
const RUNS = 300;
const DEEPEST = 500;

interface Damage {
  readonly name: string;
  /** What stands in the place of a node; undefined takes it out. */
  readonly value: unknown;
}

/** A node of an object of an example. */
interface Spot {
  readonly example: string;
  readonly setting: PassingExample;
  readonly inventory: Inventory;
  readonly resource: number;
  readonly path: Path;
}

/** Random damage to the examples that makes the check throw, or the engine with it. */
export function* damageFaults(check: Check, examples: CheckExamples): Iterable<string> {
  const spots = spotsOf(examples);
  if (spots.length === 0) return;
  const damaged = fc.record({ spot: fc.constantFrom(...spots), damage });
  const result = fc.check(
    fc.property(damaged, ({ spot, damage: { value } }) => crashOf(check, spot, value) === undefined),
    { seed: SEED, numRuns: RUNS },
  );
  for (const { spot, damage: made } of result.counterexample ?? []) {
    const reason = crashOf(check, spot, made.value) ?? '';
    yield `${spot.example}: with ${made.name} at ${formatPath(spot.path)} it throws: ${reason}`;
  }
}

function spotsOf(examples: CheckExamples): Spot[] {
  return listExamples(examples).flatMap(({ name, setting }) =>
    readExample(setting).inventories.flatMap((inventory) =>
      inventory.resources.flatMap(({ content }, resource) =>
        [...nodePaths(content)].map((path) => ({ example: name, setting, inventory, resource, path })),
      ),
    ),
  );
}

/** Why judging the damaged example throws, or crashes the check; undefined if it does not. */
function crashOf(check: Check, { setting, inventory, resource, path }: Spot, value: unknown): string | undefined {
  const content = withChange(inventory.resources[resource]?.content ?? {}, path, () => value);
  const options = optionsOf(check, setting);
  const damaged = withContent(inventory, resource, content, options.targetVersion);
  try {
    const outcomes = judgeAll(check, damaged, options);
    return outcomes.map(({ outcome }) => outcome.crash).find((crash) => crash !== undefined);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const texts = ['', '0', '*', 'a/b:c@d', '../..', 'constructor', '__proto__', '\0', '\ud800', 'e\u0301\u{1f600}'];
const scalars = [null, true, false, 0, -1, 1e21, 0.5, ...texts];

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.constant({ name: 'nothing', value: undefined }),
  fc.constantFrom(...scalars).map(shown),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary-ascii' }).map(shown),
  fc.string({ unit: 'binary-ascii', maxLength: 20 }).map(shown),
  fc
    .integer({ min: 2, max: DEEPEST })
    .map((depth) => ({ name: `lists ${depth} deep`, value: nested(depth, (inner) => [inner]) })),
  fc
    .integer({ min: 2, max: DEEPEST })
    .map((depth) => ({ name: `mappings ${depth} deep`, value: nested(depth, (inner) => ({ name: inner })) })),
);

function shown(value: unknown): Damage {
  return { name: JSON.stringify(value), value };
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}
