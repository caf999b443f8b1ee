import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'pss-restricted',
  title: 'Pod Security Standards, restricted',
  label: () => 'PSS restricted',
  controls: [
    { id: 'hostNamespaces', name: 'host namespaces', answers: 'part', checks: ['host-pid', 'host-ipc'] },
    { id: 'hostPorts', name: 'host ports', answers: 'whole', checks: ['host-port'] },
    { id: 'privileged', name: 'privileged containers', answers: 'whole', checks: ['privileged-container'] },
    {
      id: 'allowPrivilegeEscalation',
      name: 'privilege escalation off',
      answers: 'whole',
      checks: ['allow-privilege-escalation'],
    },
    { id: 'seccompProfile_restricted', name: 'seccomp profile set', answers: 'part', checks: ['seccomp-unconfined'] },
  ],
};

export default framework;
