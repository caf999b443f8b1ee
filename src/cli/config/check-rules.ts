import type { Check } from '../../core/check.ts';
import type { Rules } from '../../core/engine.ts';
import { matchesPathGlob } from '../../core/glob.ts';
import { messageText } from '../../core/message.ts';
import type { Severity } from '../../core/severity.ts';
import { type CheckCatalogue, type CheckSelection, isSelected, namedChecks } from '../check-selection.ts';
import { asEntries } from './entries.ts';
import type { LoadedConfig } from './load.ts';
import type { CheckSetting, Config, Switch } from './schema.ts';

type CheckSettings = NonNullable<Config['checks']>;
type PathEntry = NonNullable<Config['paths']>[number];

/** What the settings make of a check. */
interface Judging {
  readonly isOn: boolean;
  readonly severity: Severity | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** All checks that may run, how they judge, and what of it differs from file to file. */
export interface CheckRules extends Rules {
  readonly rulesFor?: (file: string) => Rules;
}

/**
 * Puts together which checks run and how: those that run by themselves, then the configuration, then what the selection
 * names.
 */
export function checkRules(
  catalogue: CheckCatalogue,
  selection: CheckSelection,
  loaded: Pick<LoadedConfig, 'config' | 'pathOf'> | undefined,
  runs: (check: Check) => boolean,
): CheckRules {
  const { checks: settings = {}, paths = [] } = loaded?.config ?? {};
  const named: CheckSettings = Object.fromEntries(namedChecks(selection).map((id) => [id, true]));
  function rulesWith(entries: readonly PathEntry[]): Rules {
    return rulesUnder([settings, named, ...entries.map((entry) => entry.checks)], catalogue, selection, runs);
  }

  const everywhere = rulesWith([]);
  if (loaded === undefined || paths.length === 0) return everywhere;
  const somewhere = paths.flatMap((entry) => rulesWith([entry]).checks);
  return {
    ...everywhere,
    checks: [...everywhere.checks, ...without(everywhere.checks, somewhere)],
    rulesFor: rulesByFile(paths, loaded.pathOf, everywhere, rulesWith),
  };
}

/** The checks that are not among others, each once. */
function without(others: readonly Check[], checks: readonly Check[]): Iterable<Check> {
  const added = new Map(checks.map((check) => [check.id, check]));
  for (const { id } of others) added.delete(id);
  return added.values();
}

/** Gives the rules for a file, always the same object for files that match the same entries. */
function rulesByFile(
  paths: readonly PathEntry[],
  pathOf: (shown: string) => string,
  everywhere: Rules,
  rulesWith: (entries: readonly PathEntry[]) => Rules,
): (file: string) => Rules {
  // What no file holds, such as a namespace that every cluster has, is judged as everywhere.
  const byFile = new Map<string, Rules>([['', everywhere]]);
  const byEntries = new Map<string, Rules>([['', everywhere]]);
  return (file) => {
    const known = byFile.get(file);
    if (known !== undefined) return known;
    const path = pathOf(file);
    const matching = paths.filter(({ match }) => asEntries(match).some((glob) => matchesPathGlob(glob, path)));
    const key = matching.map((entry) => paths.indexOf(entry)).join(',');
    const rules = byEntries.get(key) ?? rulesWith(matching);
    byEntries.set(key, rules);
    byFile.set(file, rules);
    return rules;
  };
}

/** The rules under several settings; the later ones win. */
function rulesUnder(
  layers: readonly CheckSettings[],
  catalogue: CheckCatalogue,
  selection: CheckSelection,
  runs: (check: Check) => boolean,
): Rules {
  const checks: Check[] = [];
  const parameters: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const check of catalogue.checks) {
    const judging = layers.reduce(
      (sofar, layer) => judgingWith(judgingWith(sofar, layer[catalogue.areas[check.id] ?? '']), layer[check.id]),
      { isOn: runs(check), severity: undefined, parameters: {} } as Judging,
    );
    if (!judging.isOn || !isSelected(check.id, selection)) continue;
    checks.push(judging.severity === undefined ? check : withSeverity(check, judging.severity));
    parameters[check.id] = judging.parameters;
  }
  return { checks, parameters };
}

function judgingWith(judging: Judging, setting: CheckSetting | undefined): Judging {
  if (setting === undefined) return judging;
  if (typeof setting !== 'object') return { ...judging, isOn: isOn(setting) };
  const { enabled, severity = judging.severity, parameters } = setting;
  return {
    isOn: enabled === undefined ? judging.isOn : isOn(enabled),
    severity,
    parameters: { ...judging.parameters, ...parameters },
  };
}

function isOn(value: Switch): boolean {
  return value === true || value === 'on';
}

/** The check with one severity for all that it says. */
function withSeverity(check: Check, severity: Severity): Check {
  const texts = Object.entries(check.messages).map(([name, message]) => [name, messageText(message)] as const);
  return { ...check, severity, messages: Object.fromEntries(texts) };
}
