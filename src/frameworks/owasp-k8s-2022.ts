import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'owasp-k8s-2022',
  title: 'OWASP Kubernetes Top Ten 2022',
  label: (control) => `OWASP ${control}`,
  controls: [
    {
      id: 'K01',
      name: 'insecure workload settings',
      answers: 'part',
      checks: [
        'privileged-container',
        'host-pid',
        'host-ipc',
        'host-port',
        'host-path-volume',
        'host-path-sensitive',
        'container-runtime-socket',
        'allow-privilege-escalation',
        'runs-as-root',
        'seccomp-unconfined',
      ],
    },
    { id: 'K02', name: 'supply chain', answers: 'part', checks: ['image-tag-latest'] },
    { id: 'K03', name: 'too generous RBAC', answers: 'part', checks: ['rbac-wildcard'] },
    { id: 'K06', name: 'broken authentication', answers: 'part', checks: ['projected-token-long-lived'] },
    {
      id: 'K07',
      name: 'missing network segmentation',
      answers: 'part',
      checks: ['host-port', 'networkpolicy-missing'],
    },
    { id: 'K08', name: 'secrets handling', answers: 'part', checks: ['host-path-sensitive'] },
  ],
};

export default framework;
