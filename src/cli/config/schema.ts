import * as z from 'zod/mini';
import type { Check } from '../../core/check.ts';
import { isDate } from '../../core/exception.ts';
import type { Parameter, Parameters } from '../../core/parameter.ts';
import { providers } from '../../core/provider.ts';
import { type Severity, severities } from '../../core/severity.ts';
import { type CheckCatalogue, parseSelector } from '../check-selection.ts';
import { parseCompleteClaim } from '../complete-claim.ts';
import { parseOutputTargets } from '../output-target.ts';
import { parseNamespace, parseTargetVersion } from '../scan-values.ts';
import { parseOutputHere } from './config-output.ts';
import { asEntries } from './entries.ts';
import { objectionOf } from './objection.ts';

/*
 * The one source of the configuration's form: what is taken at run time, the published JSON Schema and the documentation.
 * Loading it loads the schema library: only what found a configuration may do so.
 */

const severity = named('severity', z.enum(severities));
const switchWords = ['on', 'off'] as const;
const text = makeText();
const onOff = z.union([z.boolean(), z.enum(switchWords)], { error: 'expected on or off' });

function makeText(): z.ZodMiniString {
  return z.string().check(z.minLength(1, 'expected a text, found an empty one'));
}

/** Names a schema that is used in several places, so that the JSON Schema holds it once. */
function named<Schema extends z.ZodMiniType>(id: string, schema: Schema, description?: string): Schema {
  z.globalRegistry.add(schema, description === undefined ? { id } : { id, description });
  return schema;
}

/** Describes what a key is for, in the JSON Schema and the documentation. */
function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

/** A key that may be left out. */
function key<Schema extends z.ZodMiniType>(schema: Schema, description: string): z.ZodMiniOptional<Schema> {
  return described(z.optional(schema), description);
}

/** A text that a reader of command-line values takes; `about` says what it is about if it is no plain value. */
function readable(read: (given: string) => unknown, about?: 'checks'): z.ZodMiniString {
  return text.check((payload) => {
    const objection = objectionOf(() => read(payload.value));
    if (objection !== undefined) {
      payload.issues.push({ code: 'custom', message: objection, input: payload.value, params: { about } });
    }
  });
}

/** A list, or its only entry. */
function oneOrMore(entry: z.ZodMiniString) {
  const list = z.array(entry).check(z.minLength(1, 'expected an entry, found an empty list'));
  return z.union([entry, list], { error: 'expected a text or a list of texts' });
}

/** A list that is bounded, as each of its entries costs time for every finding or file. */
function atMost<Entry extends z.ZodMiniType>(most: number, entry: Entry): z.ZodMiniArray<Entry> {
  return z.array(entry).check(z.maxLength(most, `expected at most ${most} entries`));
}

function parameterSchema({ type, default: value }: Parameter): z.ZodMiniType {
  const unit = type === 'seconds' ? ' In seconds.' : '';
  return described(parameterValueSchema(type), `Default: ${JSON.stringify(value)}.${unit}`);
}

function parameterValueSchema(type: Parameter['type']): z.ZodMiniType {
  switch (type) {
    case 'strings':
      return z.array(text);
    case 'text':
      return z.string();
    case 'mapping':
      return z.record(z.string(), z.string());
    default:
      return z.int('expected a whole number').check(z.gte(0, 'expected 0 or more'));
  }
}

const how = {
  enabled: key(onOff, 'Whether it runs; an opt-in check runs only if asked to.'),
  severity: key(severity, 'The severity of its findings.'),
};

const switchError = { error: 'expected on, off or a mapping' };

/** What a configuration says of a check or an area. */
export type CheckSetting =
  | Switch
  | {
      readonly enabled?: Switch | undefined;
      readonly severity?: Severity | undefined;
      readonly parameters?: Readonly<Record<string, unknown>> | undefined;
    };

export type Switch = boolean | 'on' | 'off';

/** The setting of an area, and of a check without parameters. */
const plainSetting: z.ZodMiniType<CheckSetting> = named(
  'setting',
  z.union([z.boolean(), z.enum(switchWords), z.strictObject(how)], switchError),
);

function settingWith(parameters: Parameters): z.ZodMiniType<CheckSetting> {
  const entries = Object.entries(parameters).map(
    ([name, parameter]) => [name, z.optional(parameterSchema(parameter))] as const,
  );
  const ofCheck = z.strictObject(Object.fromEntries(entries));
  const form = { ...how, parameters: key(ofCheck, 'The parameters of the check.') };
  return z.union([z.boolean(), z.enum(switchWords), z.strictObject(form)], switchError);
}

function settingOf({ parameters }: Check): z.ZodMiniType<CheckSetting> {
  return Object.keys(parameters).length === 0 ? plainSetting : settingWith(parameters);
}

/** Settings by check and by area. */
function checksSchema({ checks, areas }: CheckCatalogue) {
  const ofAreas = [...new Set(Object.values(areas))]
    .toSorted()
    .map((area) => [area, key(plainSetting, `Every check of the area ${area}.`)] as const);
  const ofChecks = checks.map((check) => [check.id, key(settingOf(check), `${check.title}.`)] as const);
  return z.strictObject(Object.fromEntries([...ofAreas, ...ofChecks]));
}

const objectPattern = z.strictObject({
  kind: key(text, 'A kind, alone or behind its group; `*` and `?` stand for characters.'),
  namespace: key(text, 'A pattern of namespaces.'),
  name: key(text, 'A pattern of names.'),
  containers: key(oneOrMore(text), 'Patterns of container names; without them the whole object.'),
});

const day = z
  .string('expected a day like 2030-06-30')
  .check(z.refine(isDate, 'expected a day of the calendar, like 2030-06-30'));

const fingerprint = z
  .string('expected a fingerprint')
  .check(z.regex(/^[0-9a-f]{16}$/, 'expected a fingerprint: 16 digits and letters from a to f, in quotes'));

const fingerprints = z.array(fingerprint).check(z.minLength(1, 'expected an entry, found an empty list'));
const objects = z.array(objectPattern).check(z.minLength(1, 'expected an entry, found an empty list'));

function exceptionSchema(selector: z.ZodMiniString) {
  const terms = {
    checks: key(oneOrMore(selector), 'Checks, areas and patterns of ids.'),
    objects: key(objects, 'The objects: one of these.'),
    paths: key(oneOrMore(text), 'The files that the findings stand in: patterns from the folder of this file.'),
    fingerprints: key(fingerprints, 'Findings by their fingerprints, as reports show them: a baseline.'),
    reason: described(makeText(), 'Why the findings are accepted.'),
    owner: key(text, 'Who answers for it.'),
    until: key(day, 'The last day on which it holds, YYYY-MM-DD.'),
  };
  return z.strictObject(terms).check((payload) => {
    const { checks, fingerprints: recorded, objects: listed, paths } = payload.value;
    if (recorded === undefined && checks === undefined) {
      const message = "names neither checks nor fingerprints; write checks: '*' for every check";
      payload.issues.push({ code: 'custom', message, input: payload.value });
    }
    if (recorded !== undefined && (checks ?? listed ?? paths) !== undefined) {
      const message = 'fingerprints say all; take the checks, objects and paths out';
      payload.issues.push({ code: 'custom', message, input: payload.value });
    }
  });
}

const outputs = oneOrMore(readable(parseOutputHere)).check((payload) => {
  const objection = objectionOf(() => parseOutputTargets(asEntries(payload.value)));
  if (objection !== undefined) payload.issues.push({ code: 'custom', message: objection, input: payload.value });
});

const most = z.int('expected a whole number').check(z.gte(0, 'expected 0 or more'));
const least = z
  .int('expected a whole number')
  .check(z.gte(0, 'expected a number from 0 to 100'), z.lte(100, 'expected a number from 0 to 100'));

const maximumFailed = z.strictObject({
  critical: z.optional(most),
  high: z.optional(most),
  medium: z.optional(most),
  low: z.optional(most),
});

const thresholds = z.strictObject({
  'maximum-failed': key(maximumFailed, 'The most verdicts that may fail, for each severity.'),
  'minimum-score': key(least, 'The least score, from 0 to 100.'),
});

/** The form of a configuration for these checks. */
export function configSchema(catalogue: CheckCatalogue) {
  const selector = readable((word) => parseSelector(word, catalogue), 'checks');
  const checks = named('checks', checksSchema(catalogue), 'Settings of checks, by id, and of whole areas.');
  const pathEntry = z.strictObject({
    match: described(oneOrMore(text), 'Patterns of files from the folder of this file; a folder stands for all in it.'),
    checks,
  });
  return z.strictObject({
    inputs: key(oneOrMore(text), 'What is scanned when the command line names no path: files, folders and patterns.'),
    outputs: key(outputs, 'Where the report goes, each as with `-o`: a format, or format=file.'),
    'fail-on': key(z.enum([...severities, 'never']), 'Exit with 1 if a check fails at this severity or worse.'),
    severity: key(severity, 'Show, and count for the exit code, only findings at this severity or worse.'),
    only: key(
      oneOrMore(selector),
      'Run these alone, of the checks that are on; a check named by its id runs in any case.',
    ),
    skip: key(oneOrMore(selector), 'Do not run these.'),
    'kubernetes-version': key(
      readable(parseTargetVersion),
      "The version of Kubernetes to judge for, in quotes: '1.30'. Without quotes it is the number 1.3.",
    ),
    provider: key(z.enum(providers), 'Where the cluster runs.'),
    complete: key(
      z.union([z.boolean(), readable(parseCompleteClaim), z.array(readable(parseCompleteClaim))], {
        error: 'expected true, or a list of kinds and namespaces',
      }),
      'The input holds every object: true, or the kinds and namespaces of which it does, as `KIND,KIND@NAMESPACE`.',
    ),
    namespace: key(readable(parseNamespace), 'The namespace of objects that name none.'),
    checks: key(checks, 'Settings of checks, by id, and of whole areas. A check wins over its area.'),
    paths: key(
      atMost(100, pathEntry),
      'Other settings for some files. Of several entries that match, the last one wins.',
    ),
    exceptions: key(
      atMost(2000, exceptionSchema(selector)),
      'Accepted findings. A finding must meet every line of an exception.',
    ),
    thresholds: key(thresholds, 'Exit with 1 beyond these, besides `fail-on`.'),
  });
}

/** A configuration as its file holds it. */
export type Config = z.output<ReturnType<typeof configSchema>>;
