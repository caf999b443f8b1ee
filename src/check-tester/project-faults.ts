import { dirname } from 'node:path/posix';
import type { Check, CheckExamples } from '../core/check.ts';
import type { Finding } from '../core/finding.ts';
import type { Parameter, ParameterValue } from '../core/parameter.ts';
import type { CheckFile, Project } from './check-file.ts';
import { optionsOf, scanExample } from './example-run.ts';
import { coveredBy } from './foldings.ts';

/** Where a check differs from what was decided of it: folder, severity, parameters, what it covers. */
export function* projectFaults({ path, check, examples }: CheckFile, project: Project): Iterable<string> {
  const row = project.inventory.get(check.id);
  if (row === undefined) yield 'src/check-tester/inventory.tsv has no row for it';
  else {
    if (row.area !== dirname(path)) yield `the inventory has it in the area ${row.area}`;
    if (row.severity !== check.severity) yield `the inventory gives it the severity ${row.severity}`;
    if (row.optIn !== check.optIn) yield `the inventory says that it is ${row.optIn ? '' : 'not '}opt-in`;
    const parameters = Object.entries(check.parameters).map(([name, parameter]) => parameterText(name, parameter));
    const declared = parameters.toSorted().join('; ');
    const decided = row.parameters.join('; ');
    if (declared !== decided) yield `the inventory gives it the parameters "${decided}", not "${declared}"`;
  }
  yield* coverFaults(check, project);
  yield* foldFaults(check, examples, project.checks);
}

/** `maximum=86400`, `directions=[Ingress, Egress]`, `labels={}`. */
function parameterText(name: string, { default: value }: Parameter): string {
  if (typeof value !== 'object') return `${name}=${value}`;
  return `${name}=${isList(value) ? `[${value.join(', ')}]` : JSON.stringify(value)}`;
}

function isList(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value);
}

function* coverFaults(check: Check, { checks, foldings }: Project): Iterable<string> {
  const known = new Set(checks.map(({ id }) => id));
  for (const id of check.covers) if (!known.has(id)) yield `covers ${id}, which is no check`;
  const declared = new Set([...check.covers, ...coveredBy(check.covers, foldings)]);
  const decided = coveredBy([check.id], foldings);
  for (const id of decided) if (known.has(id) && !declared.has(id)) yield `does not cover ${id}`;
  for (const id of declared) {
    if (known.has(id) && !decided.has(id)) yield `covers ${id}, which src/check-tester/foldings.ts does not say`;
  }
}

/** A check covers another only if on some example both say the same of one fact. */
function* foldFaults(check: Check, examples: CheckExamples, checks: readonly Check[]): Iterable<string> {
  for (const other of checks) {
    if (!check.covers.includes(other.id)) continue;
    const isShown = examples.fail.some((setting) => {
      const { folded } = scanExample(setting, optionsOf(check, setting, [check, other]));
      return folded.some(({ finding, covered }) => finding.check === check.id && covered.some(isOf(other)));
    });
    if (!isShown) yield `covers ${other.id}, and no fail example has both on one fact`;
  }
}

function isOf({ id }: Check): (finding: Finding) => boolean {
  return (finding) => finding.check === id;
}
