import type { Version } from '../../core/check.ts';
import { bareKind } from '../../core/coverage.ts';
import { groupBy } from '../../core/group-by.ts';
import { asList, asObject, isObject, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { textMap } from '../resource.ts';
import { bootstrapMinors, objectLines, ruleLines } from './bootstrap.generated.ts';
import {
  type BootstrapLine,
  bootstrapLabel,
  contentOfLine,
  rbacGroup,
  readBootstrapLine,
  readRuleLine,
  wordOf,
} from './bootstrap-text.ts';
import { grantsAreThoseOf } from './grants.ts';
import { isSameBinding } from './same-binding.ts';

const CLUSTER_ROLE = `${rbacGroup}/ClusterRole`;
const ROLE_KINDS: readonly string[] = [CLUSTER_ROLE, `${rbacGroup}/Role`];
const BINDING_KINDS: readonly string[] = [`${rbacGroup}/ClusterRoleBinding`, `${rbacGroup}/RoleBinding`];
const KINDS: ReadonlySet<string> = new Set([
  ...ROLE_KINDS,
  ...BINDING_KINDS,
  'Namespace',
  'scheduling.k8s.io/PriorityClass',
]);

/**
 * The object that every cluster of a version has, by its group and kind; undefined if it has none of the name. A version
 * older or newer than those known is taken for the nearest one. Aggregated roles have the rules that the release gathers.
 * The contents are shared and must not be changed.
 */
export function bootstrapObject(
  kind: string,
  name: string,
  namespace: string | undefined,
  version: Version,
): JsonObject | undefined {
  return objectOf(kind, name, namespace, knownMinor(version));
}

/** The contents of such an object in all the versions that are known, oldest first; some may be alike. */
export function bootstrapObjects(kind: string, name: string, namespace: string | undefined): readonly JsonObject[] {
  const contents = new Set<JsonObject>();
  for (let minor = bootstrapMinors.from; minor <= bootstrapMinors.to; minor += 1) {
    const content = objectOf(kind, name, namespace, minor);
    if (content !== undefined) contents.add(content);
  }
  return [...contents];
}

/**
 * True for a Role or ClusterRole that the API server of the version made, if it grants what the release grants: no more
 * and no less, word for word, in any order. An aggregated role may also have no rules yet.
 */
export function isBootstrapRole(resource: Resource, version: Version): boolean {
  const shipped = ROLE_KINDS.includes(resource.kind) ? shippedContent(resource, version) : undefined;
  if (shipped === undefined) return false;
  const gathers = gatheringOf(shipped);
  if (gatheringOf(resource.content) !== gathers) return false;
  const given = asList(resource.content['rules']);
  if (gathers !== undefined && given.length === 0) return true;
  return grantsAreThoseOf(asList(shipped['rules']), given);
}

/** True for a binding that the API server of the version made, if it binds the role of the release to the same subjects. */
export function isBootstrapBinding(resource: Resource, version: Version): boolean {
  const shipped = BINDING_KINDS.includes(resource.kind) ? shippedContent(resource, version) : undefined;
  return shipped !== undefined && isSameBinding(shipped, resource.content);
}

/** True for an object with the label that the API server puts on its own roles and bindings; anyone can put it. */
export function hasBootstrapLabel({ content }: Resource): boolean {
  return textMap(asObject(content['metadata'])['labels']).get(bootstrapLabel.name) === bootstrapLabel.value;
}

/** Which roles an aggregated role gathers, as a text to compare; undefined for one that is not aggregated. */
function gatheringOf({ aggregationRule }: JsonObject): string | undefined {
  if (aggregationRule === undefined || aggregationRule === null) return undefined;
  const selectors = asList(asObject(aggregationRule)['clusterRoleSelectors']).map((selector) => {
    const { matchLabels, matchExpressions } = asObject(selector);
    const labels = [...textMap(matchLabels)].map((pair) => JSON.stringify(pair)).toSorted();
    return [labels, asList(matchExpressions).length];
  });
  return JSON.stringify(selectors);
}

function shippedContent(resource: Resource, version: Version): JsonObject | undefined {
  if (!hasBootstrapLabel(resource)) return undefined;
  return bootstrapObject(resource.kind, resource.name, resource.namespace, version);
}

function knownMinor({ major, minor }: Version): number {
  if (major !== 1) return major > 1 ? bootstrapMinors.to : bootstrapMinors.from;
  return Math.min(Math.max(minor, bootstrapMinors.from), bootstrapMinors.to);
}

/** The lines by `kind name` or `kind namespace/name`; each is read when it is first asked for, and so is each rule. */
let linesByTitle: ReadonlyMap<string, readonly string[]> | undefined;
let linesOfRules: readonly string[] | undefined;
const rules = new Map<number, JsonObject>();
const contents = new Map<string, JsonObject>();

function objectOf(kind: string, name: string, namespace: string | undefined, minor: number): JsonObject | undefined {
  if (!KINDS.has(kind) || name.includes('/')) return undefined;
  linesByTitle ??= groupBy(objectLines.trim().split('\n'), titleOfLine);
  const lines = linesByTitle.get(`${bareKind(kind)} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
  for (const text of lines ?? []) {
    const line = readBootstrapLine(text);
    if (line.from <= minor && minor <= line.to) return contentOf(text, line, minor);
  }
  return undefined;
}

function titleOfLine(line: string): string {
  return line.slice(0, line.indexOf(' ', line.indexOf(' ') + 1));
}

function contentOf(text: string, line: BootstrapLine, minor: number): JsonObject {
  const collected = wordOf(line, 'collects');
  // An aggregated role changes with the roles that it gathers, whatever its own line says.
  const key = collected === undefined ? text : `${minor} ${text}`;
  const known = contents.get(key);
  if (known !== undefined) return known;
  const content = contentOfLine(line, ruleOf);
  const whole = collected === undefined ? content : { ...content, rules: gatheredRules(collected, minor) };
  contents.set(key, whole);
  return whole;
}

function ruleOf(number: number): JsonObject {
  const known = rules.get(number);
  if (known !== undefined) return known;
  linesOfRules ??= ruleLines.trim().split('\n');
  const rule = readRuleLine(linesOfRules[number] ?? '');
  rules.set(number, rule);
  return rule;
}

/** The rules of the roles that join an aggregated role, by their names, each once: as the controller fills it. */
function gatheredRules(role: string, minor: number): JsonObject[] {
  const labelled = objectLines.split('\n').filter((text) => text.includes(' joins='));
  const joining = labelled.map(readBootstrapLine).filter((line) => wordOf(line, 'joins') === role);
  const names = new Set(joining.map(({ name }) => name));
  const gathered = [...names].flatMap((name) => asList(objectOf(CLUSTER_ROLE, name, undefined, minor)?.['rules']));
  return [...new Set(gathered)].filter(isObject);
}
