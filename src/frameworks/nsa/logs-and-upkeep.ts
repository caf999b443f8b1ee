import { inSection } from '../../core/framework.ts';

export const auditLoggingAndDetection = inSection('audit logging and detection', [
  {
    id: 'audit-logging',
    name: 'API audit log is on, complete and kept',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'part',
    reason: 'That a log is written does not show that it reaches another machine or is kept long enough.',
    byHand: 'See that audit events arrive in a store outside the cluster, and for how long they stay.',
  },
  {
    id: 'log-monitoring',
    name: 'logs are shipped, watched and alerted on',
    answeredBy: 'manual',
    reason: 'Whether anyone looks at logs is a matter of people and of systems outside the cluster.',
    byHand: 'Fire a harmless alarm, such as a shell in a test pod, and see who notices and how soon.',
  },
]);

export const patchesAndUpkeep = inSection('patches and upkeep', [
  {
    id: 'patching',
    name: 'supported, fixed versions everywhere',
    answeredBy: 'checks',
    checks: [
      'image-registry-deprecated',
      'ingress-nginx-annotation-injection',
      'ingress-nginx-snippets-allowed',
      'api-version-removed',
      'api-version-deprecated',
      'kubernetes-version-unsupported',
      'ingress-nginx-retired',
      'component-vulnerable',
      'kubernetes-version-vulnerable',
      'container-runtime-vulnerable',
      'image-vulnerabilities-excessive',
      'exposed-workload-vulnerable',
    ],
    answers: 'part',
    reason:
      'Only components and versions that are known to be affected are told; nodes and images have versions of their own.',
    byHand: 'Keep a list of every component with its version, and watch its advisories.',
  },
  {
    id: 'remove-unused',
    name: 'leftovers are deleted',
    answeredBy: 'checks',
    checks: [
      'configmap-unused',
      'secret-unused',
      'service-account-unused',
      'role-unused',
      'volume-claim-unused',
      'rbac-subject-missing',
      'volume-not-bound',
      'tiller-deployed',
    ],
    answers: 'part',
    reason: 'Something can be referred to and still serve no one.',
    byHand: 'Ask owners which workloads, namespaces and accounts are still needed.',
  },
  {
    id: 'host-hardening',
    name: 'node operating systems are hardened and current',
    answeredBy: 'node inventory',
    inputs: ['node configuration'],
    answers: 'part',
    reason: 'Files and versions of a node are seen; its services, accounts and network are a wider matter.',
    byHand: 'Hold the operating system against a hardening guide of its own, and patch it on schedule.',
  },
]);
