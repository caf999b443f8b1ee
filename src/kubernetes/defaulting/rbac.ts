import { always, each, fields, ifEmpty, inTurn, isUnset, onMapping, type Rule, text, withField } from './rule.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** Users and groups are of the RBAC group, service accounts of the core group. */
const subject = inTurn(
  onMapping((one) => {
    const { kind, apiGroup } = one;
    const isOfRbac = kind === 'User' || kind === 'Group';
    return isOfRbac && (isUnset(apiGroup) || apiGroup === '') ? withField(one, 'apiGroup', GROUP) : one;
  }),
  fields({ apiGroup: text, namespace: text }),
);

/** A RoleBinding or ClusterRoleBinding. The namespace of a service account has no default. */
export const roleBinding: Rule = fields({
  roleRef: always(fields({ apiGroup: ifEmpty(GROUP) })),
  subjects: each(subject),
});
