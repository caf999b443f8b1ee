import type { JsonObject } from '../../core/json.ts';

/** One content of an object that every cluster has, and the minor versions that hold it, both included. */
export interface BootstrapLine {
  /** The kind without its group. */
  readonly kind: string;
  readonly name: string;
  /** Undefined for cluster-scoped kinds. */
  readonly namespace: string | undefined;
  readonly from: number;
  readonly to: number;
  /** What is left of the line: its meaning depends on the kind. */
  readonly words: readonly string[];
}

/** The label that the API server puts on the roles and bindings of its own policy, and its value. */
export const bootstrapLabel = { name: 'kubernetes.io/bootstrapping', value: 'rbac-defaults' } as const;

export const rbacGroup = 'rbac.authorization.k8s.io';

/** How a line writes an empty text, such as the core API group. */
export const emptyText = '""';

/**
 * Reads a line of `bootstrap.generated.ts`: kind, name (`namespace/name` in a namespace), minor versions, and more words:
 * - of a role `collects=view` (it gathers the rules of the roles so labelled), `joins=edit` (it is so labelled) and
 *   `rules=0,4` (numbers of lines of rules);
 * - of a binding the role (`ClusterRole/name`) and its subjects (`User/name`, `ServiceAccount/namespace/name`), if any;
 * - of a priority class its value.
 */
export function readBootstrapLine(line: string): BootstrapLine {
  const [kind = '', title = '', range = '', ...words] = line.split(' ');
  const slash = title.indexOf('/');
  const [from = 0, to = 0] = range.split('-').map(Number);
  const namespace = slash === -1 ? undefined : title.slice(0, slash);
  return { kind, name: title.slice(slash + 1), namespace, from, to, words };
}

/** The rule of a line: verbs, then API groups, resources and, if any, names of resources; or URLs alone. */
export function readRuleLine(line: string): JsonObject {
  const [verbs = [], second = [], resources, resourceNames] = line.split(' ').map(textsOf);
  if (resources === undefined) return { verbs, nonResourceURLs: second };
  return { verbs, apiGroups: second, resources, ...(resourceNames && { resourceNames }) };
}

function textsOf(word: string): string[] {
  return word.split(',').map((text) => (text === emptyText ? '' : text));
}

/** The object of a line, as Kubernetes' sources have it: the rules of an aggregated role are null. */
export function contentOfLine(line: BootstrapLine, ruleOf: (number: number) => JsonObject | undefined): JsonObject {
  const { kind, name, namespace, words } = line;
  if (kind === 'Namespace') {
    return { apiVersion: 'v1', kind, metadata: { name, labels: { 'kubernetes.io/metadata.name': name } } };
  }
  if (kind === 'PriorityClass') {
    return { apiVersion: 'scheduling.k8s.io/v1', kind, metadata: { name }, value: Number(words[0]) };
  }
  const joined = wordOf(line, 'joins');
  const metadata = {
    name,
    ...(namespace !== undefined && { namespace }),
    labels: { [bootstrapLabel.name]: bootstrapLabel.value, ...(joined !== undefined && aggregationLabel(joined)) },
    annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
  };
  const head = { apiVersion: `${rbacGroup}/v1`, kind, metadata };
  if (kind.endsWith('Binding')) return { ...head, ...bindingFields(words) };
  const collected = wordOf(line, 'collects');
  if (collected !== undefined) {
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels: aggregationLabel(collected) }] };
    return { ...head, aggregationRule, rules: null };
  }
  const numbers = wordOf(line, 'rules')?.split(',') ?? [];
  return { ...head, rules: numbers.map((number) => ruleOf(Number(number))) };
}

/** What a line says of a role after `collects=`, `joins=` or `rules=`; undefined if it says nothing. */
export function wordOf({ words }: BootstrapLine, about: 'collects' | 'joins' | 'rules'): string | undefined {
  return words.find((word) => word.startsWith(`${about}=`))?.slice(about.length + 1);
}

function aggregationLabel(role: string): JsonObject {
  return { [`rbac.authorization.k8s.io/aggregate-to-${role}`]: 'true' };
}

function bindingFields([role = '', ...subjects]: readonly string[]): JsonObject {
  const [kind, name] = role.split('/');
  const roleRef = { apiGroup: rbacGroup, kind, name };
  return subjects.length === 0 ? { roleRef } : { roleRef, subjects: subjects.map(subjectOf) };
}

function subjectOf(word: string): JsonObject {
  const [kind, ...names] = word.split('/');
  if (kind === 'ServiceAccount') return { kind, name: names[1], namespace: names[0] };
  return { apiGroup: rbacGroup, kind, name: names[0] };
}
