import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'cis-1.12',
  title: 'CIS Kubernetes Benchmark 1.12',
  label: (control) => `CIS ${control}`,
  controls: [
    { id: '5.1.3', name: 'wildcards in roles', answers: 'part', checks: ['rbac-wildcard'] },
    { id: '5.2.2', name: 'privileged containers', answers: 'part', checks: ['privileged-container'] },
    { id: '5.2.3', name: 'host PID namespace', answers: 'part', checks: ['host-pid'] },
    { id: '5.2.4', name: 'host IPC namespace', answers: 'part', checks: ['host-ipc'] },
    { id: '5.2.6', name: 'privilege escalation', answers: 'part', checks: ['allow-privilege-escalation'] },
    { id: '5.2.7', name: 'root containers', answers: 'part', checks: ['runs-as-root'] },
    { id: '5.2.11', name: 'host paths', answers: 'part', checks: ['host-path-volume'] },
    { id: '5.2.12', name: 'host ports', answers: 'part', checks: ['host-port'] },
    { id: '5.3.2', name: 'each namespace has network policies', answers: 'part', checks: ['networkpolicy-missing'] },
    { id: '5.6.2', name: 'seccomp profile of pods', answers: 'part', checks: ['seccomp-unconfined'] },
    {
      id: '5.6.3',
      name: 'security context of pods and containers',
      answers: 'part',
      checks: ['privileged-container', 'allow-privilege-escalation'],
    },
  ],
};

export default framework;
