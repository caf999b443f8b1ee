import type { Framework } from '../core/framework.ts';

const framework: Framework = {
  id: 'nsa',
  title: 'NSA and CISA Kubernetes Hardening Guidance 1.2',
  label: () => 'NSA',
  controls: [
    {
      id: 'non-root-containers',
      name: 'containers run without root identity',
      answers: 'part',
      checks: ['runs-as-root'],
    },
    {
      id: 'image-provenance',
      name: 'images come from known places, pinned, signed, scanned',
      answers: 'part',
      checks: ['image-tag-latest'],
    },
    {
      id: 'privileged-containers',
      name: 'no privileged or host-process containers',
      answers: 'part',
      checks: ['privileged-container'],
    },
    {
      id: 'host-namespaces',
      name: 'host process, IPC and network namespaces stay closed',
      answers: 'part',
      checks: ['host-pid', 'host-ipc'],
    },
    {
      id: 'host-access',
      name: 'no host paths, sockets or host ports in pods',
      answers: 'part',
      checks: ['host-port', 'host-path-volume', 'host-path-sensitive', 'container-runtime-socket'],
    },
    {
      id: 'privilege-escalation',
      name: 'processes cannot gain rights after start',
      answers: 'part',
      checks: ['allow-privilege-escalation'],
    },
    {
      id: 'kernel-hardening',
      name: 'seccomp, AppArmor, SELinux and capabilities reduce the kernel surface',
      answers: 'part',
      checks: ['seccomp-unconfined'],
    },
    {
      id: 'service-account-tokens',
      name: 'workloads get an API token only when they need one',
      answers: 'part',
      checks: ['projected-token-long-lived'],
    },
    {
      id: 'network-policies',
      name: 'default deny, then allow what is needed',
      answers: 'part',
      checks: ['networkpolicy-missing'],
    },
    {
      id: 'cloud-metadata',
      name: 'pods cannot reach node and cloud credentials',
      answers: 'part',
      checks: ['host-path-sensitive'],
    },
    { id: 'rbac', name: 'least privilege for users and service accounts', answers: 'part', checks: ['rbac-wildcard'] },
  ],
};

export default framework;
