import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';

/**
 * True if rules of RBAC grant what the shipped ones grant, word for word and in any order: the same sets of API group,
 * resource, name and verb, and of URL and verb. Takes any rules; the work is bounded by what is shipped.
 */
export function grantsAreThoseOf(shipped: readonly unknown[], rules: readonly unknown[]): boolean {
  const wanted = grantsIn(shipped);
  return grantsAmong(wanted, rules)?.size === wanted.size;
}

/** True if rules of RBAC grant nothing that the shipped ones do not, word for word; bounded like `grantsAreThoseOf`. */
export function grantsAreAmongThoseOf(shipped: readonly unknown[], rules: readonly unknown[]): boolean {
  return grantsAmong(grantsIn(shipped), rules) !== undefined;
}

function grantsIn(rules: readonly unknown[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const rule of rules) for (const grant of grantsOf(listsOf(rule))) all.add(grant);
  return all;
}

/** What rules grant; undefined if that is more than what is wanted. */
function grantsAmong(wanted: ReadonlySet<string>, rules: readonly unknown[]): ReadonlySet<string> | undefined {
  // A copy that says things over and over is no plain copy.
  if (rules.length > wanted.size) return undefined;
  const found = new Set<string>();
  for (const rule of rules) {
    const lists = listsOf(rule);
    if (countOf(lists) > wanted.size) return undefined;
    for (const grant of grantsOf(lists)) {
      if (!wanted.has(grant)) return undefined;
      found.add(grant);
    }
  }
  return found;
}

interface RuleLists {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly urls: readonly string[];
}

function listsOf(rule: unknown): RuleLists {
  const content = asObject(rule);
  return {
    verbs: distinctTexts(content, 'verbs'),
    apiGroups: distinctTexts(content, 'apiGroups'),
    resources: distinctTexts(content, 'resources'),
    resourceNames: distinctTexts(content, 'resourceNames'),
    urls: distinctTexts(content, 'nonResourceURLs'),
  };
}

function distinctTexts(rule: JsonObject, field: string): string[] {
  return [...new Set(asList(rule[field]).map((entry) => asString(entry) ?? ''))];
}

/** How many grants the lists make: they are multiplied, so that a short rule can make more than memory holds. */
function countOf({ verbs, apiGroups, resources, resourceNames, urls }: RuleLists): number {
  return verbs.length * (apiGroups.length * resources.length * Math.max(resourceNames.length, 1) + urls.length);
}

function* grantsOf({ verbs, apiGroups, resources, resourceNames, urls }: RuleLists): Iterable<string> {
  for (const verb of verbs) {
    for (const url of urls) yield `url\n${verb}\n${url}`;
    for (const group of apiGroups) {
      for (const resource of resources) {
        if (resourceNames.length === 0) yield `every\n${verb}\n${group}\n${resource}`;
        for (const name of resourceNames) yield `named\n${verb}\n${group}\n${resource}\n${name}`;
      }
    }
  }
}
