import type { Right } from './account-rights.ts';
import { needsClusterScope } from './cluster-scope.ts';
import { type Grant, grants } from './grant.ts';

/** Something with which its holder can take the whole cluster. */
export interface Power {
  /** Continues "can": `read Secrets`. */
  readonly what: string;
  /** Needed at once, of each list any; they may come from different rules. */
  readonly needs: readonly (readonly Grant[])[];
}

const WRITES: readonly string[] = ['create', 'update', 'patch', 'delete', 'deletecollection'];

/** Pods and what makes them; no controller makes pods of a PodTemplate. */
const WORKLOADS: readonly Pick<Grant, 'group' | 'resources'>[] = [
  { group: '', resources: ['pods', 'replicationcontrollers'] },
  { group: 'apps', resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
  { group: 'batch', resources: ['jobs', 'cronjobs'] },
];

const AUTHENTICATION = 'authentication.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';
const RBAC = 'rbac.authorization.k8s.io';

/** What takes a cluster where it is held at cluster scope or in kube-system. */
export const clusterPowers: readonly Power[] = [
  { what: 'read Secrets', needs: [[{ verbs: ['get', 'list'], group: '', resources: ['secrets'] }]] },
  {
    what: 'create or change workloads',
    needs: [WORKLOADS.map((workloads) => ({ verbs: ['create', 'update', 'patch'], ...workloads }))],
  },
  {
    what: 'run commands in pods',
    needs: [
      [
        { verbs: ['create', 'get'], group: '', resources: ['pods/exec', 'pods/attach'] },
        { verbs: ['update', 'patch'], group: '', resources: ['pods/ephemeralcontainers'] },
      ],
    ],
  },
  {
    what: 'mint tokens of service accounts',
    needs: [[{ verbs: ['create'], group: '', resources: ['serviceaccounts/token'] }]],
  },
  {
    what: 'impersonate others',
    needs: [
      [
        { verbs: ['impersonate'], group: '', resources: ['users', 'groups', 'serviceaccounts'] },
        { verbs: ['impersonate'], group: AUTHENTICATION, resources: ['uids', 'userextras/*'] },
      ],
    ],
  },
  {
    what: 'give itself rights',
    needs: [[{ verbs: ['bind', 'escalate'], group: RBAC, resources: ['roles', 'clusterroles'] }]],
  },
  { what: 'reach kubelets', needs: [[{ verbs: ['get', 'create'], group: '', resources: ['nodes/proxy'] }]] },
  {
    what: 'change admission',
    needs: [
      [
        {
          verbs: WRITES,
          group: 'admissionregistration.k8s.io',
          resources: [
            'validatingwebhookconfigurations',
            'mutatingwebhookconfigurations',
            'validatingadmissionpolicies',
            'validatingadmissionpolicybindings',
            'mutatingadmissionpolicies',
            'mutatingadmissionpolicybindings',
          ],
        },
      ],
    ],
  },
  {
    what: 'approve certificates',
    needs: [
      [{ verbs: ['update', 'patch'], group: CERTIFICATES, resources: ['certificatesigningrequests/approval'] }],
      [{ verbs: ['approve'], group: CERTIFICATES, resources: ['signers'] }],
    ],
  },
  {
    what: 'create persistent volumes',
    needs: [[{ verbs: ['create'], group: '', resources: ['persistentvolumes'] }]],
  },
];

/** The namespace whose pods are as good as the cluster. */
export const controlNamespace = 'kube-system';

/** A power that rights add up to, and the rights that do. */
export interface HeldPower {
  readonly what: string;
  readonly rights: readonly Right[];
}

/** The powers over a cluster that rights hold, at cluster scope or in kube-system. */
export function heldPowers(rights: readonly Right[]): HeldPower[] {
  const counting = rights.filter(({ namespace }) => namespace === undefined || namespace === controlNamespace);
  return clusterPowers.flatMap(({ what, needs }) => {
    const found = needs.map((any) => counting.find((right) => any.some((wanted) => holds(right, wanted))));
    const held = found.filter((right) => right !== undefined);
    return held.length === needs.length ? [{ what, rights: held }] : [];
  });
}

/** Within a namespace, only what can be asked for there. */
function holds({ rule, namespace }: Right, wanted: Grant): boolean {
  if (namespace === undefined) return grants(rule, wanted);
  const { verbs, group, resources } = wanted;
  return verbs.some((verb) =>
    resources.some(
      (resource) =>
        !needsClusterScope(verb, group, resource) && grants(rule, { verbs: [verb], group, resources: [resource] }),
    ),
  );
}
