import type { Peer } from '../peer.ts';

const peer: Peer = {
  id: 'kics',
  title: 'KICS',
  counterparts: [
    {
      id: '249328b8-5f0f-409f-b1dd-029f07882e11',
      name: 'Cluster Admin Rolebinding With Superuser Permissions',
      checks: ['rbac-cluster-admin-binding'],
    },
    { id: '9127f0d9-2310-42e7-866f-5fd9d20dcbad', name: 'Cluster Allows Unsafe Sysctls', checks: ['unsafe-sysctl'] },
    {
      id: '03aabc8c-35d6-481e-9c85-20139cf72d23',
      name: 'CNI Plugin Does Not Support Network Policies',
      checks: ['networkpolicy-not-enforced'],
    },
    {
      id: '9d43040e-e703-4e16-8bfe-8d4da10fa7e6',
      name: 'Container CPU Requests Not Equal Limits',
      checks: ['requests-not-equal-limits'],
    },
    { id: 'dd29336b-fe57-445b-a26e-e6aa867ae609', name: 'Container Is Privileged', checks: ['privileged-container'] },
    {
      id: 'aafa7d94-62de-4fbf-8838-b69ee217b0e6',
      name: 'Container Memory Requests Not Equal Limits',
      checks: ['requests-not-equal-limits'],
    },
    {
      id: 'aee3c7d2-a811-4201-90c7-11c028be9a46',
      name: 'Container Requests Not Equal Limits',
      checks: ['requests-not-equal-limits'],
    },
    {
      id: 'cf34805e-3872-4c08-bf92-6ff7bb0cfadb',
      name: 'Container Running As Root',
      checks: ['runs-as-root', 'run-as-user-root'],
    },
    { id: '02323c00-cdc3-4fdc-a310-4f2b3e7a1660', name: 'Container Running With Low UID', checks: ['run-as-user-low'] },
    { id: 'f922827f-aab6-447c-832a-e1ff63312bd3', name: 'Container Runs Unmasked', checks: ['proc-mount-unmasked'] },
    {
      id: '19ebaa28-fc86-4a58-bcfa-015c9e22fe40',
      name: 'Containers With Added Capabilities',
      checks: ['capabilities-beyond-baseline', 'capabilities-beyond-restricted'],
    },
    {
      id: '235236ee-ad78-4065-bd29-61b061f28ce0',
      name: 'Containers With Sys Admin Capabilities',
      checks: ['capabilities-dangerous'],
    },
    { id: '4ac0e2b7-d2d2-4af7-8799-e8de6721ccda', name: 'CPU Limits Not Set', checks: ['cpu-limit-missing'] },
    { id: 'ca469dd4-c736-448f-8ac1-30a642705e0a', name: 'CPU Requests Not Set', checks: ['cpu-request-missing'] },
    {
      id: '192fe40b-b1c3-448a-aba2-6cc19a300fe3',
      name: 'CronJob Deadline Not Configured',
      checks: ['cronjob-deadline-missing'],
    },
    {
      id: 'b93e973e-9066-4455-a63b-c1c0e1ec3a48',
      name: 'Default Service Account In Use',
      checks: ['default-service-account-automount'],
    },
    {
      id: 'a31b7b82-d994-48c4-bd21-3bab6c31827a',
      name: 'Deployment Has No PodAntiAffinity',
      checks: ['pod-spread-missing'],
    },
    {
      id: 'b23e9b98-0cb6-4fc9-b257-1f3270442678',
      name: 'Deployment Without PodDisruptionBudget',
      checks: ['pdb-missing'],
    },
    {
      id: 'a6f34658-fdfb-4154-9536-56d516f65828',
      name: 'Docker Daemon Socket is Exposed to Containers',
      checks: ['container-runtime-socket'],
    },
    {
      id: '5744cbb8-5946-4b75-a196-ade44449525b',
      name: 'HPA Targeted Deployments With Configured Replica Count',
      checks: ['replicas-with-autoscaler'],
    },
    { id: '2f652c42-619d-4361-b361-9f599688f8ca', name: 'HPA Targets Invalid Object', checks: ['schema-violation'] },
    {
      id: 'caa3479d-885d-4882-9aac-95e5e78ef5c2',
      name: 'Image Pull Policy Of The Container Is Not Set To Always',
      checks: ['image-pull-policy'],
    },
    { id: '7c81d34c-8e5a-402b-9798-9f442630e678', name: 'Image Without Digest', checks: ['image-digest-missing'] },
    {
      id: '69bbc5e3-0818-4150-89cc-1e989b48f23b',
      name: 'Ingress Controller Exposes Workload',
      checks: ['workload-exposed'],
    },
    { id: '583053b7-e632-46f0-b989-f81ff8045385', name: 'Invalid Image Tag', checks: ['image-tag-latest'] },
    {
      id: 'ade74944-a674-4e00-859e-c6eab5bde441',
      name: 'Liveness Probe Is Not Defined',
      checks: ['liveness-probe-missing'],
    },
    { id: 'b14d1bc4-a208-45db-92f0-e21f8e2588e9', name: 'Memory Limits Not Defined', checks: ['memory-limit-missing'] },
    {
      id: '229588ef-8fde-40c8-8756-f4f2b5825ded',
      name: 'Memory Requests Not Defined',
      checks: ['memory-request-missing'],
    },
    { id: '1123031a-f921-4c5b-bd86-ef354ecfd37a', name: 'Metadata Label Is Invalid', checks: ['label-invalid'] },
    { id: '8b36775e-183d-4d46-b0f7-96a6f34a723f', name: 'Missing AppArmor Profile', checks: ['apparmor-missing'] },
    {
      id: 'dbbc6705-d541-43b0-b166-dd4be8208b54',
      name: 'NET_RAW Capabilities Not Being Dropped',
      checks: ['capability-net-raw'],
    },
    {
      id: '85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3',
      name: 'Network Policy Is Not Targeting Any Pod',
      checks: ['networkpolicy-selects-nothing'],
    },
    {
      id: '268ca686-7fb7-4ae9-b129-955a2a89064e',
      name: 'No Drop Capabilities for Containers',
      checks: ['capabilities-drop-all'],
    },
    {
      id: 'aa8f7a35-9923-4cad-bd61-a19b7f6aac91',
      name: 'Non Kube System Pod With Host Mount',
      checks: ['host-path-volume'],
    },
    {
      id: '2f1a0619-b12b-48a0-825f-993bb6f01d58',
      name: 'Not Limited Capabilities For Container',
      checks: ['capabilities-drop-all'],
    },
    {
      id: '94b76ea5-e074-4ca2-8a03-c5a606e30645',
      name: 'Object Is Using A Deprecated API Version',
      checks: ['api-version-removed', 'api-version-deprecated'],
    },
    {
      id: '592ad21d-ad9b-46c6-8d2d-fad09d62a942',
      name: 'Permissive Access to Create Pods',
      checks: ['rbac-pods-create'],
    },
    {
      id: '0401f71b-9c1e-4821-ab15-a955caa621be',
      name: 'Pod Misconfigured Network Policy',
      checks: ['pod-ingress-unrestricted', 'pod-egress-unrestricted'],
    },
    {
      id: '4a20ebac-1060-4c81-95d1-1f7f620e983b',
      name: 'Pod or Container Without LimitRange',
      checks: ['limit-range-missing'],
    },
    {
      id: '48a5beba-e4c0-4584-a2aa-e6894e4cf424',
      name: 'Pod or Container Without ResourceQuota',
      checks: ['resource-quota-missing'],
    },
    {
      id: 'a97a340a-0063-418e-b3a1-3028941d0995',
      name: 'Pod or Container Without Security Context',
      checks: ['linux-hardening-missing'],
    },
    {
      id: '5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d',
      name: 'Privilege Escalation Allowed',
      checks: ['allow-privilege-escalation'],
    },
    {
      id: '8320826e-7a9c-4b0b-9535-578333193432',
      name: 'RBAC Roles Allow Privilege Escalation',
      checks: ['rbac-bind-escalate'],
    },
    {
      id: 'd45330fd-f58d-45fb-a682-6481477a0f84',
      name: 'RBAC Roles with Attach Permission',
      checks: ['rbac-pod-exec'],
    },
    { id: 'c589f42c-7924-4871-aee2-1cede9bc7cbc', name: 'RBAC Roles with Exec Permission', checks: ['rbac-pod-exec'] },
    {
      id: '9f85c3f6-26fd-4007-938a-2e0cb0100980',
      name: 'RBAC Roles with Impersonate Permission',
      checks: ['rbac-impersonate'],
    },
    {
      id: '38fa11ef-dbcc-4da8-9680-7e1fd855b6fb',
      name: 'RBAC Roles with Port-Forwarding Permission',
      checks: ['rbac-pod-portforward'],
    },
    {
      id: 'b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14',
      name: 'RBAC Roles with Read Secrets Permissions',
      checks: ['rbac-secrets-read'],
    },
    { id: '6b896afb-ca07-467a-b256-1a0077a1c08e', name: 'RBAC Wildcard In Rule', checks: ['rbac-wildcard'] },
    {
      id: 'a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3',
      name: 'Readiness Probe Is Not Configured',
      checks: ['readiness-probe-missing'],
    },
    {
      id: '0a7c420c-4568-4cec-ba36-4d42a6f9613b',
      name: 'Resource With Allow Privilege Escalation',
      checks: ['allow-privilege-escalation'],
    },
    {
      id: '1e749bc9-fde8-471c-af0c-8254efd2dee5',
      name: 'Role Binding To Default Service Account',
      checks: ['default-service-account-bound'],
    },
    {
      id: 'a9c2f49d-0671-4fc9-9ece-f4e261e128d0',
      name: 'Root Container Not Mounted Read-only',
      checks: ['read-only-root-filesystem'],
    },
    {
      id: 'f377b83e-bd07-4f48-a591-60c82b14a78b',
      name: 'Seccomp Profile Is Not Configured',
      checks: ['seccomp-missing', 'seccomp-unconfined'],
    },
    {
      id: '3d658f8b-d988-41a0-a841-40043121de1e',
      name: 'Secrets As Environment Variables',
      checks: ['secret-env-reference'],
    },
    {
      id: '591ade62-d6b0-4580-b1ae-209f80ba1cd9',
      name: 'Service Account Name Undefined Or Empty',
      checks: ['default-service-account-used'],
    },
    {
      id: '48471392-d4d0-47c0-b135-cdec95eb3eef',
      name: 'Service Account Token Automount Not Disabled',
      checks: ['automount-service-account-token'],
    },
    {
      id: '3ca03a61-3249-4c16-8427-6f8e47dda729',
      name: 'Service Does Not Target Pod',
      checks: ['service-selects-nothing'],
    },
    { id: '845acfbe-3e10-4b8e-b656-3b404d36dfb2', name: 'Service Type is NodePort', checks: ['service-node-port'] },
    {
      id: '26763a1c-5dda-4772-b507-5fca7fb5f165',
      name: 'Service With External Load Balancer',
      checks: ['service-load-balancer'],
    },
    {
      id: '056ac60e-fe07-4acc-9b34-8e1d51716ab9',
      name: 'ServiceAccount Allows Access Secrets',
      checks: ['rbac-secrets-read'],
    },
    { id: 'cd290efd-6c82-4e9d-a698-be12ae31d536', name: 'Shared Host IPC Namespace', checks: ['host-ipc'] },
    { id: '6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a', name: 'Shared Host Network Namespace', checks: ['host-network'] },
    { id: '302736f4-b16c-41b8-befe-c0baffa0bd9d', name: 'Shared Host PID Namespace', checks: ['host-pid'] },
    {
      id: 'd740d048-8ed3-49d3-b77b-6f072f3b669e',
      name: 'StatefulSet Has No PodAntiAffinity',
      checks: ['pod-spread-missing'],
    },
    {
      id: '1db3a5a5-bf75-44e5-9e44-c56cfc8b1ac5',
      name: 'StatefulSet Without PodDisruptionBudget',
      checks: ['pdb-missing'],
    },
    {
      id: 'bb241e61-77c3-4b97-9575-c0f8a1e008d0',
      name: 'StatefulSet Without Service Name',
      checks: ['statefulset-service-missing'],
    },
    { id: '6d173be7-545a-46c6-a81d-2ae52ed1605d', name: 'Tiller (Helm v2) Is Deployed', checks: ['tiller-deployed'] },
    {
      id: 'e17fa86a-6222-4584-a914-56e8f6c87e06',
      name: 'Tiller Deployment Is Accessible From Within The Cluster',
      checks: ['tiller-deployed'],
    },
    { id: '8b862ca9-0fbd-4959-ad72-b6609bdaa22d', name: 'Tiller Service Is Not Deleted', checks: ['tiller-deployed'] },
    {
      id: 'b9c83569-459b-4110-8f79-6305aa33cb37',
      name: 'Using Kubernetes Native Secret Management',
      checks: ['external-secret-store-missing'],
    },
    {
      id: '611ab018-c4aa-4ba2-b0f6-a448337509a6',
      name: 'Using Unrecommended Namespace',
      checks: ['default-namespace-used', 'workload-in-kube-system'],
    },
    {
      id: 'b7652612-de4e-4466-a0bf-1cd81f0c6063',
      name: 'Volume Mount With OS Directory Write Permissions',
      checks: ['host-path-writable'],
    },
    { id: '2b1836f1-dcce-416e-8e16-da8c71920633', name: 'Workload Host Port Not Specified', checks: ['host-port'] },
    {
      id: '5308a7a8-06f8-45ac-bf10-791fe21de46e',
      name: 'Workload Mounting With Sensitive OS Directory',
      checks: ['host-path-sensitive'],
    },
  ],
  differences: [
    {
      check: 'apparmor-missing',
      how: 'KICS fails a missing profile by default; the runtime applies its own, so the check is off until asked for',
    },
    {
      check: 'capabilities-beyond-baseline',
      how: 'KICS rejects every added capability; the 13 of the baseline level pass here',
    },
    {
      check: 'linux-hardening-missing',
      how: 'KICS is content with any securityContext; here it must harden something',
    },
    { check: 'requests-not-equal-limits', how: 'KICS has a query for each resource; here it is one check' },
    {
      check: 'service-load-balancer',
      how: 'KICS fails it by default; it is a deliberate choice mostly, so the check is off until asked for',
    },
    { check: 'tiller-deployed', how: 'KICS has three queries for the parts of Tiller; here it is one check' },
  ],
  unanswered: [
    {
      ids: ['2270987f-bb51-479f-b8be-3ca73e5ad648'],
      name: 'NET_RAW Capabilities Disabled for PSP',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['caa93370-791f-4fc6-814b-ba6ce0cb4032'],
      name: 'Not Limited Capabilities For Pod Security Policy',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['a33e9173-b674-4dfb-9d82-cf3754816e4b'],
      name: 'PSP Allows Containers To Share The Host Network Namespace',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['87554eef-154d-411d-bdce-9dbd91e56851'],
      name: 'PSP Allows Privilege Escalation',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['80f93444-b240-4ebb-a4c6-5c40b76c04ea'],
      name: 'PSP Allows Sharing Host IPC',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['91dacd0e-d189-4a9c-8272-5999a3cc32d9'],
      name: 'PSP Allows Sharing Host PID',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['c48e57d3-d642-4e0b-90db-37f807b41b91'],
      name: 'PSP Set To Privileged',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['7307579a-3abb-46ad-9ce5-2a915634d5c8'],
      name: 'PSP With Added Capabilities',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['de4421f1-4e35-43b4-9783-737dd4e4a47e'],
      name: 'PSP With Unrestricted Access to Host Path',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['e3aa0612-4351-4a0d-983f-aefea25cf203'],
      name: 'Root Containers Admitted',
      because: 'PodSecurityPolicy ended with Kubernetes 1.25',
    },
    {
      ids: ['72b03514-20ae-4409-8842-2dd70c2e25aa'],
      name: 'Host Aliases Undefined Or Empty',
      because: 'a wish that fits few workloads',
    },
    {
      ids: ['3878dc92-8e5d-47cf-9cdd-7590f71d21b9'],
      name: 'Incorrect Volume Claim Access Mode ReadWriteOnce',
      because: 'a wish that fits few workloads',
    },
    {
      ids: ['e84eaf4d-2f45-47b2-abe8-e581b06deb66'],
      name: 'Ensure Administrative Boundaries Between Resources',
      because: 'no fault by itself',
    },
    { ids: ['c1032cf7-3628-44e2-bd53-38c17cf31b6b'], name: 'Shared Service Account', because: 'no fault by itself' },
    {
      ids: ['8cf4671a-cf3d-46fc-8389-21e7405063a2'],
      name: 'StatefulSet Requests Storage',
      because: 'no fault by itself',
    },
    {
      ids: ['d2ad057f-0928-41ef-a83c-f59203bb855b'],
      name: 'Dashboard Is Enabled',
      because: 'deploying it is no fault; kubernetes-dashboard-access judges who may use it',
    },
    {
      ids: ['ce30e584-b33f-4c7d-b418-a3d7027f8f60'],
      name: 'Always Admit Admission Control Plugin Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['a77f4d07-c6e0-4a48-8b35-0eeb51576f4f'],
      name: 'Always Pull Images Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1de5cc51-f376-4638-a940-20f2e85ae238'],
      name: 'Anonymous Auth Is Not Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['da9f3aa8-fbfb-472f-b5a1-576127944218'],
      name: 'Audit Log Maxage Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['768aab52-2504-4a2f-a3e3-329d5a679848'],
      name: 'Audit Log Maxbackup Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['35c0a471-f7c8-4993-aa2c-503a3c712a66'],
      name: 'Audit Log Maxsize Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['73e251f0-363d-4e53-86e2-0a93592437eb'],
      name: 'Audit Log Path Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['13a49a2e-488e-4309-a7c0-d6b05577a5fb'],
      name: 'Audit Policy File Not Defined',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1828a670-5957-4bc5-9974-47da228f75e2'],
      name: 'Audit Policy Not Cover Key Security Concerns',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['4d7ee40f-fc5d-427d-8cac-dffbe22d42d1'],
      name: 'Authorization Mode Node Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1aa4a1ae-5dbb-48a1-9aa2-630ea4be208e'],
      name: 'Authorization Mode RBAC Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['f1f4d8da-1ac4-47d0-b1aa-91e69d33f7d5'],
      name: 'Authorization Mode Set To Always Allow',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['98ce8b81-7707-4734-aa39-627c6db3d84b'],
      name: 'Auto TLS Set To True',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['5da47109-f8d6-4585-9e2b-96a8958a12f5'],
      name: 'Basic Auth File Is Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['46a2e9ec-6a5f-4faa-9d39-4ea44d5d87a2'],
      name: 'Bind Address Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['e0e00aba-5f1c-4981-a542-9a9563c0ee20'],
      name: 'Client Certificate Authentication Not Setup Properly',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['cbd2db69-0b21-4c14-8a40-7710a50571a9'],
      name: 'Encryption Provider Config Is Not Defined',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['10efce34-5af6-4d83-b414-9e096d5a06a9'],
      name: 'Encryption Provider Not Properly Configured',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['9391103a-d8d7-4671-ac5d-606ba7ccb0ac'],
      name: 'Etcd Client Certificate Authentication Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['3f5ff8a7-5ad6-4d02-86f5-666307da1b20'],
      name: 'Etcd Client Certificate File Not Defined',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['b7d0181d-0a9b-4611-9d1c-1ad4f0b620ff'],
      name: 'Etcd Peer Client Certificate Authentication Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['09bb9e96-8da3-4736-b89a-b36814acca60'],
      name: 'Etcd Peer TLS Certificate Files Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['075ca296-6768-4322-aea2-ba5063b969a9'],
      name: 'Etcd TLS Certificate Files Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['895a5a95-3756-4b04-9924-2f3bc93181bd'],
      name: 'Etcd TLS Certificate Not Properly Configured',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['e0099af2-fe17-411f-9991-0de28fe15f3c'],
      name: 'Event Rate Limit Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['14abda69-8e91-4acb-9931-76e2bee90284'],
      name: 'Image Policy Webhook Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['b9380fd3-5ffe-4d10-9290-13e18e71eee1'],
      name: 'Insecure Bind Address Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['fa4def8c-1898-4a35-a139-7b76b1acdef0'],
      name: 'Insecure Port Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['ec18a0d3-0069-4a58-a7fb-fbfe0b4bbbe0'],
      name: 'Kubelet Certificate Authority Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['36a27826-1bf5-49da-aeb0-a60a30c0e834'],
      name: 'Kubelet Client Certificate Or Key Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['52d70f2e-3257-474c-b3dc-8ad9ba6a061a'],
      name: 'Kubelet Client Periodic Certificate Switch Disabled',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1a07a446-8e61-4e4d-bc16-b0781fcb8211'],
      name: 'Kubelet Event QPS Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['bf36b900-b5ef-4828-adb7-70eb543b7cfb'],
      name: 'Kubelet Hostname Override Is Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['cdc8b54e-6b16-4538-a1b0-35849dbe29cf'],
      name: 'Kubelet HTTPS Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['5f89001f-6dd9-49ff-9b15-d8cd71b617f4'],
      name: 'Kubelet Not Managing Ip Tables',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['6cf42c97-facd-4fda-b8af-ea4529123355'],
      name: 'Kubelet Protect Kernel Defaults Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['2940d48a-dc5e-4178-a3f8-bfbd80720b41'],
      name: 'Kubelet Read Only Port Is Not Set To Zero',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['ed89b97d-04e9-4fd4-919f-ee5b27e555e9'],
      name: 'Kubelet Streaming Connection Timeout Disabled',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1ffe7bf7-563b-4b3d-a71d-ba6bd8d49b37'],
      name: 'Namespace Lifecycle Admission Control Plugin Disabled',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['33fc6923-6553-4fe6-9d3a-4efa51eb874b'],
      name: 'Node Restriction Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['cb7e695d-6a85-495c-b15f-23aed2519303'],
      name: 'Not Unique Certificate Authority',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['ae8827e2-4af9-4baa-9998-87539ae0d6f0'],
      name: 'Peer Auto TLS Set To True',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['afa36afb-39fe-4d94-b9b6-afb236f7a03d'],
      name: 'Pod Security Policy Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['2f491173-6375-4a84-b28e-a4e2b9a58a69'],
      name: 'Profiling Not Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['d89a15bb-8dba-4c71-9529-bef6729b9c09'],
      name: 'Request Timeout Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['05fb986f-ac73-4ebb-a5b2-7faafa93d882'],
      name: 'Root CA File Not Defined',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1c621b8e-2c6a-44f5-bd6a-fb0fb7ba33e2'],
      name: 'Rotate Kubelet Server Certificate Not Active',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['3d24b204-b73d-42cb-b0bf-1a5438c5f71e'],
      name: 'Secure Port Set To Zero',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['6a68bebe-c021-492e-8ddb-55b0567fb768'],
      name: 'Security Context Deny Admission Control Plugin Not Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['9587c890-0524-40c2-9ce2-663af7c2f063'],
      name: 'Service Account Admission Control Plugin Disabled',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['dab4ec72-ce2e-4732-b7c3-1757dcce01a1'],
      name: 'Service Account Key File Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['a5530bd7-225a-48f9-91bb-f40b04200165'],
      name: 'Service Account Lookup Set To False',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['ccc98ff7-68a7-436e-9218-185cb0b0b780'],
      name: 'Service Account Private Key File Not Defined',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['49113af4-29ca-458e-b8d4-724c01a4a24f'],
      name: 'Terminated Pod Garbage Collector Threshold Not Properly Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['32ecd76e-7bbf-402e-bf48-8b9485749558'],
      name: 'Token Auth File Is Set',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['fa750c81-93c2-4fab-9c6d-d3fd3ce3b89f'],
      name: 'TSL Connection Certificate Not Setup',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['1acd93f1-5a37-45c0-aaac-82ece818be7d'],
      name: 'Use Service Account Credentials Not Set To True',
      because: 'a setting of the control plane or a node, not of an object',
    },
    {
      ids: ['510d5810-9a30-443a-817d-5c1fa527b110'],
      name: 'Weak TLS Cipher Suites',
      because: 'a setting of the control plane or a node, not of an object',
    },
  ],
};
export default peer;
