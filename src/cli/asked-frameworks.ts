import type { Check } from '../core/check.ts';
import { checksOf, type Framework } from '../core/framework.ts';
import { nearest } from '../core/nearest.ts';
import { type CommandOption, UsageError } from './command.ts';

/** `--framework`, of commands that report on frameworks. */
export const frameworkOption: CommandOption = {
  flags: '--framework <names>',
  description: 'report on these frameworks, and run the opt-in checks that they name: nsa,cis-1.12 or all; repeatable',
  isRepeatable: true,
};

const EVERY = 'all';

/**
 * The frameworks of `--framework` values, in the order of the registry, each once.
 * @throws UsageError for a name that is none.
 */
export function askedFrameworks(values: readonly string[], frameworks: readonly Framework[]): Framework[] {
  const names = values.flatMap((value) => value.split(',').map((name) => name.trim().toLowerCase()));
  const ids = names.map((name) => (name === EVERY ? EVERY : frameworkNamed(name, frameworks).id));
  return frameworks.filter(({ id }) => ids.includes(id) || ids.includes(EVERY));
}

/**
 * The framework of a name.
 * @throws UsageError where there is none.
 */
export function frameworkNamed(name: string, frameworks: readonly Framework[]): Framework {
  const found = frameworks.find(({ id }) => id === name.toLowerCase());
  if (found !== undefined) return found;
  const known = frameworks.map(({ id }) => id);
  const close = known.filter((id) => name !== '' && id.startsWith(name));
  const meant = close.length > 0 ? close : [nearest(name, known) ?? []].flat();
  throw new UsageError(
    `there is no framework "${name}"`,
    meant.length === 0 ? `frameworks: ${known.join(', ')}` : `did you mean: ${meant.join(' or ')}`,
  );
}

/** True for a check that runs: one that is on by itself, or that one of the frameworks names. */
export function runsFor(frameworks: readonly Framework[]): (check: Check) => boolean {
  const named = new Set(frameworks.flatMap(({ controls }) => controls.flatMap(checksOf)));
  return ({ id, optIn }) => !optIn || named.has(id);
}
