import type { CheckFile, Project } from './check-file.ts';
import { damageFaults } from './damage-faults.ts';
import { exampleFaults } from './example-faults.ts';
import { fixFaults } from './fix-faults.ts';
import { liftFaults } from './lift-faults.ts';
import { lookupFaults } from './lookup-faults.ts';
import { messageFaults } from './message-faults.ts';
import { parameterFaults } from './parameter-faults.ts';
import { projectFaults } from './project-faults.ts';
import { shuffleFaults } from './shuffle-faults.ts';
import { unknownValueFaults } from './unknown-value-faults.ts';
import { wordFaults } from './word-faults.ts';

type Assertion = (file: CheckFile, project: Project) => Iterable<string>;

/** What every check is held to, the quickest first. */
const assertions: Readonly<Record<string, Assertion>> = {
  words: ({ path, check, examples }) => wordFaults(path, check, examples),
  inventory: projectFaults,
  parameters: ({ check }) => parameterFaults(check),
  examples: ({ check, examples }) => exampleFaults(check, examples),
  messages: ({ check, examples }) => messageFaults(check, examples),
  lookups: ({ check, examples }) => lookupFaults(check, examples),
  fixes: ({ check, examples }, { checks }) => fixFaults(check, examples, checks),
  shuffle: ({ check, examples }) => shuffleFaults(check, examples),
  lift: ({ check, examples }) => liftFaults(check, examples),
  'unknown values': ({ check, examples }) => unknownValueFaults(check, examples),
  damage: ({ check, examples }) => damageFaults(check, examples),
};

/** Everything that is wrong with a check, one line each. Never throws, whatever the check does. */
export function faultsOf(file: CheckFile, project: Project): string[] {
  return [...findFaults(file, project)];
}

/** The first thing that is found wrong with a check, if anything is. */
export function firstFault(file: CheckFile, project: Project): string | undefined {
  for (const fault of findFaults(file, project)) return fault;
  return undefined;
}

function* findFaults(file: CheckFile, project: Project): Iterable<string> {
  for (const [name, assertion] of Object.entries(assertions)) {
    try {
      yield* assertion(file, project);
    } catch (error) {
      yield `${name}: cannot be tested: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
