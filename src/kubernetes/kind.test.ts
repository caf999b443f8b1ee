import { describe, expect, it } from 'vitest';
import { isNamespaced, isOwnKind, kindOf } from './kind.ts';
import { clusterwidePolicyKinds, namespacedPolicyKinds, subjectPolicyKinds } from './network-policy-kinds.ts';
import { workloadKinds } from './pod-template.ts';

describe('kindOf', () => {
  it.each([
    ['v1', 'Pod', 'Pod'],
    ['apps/v1', 'Deployment', 'apps/Deployment'],
    ['apps/v1beta2', 'Deployment', 'apps/Deployment'],
    ['cilium.io/v2', 'CiliumNetworkPolicy', 'cilium.io/CiliumNetworkPolicy'],
    ['apps', 'Deployment', 'Deployment'],
    ['', '', ''],
  ])('%s %s is %s', (apiVersion, kind, expected) => {
    expect(kindOf(apiVersion, kind)).toBe(expected);
  });

  it.each([
    ['Deployment', 'apps/Deployment'],
    ['DaemonSet', 'apps/DaemonSet'],
    ['ReplicaSet', 'apps/ReplicaSet'],
    ['Ingress', 'networking.k8s.io/Ingress'],
    ['NetworkPolicy', 'networking.k8s.io/NetworkPolicy'],
    ['PodSecurityPolicy', 'extensions/PodSecurityPolicy'],
  ])('knows where %s of extensions/v1beta1 went', (kind, expected) => {
    expect(kindOf('extensions/v1beta1', kind)).toBe(expected);
  });
});

describe('isNamespaced', () => {
  it('is true of kinds that lie in a namespace, and of kinds it does not know', () => {
    const kinds = [
      ...workloadKinds,
      ...namespacedPolicyKinds,
      'Secret',
      'rbac.authorization.k8s.io/Role',
      'a.example/B',
    ];
    expect(kinds.filter((kind) => !isNamespaced(kind))).toEqual([]);
  });

  it('is false of the kinds of the cluster', () => {
    const kinds = [
      ...subjectPolicyKinds,
      ...clusterwidePolicyKinds,
      'Namespace',
      'Node',
      'PersistentVolume',
      'ComponentStatus',
      'admissionregistration.k8s.io/MutatingAdmissionPolicy',
      'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
      'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
      'apiextensions.k8s.io/CustomResourceDefinition',
      'apiregistration.k8s.io/APIService',
      'certificates.k8s.io/CertificateSigningRequest',
      'certificates.k8s.io/ClusterTrustBundle',
      'config.openshift.io/ClusterImagePolicy',
      'config.ratify.deislabs.io/Store',
      'config.ratify.deislabs.io/Verifier',
      'constraints.gatekeeper.sh/K8sAllowedRepos',
      'flowcontrol.apiserver.k8s.io/FlowSchema',
      'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
      'gateway.networking.k8s.io/GatewayClass',
      'karpenter.sh/NodePool',
      'kyverno.io/ClusterPolicy',
      'metrics.k8s.io/NodeMetrics',
      'networking.k8s.io/IPAddress',
      'networking.k8s.io/IngressClass',
      'networking.k8s.io/ServiceCIDR',
      'node.k8s.io/RuntimeClass',
      'policies.kubewarden.io/ClusterAdmissionPolicy',
      'policies.kyverno.io/ImageValidatingPolicy',
      'policies.kyverno.io/ValidatingPolicy',
      'policy.sigstore.dev/ClusterImagePolicy',
      'policy/PodSecurityPolicy',
      'templates.gatekeeper.sh/ConstraintTemplate',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
      'resource.k8s.io/DeviceClass',
      'resource.k8s.io/ResourceSlice',
      'scheduling.k8s.io/PriorityClass',
      'security.openshift.io/SecurityContextConstraints',
      'storage.k8s.io/CSIDriver',
      'storage.k8s.io/CSINode',
      'storage.k8s.io/StorageClass',
      'storage.k8s.io/VolumeAttachment',
      'storage.k8s.io/VolumeAttributesClass',
    ];
    expect(kinds.filter((kind) => isNamespaced(kind))).toEqual([]);
  });
});

describe('isOwnKind', () => {
  it.each([
    ['Service', true],
    ['apps/Deployment', true],
    ['networking.k8s.io/Ingress', true],
    ['snapshot.x-k8s.io/Volume', false],
    ['sparkoperator.k8s.io/SparkApplication', false],
    ['shop.example/Order', false],
  ])('%s: %s', (kind, expected) => {
    expect(isOwnKind(kind)).toBe(expected);
  });
});
