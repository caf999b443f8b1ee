import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { aggregatedRoleExample, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

const WRITES: readonly string[] = ['create', 'update', 'patch'];

const wanted: readonly Grant[] = [
  { verbs: WRITES, group: '', resources: ['services', 'endpoints'], withNames: neverWithNames },
  { verbs: WRITES, group: 'discovery.k8s.io', resources: ['endpointslices'], withNames: neverWithNames },
  { verbs: WRITES, group: 'networking.k8s.io', resources: ['ingresses'], withNames: neverWithNames },
  { verbs: WRITES, group: 'extensions', resources: ['ingresses'], withNames: neverWithNames },
  {
    verbs: WRITES,
    group: 'gateway.networking.k8s.io',
    resources: ['gateways', 'httproutes', 'grpcroutes', 'tlsroutes', 'tcproutes', 'udproutes', 'referencegrants'],
    withNames: neverWithNames,
  },
];

export default defineCheck({
  id: 'rbac-traffic-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role diverts traffic',
  why: 'A holder of the role sends the requests of clients to pods of its own, and reads what they carry.',
  advice:
    'Name the objects in resourceNames, or let only the pipeline that delivers a workload change its Services and routes.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

export const examples: CheckExamples = {
  pass: [
    roleManifest(
      ruleLines('""', 'services', 'update, patch', 'web') +
        ruleLines('"", networking.k8s.io', 'services, ingresses', 'get, delete') +
        ruleLines('""', 'services/status', 'update'),
    ),
    roleManifest(
      ruleLines('apps', 'services', 'create') +
        ruleLines('networking.k8s.io', 'endpointslices, networkpolicies', 'create'),
    ),
  ],
  fail: [
    {
      yaml: roleManifest(
        ruleLines('""', 'configmaps', 'get') +
          ruleLines('""', 'services, endpoints', 'create, update, patch') +
          ruleLines('discovery.k8s.io', 'endpointslices', 'create, update, patch') +
          ruleLines('networking.k8s.io', 'ingresses', 'create, update, patch') +
          ruleLines('extensions', 'ingresses', 'create, update, patch') +
          ruleLines(
            'gateway.networking.k8s.io',
            'gateways, httproutes, grpcroutes, tlsroutes, tcproutes, udproutes, referencegrants',
            'create, update, patch',
          ),
      ),
      at: ['11:17', '14:17', '17:17', '20:17', '23:17'],
      message: [
        'rule 2 grants its holders create, update and patch on services and endpoints (assuming something binds the role)',
        'rule 3 grants its holders create, update and patch on endpointslices (assuming something binds the role)',
        'rule 4 grants its holders create, update and patch on ingresses (assuming something binds the role)',
        'rule 5 grants its holders create, update and patch on ingresses (assuming something binds the role)',
        'rule 6 grants its holders create, update and patch on gateways, httproutes, grpcroutes, tlsroutes, tcproutes, udproutes and referencegrants (assuming something binds the role)',
      ],
      fixed: roleManifest(ruleLines('""', 'configmaps', 'get')),
    },
  ],
  unknown: [aggregatedRoleExample],
};
