import type { JsonObject } from '../../core/json.ts';

const API_VERSION = 'rbac.authorization.k8s.io/v1';

/** A ClusterRole, for tests. */
export function clusterRole(
  name: string,
  rules: unknown,
  fields: JsonObject = {},
  labels: JsonObject = {},
): JsonObject {
  return { apiVersion: API_VERSION, kind: 'ClusterRole', metadata: { name, labels }, rules, ...fields };
}

/** A Role, for tests. */
export function namespacedRole(namespace: string, name: string, rules: unknown): JsonObject {
  return { apiVersion: API_VERSION, kind: 'Role', metadata: { name, namespace }, rules };
}

/** A RoleBinding of `Role/name` or `ClusterRole/name`, for tests. */
export function roleBinding(namespace: string, role: string, ...subjects: readonly JsonObject[]): JsonObject {
  return {
    apiVersion: API_VERSION,
    kind: 'RoleBinding',
    metadata: { name: 'b', namespace },
    roleRef: roleRef(role),
    subjects,
  };
}

/** A ClusterRoleBinding of `ClusterRole/name`, for tests. */
export function clusterRoleBinding(role: string, ...subjects: readonly JsonObject[]): JsonObject {
  return {
    apiVersion: API_VERSION,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'b' },
    roleRef: roleRef(role),
    subjects,
  };
}

function roleRef(role: string): JsonObject {
  const [kind, name] = role.split('/');
  return { kind, name };
}

/** A ServiceAccount as a subject, for tests. */
export function account(namespace: string, name: string): JsonObject {
  return { kind: 'ServiceAccount', name, namespace };
}

/** A rule of the core group, for tests: `coreRule('get,list', 'pods')`. */
export function coreRule(verbs: string, resources: string): JsonObject {
  return { apiGroups: [''], resources: resources.split(','), verbs: verbs.split(',') };
}
