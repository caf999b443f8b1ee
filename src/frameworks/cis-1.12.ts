import type { Framework } from '../core/framework.ts';
import { apiServer } from './cis-1.12/api-server.ts';
import {
  auditLog,
  authenticationAndAuthorization,
  controllerManager,
  etcd,
  scheduler,
} from './cis-1.12/control-plane.ts';
import { controlPlaneFiles } from './cis-1.12/control-plane-files.ts';
import { podSecurity } from './cis-1.12/pod-security.ts';
import { admissionOfImages, generalPolicies, networkPolicies, secrets } from './cis-1.12/policies.ts';
import { rbac } from './cis-1.12/rbac.ts';
import { kubelet, kubeProxy, workerNodeFiles } from './cis-1.12/worker-nodes.ts';

const framework: Framework = {
  id: 'cis-1.12',
  name: 'CIS 1.12',
  title: 'CIS Kubernetes Benchmark 1.12',
  label: (control) => `CIS ${control}`,
  controls: [
    ...controlPlaneFiles,
    ...apiServer,
    ...controllerManager,
    ...scheduler,
    ...etcd,
    ...authenticationAndAuthorization,
    ...auditLog,
    ...workerNodeFiles,
    ...kubelet,
    ...kubeProxy,
    ...rbac,
    ...podSecurity,
    ...networkPolicies,
    ...secrets,
    ...admissionOfImages,
    ...generalPolicies,
  ],
};

export default framework;
