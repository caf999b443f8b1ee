import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { bindingKinds, bindingOf } from '../../kubernetes/binding.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const DASHBOARD = 'kubernetes-dashboard';

const messages = {
  used: 'the pods run as the ServiceAccount of the dashboard',
  bound: 'gives the role of the dashboard to {kind} "{name}"',
} as const;

export default defineCheck({
  id: 'kubernetes-dashboard-access',
  on: workloadsAnd(...bindingKinds),
  severity: 'low',
  title: 'Rights of the dashboard are used by something else',
  why: 'Whoever takes the other workload or account sees and changes what the dashboard may see and change.',
  advice: 'Give the workload an account and a role of its own.',
  messages,
  evaluate(judged, report) {
    if (judged.workload === undefined) reportBinding(judged, report);
    else reportWorkload(judged.workload, report);
  },
});

function reportWorkload(judged: Workload, report: Reporter<typeof messages>): void {
  if (judged.serviceAccountName !== DASHBOARD) return;
  if (judged.namespace === DASHBOARD || judged.resource.name.startsWith(DASHBOARD)) return;
  report.fail('used', judged.at(judged.serviceAccountField));
}

function reportBinding({ resource }: WorkloadOrObject, report: Reporter<typeof messages>): void {
  const { roleName, subjects } = bindingOf(resource);
  if (roleName !== DASHBOARD) return;
  for (const subject of subjects) {
    const { kind, name } = subject;
    if (kind === 'ServiceAccount' && name === DASHBOARD) continue;
    report.fail('bound', subject.at('name'), { kind, name }).about(subject.at());
  }
}

function pod(name: string, namespace: string, account: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  serviceAccountName: ${account}
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

function binding(role: string, kind: string, name: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: dashboard
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: kubernetes-dashboard
    namespace: kubernetes-dashboard
  - kind: ${kind}
    name: ${name}
`;
}

export const examples: CheckExamples = {
  pass: [
    pod('metrics-scraper', 'kubernetes-dashboard', 'kubernetes-dashboard'),
    pod('kubernetes-dashboard-7d9f', 'platform', 'kubernetes-dashboard'),
    pod('web', 'shop', 'dashboard'),
    binding('kubernetes-dashboard', 'ServiceAccount', 'kubernetes-dashboard'),
    binding('view', 'User', 'ann'),
  ],
  fail: [
    {
      yaml: pod('web', 'shop', 'kubernetes-dashboard'),
      at: '7:23',
      message: 'the pods run as the ServiceAccount of the dashboard',
    },
    {
      yaml: binding('kubernetes-dashboard', 'Group', 'kubernetes-dashboard'),
      at: '14:11',
      message: 'gives the role of the dashboard to Group "kubernetes-dashboard"',
    },
    {
      yaml: binding('kubernetes-dashboard', 'ServiceAccount', 'web'),
      at: '14:11',
      message: 'gives the role of the dashboard to ServiceAccount "web"',
    },
  ],
};
