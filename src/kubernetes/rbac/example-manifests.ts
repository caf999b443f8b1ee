/** A rule of a role's manifest, its lists as YAML writes them between brackets: `ruleLines('""', 'pods', 'get, list')`. */
export function ruleLines(apiGroups: string, resources: string, verbs: string, resourceNames?: string): string {
  const names = resourceNames === undefined ? '' : `    resourceNames: [${resourceNames}]\n`;
  return `  - apiGroups: [${apiGroups}]\n    resources: [${resources}]\n${names}    verbs: [${verbs}]\n`;
}

/** A rule as a fix adds it, a line for each entry. */
export function addedRuleLines(apiGroups: string, resources: string, verbs: string, resourceNames?: string): string {
  const lists = { apiGroups, resources, ...(resourceNames !== undefined && { resourceNames }), verbs };
  const fields = Object.entries(lists).map(
    ([field, entries]) =>
      `${field}:\n${entries
        .split(', ')
        .map((entry) => `      - ${entry}\n`)
        .join('')}`,
  );
  return `  - ${fields.join('    ')}`;
}

/** A Role `deployer` in the namespace `shop`, for examples of checks: its first rule starts on line 7. */
export function roleManifest(rules: string, namespace = 'shop'): string {
  return `${head('Role')}metadata:\n  name: deployer\n  namespace: ${namespace}\nrules:\n${rules}`;
}

/** A ClusterRole `operator`, for examples of checks: its first rule starts on line 6. */
export function clusterRoleManifest(rules: string): string {
  return `${head('ClusterRole')}metadata:\n  name: operator\nrules:\n${rules}`;
}

/** A ClusterRoleBinding of that ClusterRole to a ServiceAccount, as a further document. */
export const clusterRoleBindingManifest = `---
${head('ClusterRoleBinding')}metadata:
  name: operator
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: operator
subjects:
  - kind: ServiceAccount
    name: operator
    namespace: platform
`;

/** A RoleBinding of that ClusterRole in the namespace `shop`, as a further document. */
export const roleBindingManifest = `---
${head('RoleBinding')}metadata:
  name: operator
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: operator
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: operators
`;

/** An aggregated ClusterRole of which no part is shown, with what a verdict on it says is missing. */
export const aggregatedRoleExample = {
  yaml: `${head('ClusterRole')}metadata:
  name: monitoring
aggregationRule:
  clusterRoleSelectors:
    - matchLabels:
        shop.example/aggregate-to-monitoring: "true"
`,
  missing: 'rules is not known: perhaps not every ClusterRole is among the inputs',
} as const;

function head(kind: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\n`;
}
