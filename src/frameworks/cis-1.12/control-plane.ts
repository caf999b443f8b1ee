import { inSection } from '../../core/framework.ts';

export const controllerManager = inSection('1.3 controller manager', [
  {
    id: '1.3.1',
    name: 'controller manager: collection of ended pods',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'part',
    reason: 'Which number is right depends on how many pods end in a day.',
    byHand: 'Compare the number with the pods that end in a week, and with the space of etcd.',
  },
  {
    id: '1.3.2',
    name: 'controller manager: profiling off',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '1.3.3',
    name: 'controller manager: one identity per controller',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '1.3.4',
    name: 'controller manager: token signing key',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument names the key.',
  },
  {
    id: '1.3.5',
    name: 'controller manager: root certificate authority',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument names the authority.',
  },
  {
    id: '1.3.6',
    name: 'controller manager: rotation of kubelet serving certificates',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One feature gate decides it.',
  },
  {
    id: '1.3.7',
    name: 'controller manager: bound to the loopback',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument holds the address.',
  },
]);

export const scheduler = inSection('1.4 scheduler', [
  {
    id: '1.4.1',
    name: 'scheduler: profiling off',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '1.4.2',
    name: 'scheduler: bound to the loopback',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument holds the address.',
  },
]);

export const etcd = inSection('2 etcd', [
  {
    id: '2.1',
    name: 'etcd: serving certificate',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'Two arguments name certificate and key.',
  },
  {
    id: '2.2',
    name: 'etcd: client certificates demanded',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '2.3',
    name: 'etcd: no self-made client TLS',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '2.4',
    name: 'etcd: peer certificate',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'Two arguments name certificate and key.',
  },
  {
    id: '2.5',
    name: 'etcd: peer certificates demanded',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '2.6',
    name: 'etcd: no self-made peer TLS',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration'],
    answers: 'whole',
    reason: 'One argument decides it.',
  },
  {
    id: '2.7',
    name: 'etcd: certificate authority of its own',
    answeredBy: 'node inventory',
    inputs: ['etcd configuration', 'PKI files'],
    answers: 'whole',
    reason: 'The authorities of etcd and of the cluster are compared with each other.',
  },
]);

export const authenticationAndAuthorization = inSection('3.1 authentication and authorization', [
  {
    id: '3.1.1',
    name: 'people do not log in with client certificates',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments', 'PKI files'],
    answers: 'part',
    reason: 'Arguments show which log-ins are possible, not which ones people use.',
    byHand: 'Ask who holds a client certificate, and move people to the identity provider.',
  },
  {
    id: '3.1.2',
    name: 'people do not log in with service account tokens',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'part',
    reason: 'Arguments show which log-ins are possible, not which ones people use.',
    byHand:
      'Search the audit log for tokens of service accounts that people use, and move them to the identity provider.',
  },
  {
    id: '3.1.3',
    name: 'people do not log in with bootstrap tokens',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'part',
    reason: 'Arguments show which log-ins are possible, not which ones people use.',
    byHand: 'List the bootstrap tokens, and delete those that no joining node needs.',
  },
]);

export const auditLog = inSection('3.2 audit log', [
  {
    id: '3.2.1',
    name: 'an audit policy exists',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'whole',
    reason: 'One argument names the policy file.',
  },
  {
    id: '3.2.2',
    name: 'the audit policy covers what matters',
    answeredBy: 'node inventory',
    inputs: ['control plane arguments'],
    answers: 'part',
    reason: 'The rules are compared with what is usual; what matters to you is yours to say.',
    byHand: 'Read the rules for Secrets, tokens, exec and changes of rights, and add what your own risks ask for.',
  },
]);
