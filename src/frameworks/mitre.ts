import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'mitre',
  title: 'MITRE ATT&CK, Containers matrix',
  label: (control) => control,
  controls: [
    { id: 'T1133', name: 'remote services open to the outside', answers: 'part', checks: ['host-port'] },
    {
      id: 'T1610',
      name: 'start of a hostile container',
      answers: 'part',
      checks: ['privileged-container', 'container-runtime-socket'],
    },
    { id: 'T1204.003', name: 'running a hostile image', answers: 'part', checks: ['image-tag-latest'] },
    { id: 'T1098.006', name: 'added cluster roles', answers: 'part', checks: ['rbac-wildcard'] },
    { id: 'T1525', name: 'implanted image', answers: 'part', checks: ['image-tag-latest'] },
    {
      id: 'T1611',
      name: 'escape to the node',
      answers: 'part',
      checks: [
        'privileged-container',
        'host-pid',
        'host-ipc',
        'host-path-volume',
        'host-path-sensitive',
        'container-runtime-socket',
        'allow-privilege-escalation',
        'runs-as-root',
        'seccomp-unconfined',
      ],
    },
    {
      id: 'T1068',
      name: 'exploit for higher rights',
      answers: 'part',
      checks: ['allow-privilege-escalation', 'seccomp-unconfined'],
    },
    { id: 'T1550.001', name: 'use of stolen tokens', answers: 'part', checks: ['projected-token-long-lived'] },
    { id: 'T1528', name: 'theft of application tokens', answers: 'part', checks: ['projected-token-long-lived'] },
    { id: 'T1552.001', name: 'credentials in files', answers: 'part', checks: ['host-path-sensitive'] },
    {
      id: 'T1613',
      name: 'discovery of containers and resources',
      answers: 'part',
      checks: ['container-runtime-socket'],
    },
    { id: 'T1046', name: 'discovery of network services', answers: 'part', checks: ['networkpolicy-missing'] },
  ],
};

export default framework;
