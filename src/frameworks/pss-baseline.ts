import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'pss-baseline',
  title: 'Pod Security Standards, baseline',
  label: () => 'PSS baseline',
  controls: [
    { id: 'hostNamespaces', name: 'host namespaces', answers: 'part', checks: ['host-pid', 'host-ipc'] },
    { id: 'hostPorts', name: 'host ports', answers: 'whole', checks: ['host-port'] },
    { id: 'privileged', name: 'privileged containers', answers: 'whole', checks: ['privileged-container'] },
    { id: 'hostPathVolumes', name: 'host path volumes', answers: 'whole', checks: ['host-path-volume'] },
    { id: 'seccompProfile_baseline', name: 'seccomp not unconfined', answers: 'whole', checks: ['seccomp-unconfined'] },
  ],
};

export default framework;
