import { conditionMutants } from './condition-mutants.ts';
import { constantMutants } from './constant-mutants.ts';
import { logicOf } from './logic.ts';
import type { Mutant } from './mutant.ts';
import { statementMutants } from './statement-mutants.ts';
import { childrenOf, parseModule, type SyntaxNode } from './syntax.ts';

/**
 * Every mutant of a check's source, in the order of their places.
 * @throws Error if the source cannot be parsed or exports no check.
 */
export function mutantsOf(source: string): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const part of logicOf(parseModule(source))) collect(part, [], source, mutants);
  return [...mutants.values()].toSorted((left, right) => left.start - right.start || left.end - right.end);
}

function collect(node: SyntaxNode, above: readonly SyntaxNode[], source: string, mutants: Map<string, Mutant>): void {
  const visit = { node, above, source };
  for (const mutant of [...conditionMutants(visit), ...statementMutants(visit), ...constantMutants(visit)]) {
    mutants.set(`${mutant.start} ${mutant.end} ${mutant.replacement}`, mutant);
  }
  for (const child of childrenOf(node)) collect(child, [node, ...above], source, mutants);
}
