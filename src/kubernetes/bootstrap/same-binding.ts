import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { rbacGroup } from './bootstrap-text.ts';

/** True if two bindings bind the same role to the same set of subjects, once the API server has filled in what is unset. */
export function isSameBinding(one: JsonObject, other: JsonObject): boolean {
  if (roleKey(one) !== roleKey(other)) return false;
  const wanted = new Set(asList(one['subjects']).map(subjectKey));
  const found = new Set(asList(other['subjects']).map(subjectKey));
  return wanted.size === found.size && [...found].every((subject) => wanted.has(subject));
}

function roleKey(binding: JsonObject): string {
  const { apiGroup, kind, name } = asObject(binding['roleRef']);
  return JSON.stringify([asString(apiGroup) || rbacGroup, asString(kind), asString(name)]);
}

function subjectKey(subject: unknown): string {
  const { apiGroup, kind, name, namespace } = asObject(subject);
  const group = asString(apiGroup) || (kind === 'ServiceAccount' ? '' : rbacGroup);
  return JSON.stringify([group, asString(kind), asString(namespace) ?? '', asString(name)]);
}
