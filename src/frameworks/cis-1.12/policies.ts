import { inSection } from '../../core/framework.ts';

export const networkPolicies = inSection('5.3 network policies', [
  {
    id: '5.3.1',
    name: 'network plug-in enforces policies',
    answeredBy: 'checks',
    checks: ['networkpolicy-not-enforced'],
    answers: 'part',
    reason: 'Plug-ins that ignore policies are recognised; that one enforces them is not tried.',
    byHand: 'Deny all traffic in a test namespace, and see that a connection fails.',
  },
  {
    id: '5.3.2',
    name: 'each namespace has network policies',
    answeredBy: 'checks',
    checks: [
      'networkpolicy-missing',
      'pod-ingress-unrestricted',
      'pod-egress-unrestricted',
      'networkpolicy-default-deny-missing',
    ],
    answers: 'whole',
    reason:
      'The control asks that policies exist; the checks ask more, that every pod is held by one in both directions.',
  },
]);

export const secrets = inSection('5.4 Secrets', [
  {
    id: '5.4.1',
    name: 'Secrets as files, not variables',
    answeredBy: 'checks',
    checks: ['secret-env-reference'],
    answers: 'whole',
    reason: 'Every reference to a Secret from an environment is seen.',
  },
  {
    id: '5.4.2',
    name: 'outside secret store',
    answeredBy: 'checks',
    checks: ['external-secret-store-missing'],
    answers: 'part',
    reason: 'A store that is installed need not hold the credentials that matter.',
    byHand: 'List the credentials that still live in Secrets only, and decide which of them belong into the store.',
  },
]);

export const admissionOfImages = inSection('5.5 admission of images', [
  {
    id: '5.5.1',
    name: 'image provenance at admission',
    answeredBy: 'checks',
    checks: ['image-signature-missing', 'image-signature-invalid', 'image-verification-missing'],
    answers: 'part',
    reason: 'That images are verified is seen; which keys are trusted and what is exempt is a choice.',
    byHand: 'Read the trusted keys, the scope and the exemptions of the verifier, and try an unsigned image.',
  },
]);

export const generalPolicies = inSection('5.6 general policies', [
  {
    id: '5.6.1',
    name: 'namespaces separate administration',
    answeredBy: 'manual',
    reason: 'Where the borders between teams should run is not written in objects.',
    byHand: 'Compare namespaces with teams and applications, and split those that several share.',
  },
  {
    id: '5.6.2',
    name: 'seccomp profile of pods',
    answeredBy: 'checks',
    checks: ['seccomp-missing', 'seccomp-unconfined'],
    answers: 'part',
    reason: 'A profile of your own passes by its name; what it allows stands on the node.',
    byHand: 'Read the profiles that pods name, and see that none allows more than the default of the runtime.',
  },
  {
    id: '5.6.3',
    name: 'security context of pods and containers',
    answeredBy: 'checks',
    checks: [
      'privileged-container',
      'allow-privilege-escalation',
      'run-as-non-root',
      'read-only-root-filesystem',
      'linux-hardening-missing',
      'seccomp-missing',
    ],
    answers: 'part',
    reason: 'The fields that matter most are judged; the right user, groups and labels depend on the application.',
    byHand: 'Go through the rest of the security contexts with the owners of the applications.',
  },
  {
    id: '5.6.4',
    name: 'default namespace stays empty',
    answeredBy: 'checks',
    checks: ['default-namespace-used'],
    answers: 'part',
    reason: 'Manifests that name no namespace pass in files, as they get one when they are applied.',
    byHand: 'See that manifests without a namespace are applied to one of their own.',
  },
]);
