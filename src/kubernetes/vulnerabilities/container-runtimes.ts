import { type ReleaseRange, ranges } from '../release.ts';

/** A published fault of a container runtime, with its fixed releases. */
export interface RuntimeVulnerability {
  readonly id: string;
  /** As `containerRuntimeVersion` of a node names it. */
  readonly runtime: 'containerd' | 'cri-o';
  /** What an attacker gains, in our words. */
  readonly effect: string;
  readonly affected: readonly ReleaseRange[];
}

/** Facts of the security advisories of containerd and CRI-O. */
export const runtimeVulnerabilities: readonly RuntimeVulnerability[] = [
  {
    id: 'CVE-2020-15257',
    runtime: 'containerd',
    effect: 'a container on the network of the node reaches the shim',
    affected: ranges('0..1.3.9', '1.4.0..1.4.3'),
  },
  {
    id: 'CVE-2021-43816',
    runtime: 'containerd',
    effect: 'an image can relabel files of the node',
    affected: ranges('1.5.0..1.5.9'),
  },
  {
    id: 'CVE-2022-23648',
    runtime: 'containerd',
    effect: 'an image can read files of the node',
    affected: ranges('0..1.4.13', '1.5.0..1.5.10', '1.6.0..1.6.1'),
  },
  {
    id: 'CVE-2022-24769',
    runtime: 'containerd',
    effect: 'containers start with inheritable capabilities',
    affected: ranges('0..1.5.11', '1.6.0..1.6.2'),
  },
  {
    id: 'CVE-2023-25173',
    runtime: 'containerd',
    effect: 'supplementary groups of a container can be bypassed',
    affected: ranges('0..1.5.18', '1.6.0..1.6.18'),
  },
  {
    id: 'CVE-2024-40635',
    runtime: 'containerd',
    effect: 'a very large user id runs as root',
    affected: ranges('0..1.6.38', '1.7.0..1.7.27', '2.0.0..2.0.4'),
  },
  {
    id: 'CVE-2024-25621',
    runtime: 'containerd',
    effect: 'users of the node read the files of containerd',
    affected: ranges('0..1.7.29', '2.0.0..2.0.7', '2.1.0..2.1.5'),
  },
  {
    id: 'CVE-2025-64329',
    runtime: 'containerd',
    effect: 'repeated attaching can exhaust the memory of the node',
    affected: ranges('0..1.7.29', '2.0.0..2.0.7', '2.1.0..2.1.5'),
  },
  {
    id: 'CVE-2022-0811',
    runtime: 'cri-o',
    effect: 'a sysctl of a pod runs commands on the node',
    affected: ranges('1.19.0..1.19.6', '1.20.0..1.20.7', '1.21.0..1.21.6', '1.22.0..1.22.3', '1.23.0..1.23.2'),
  },
];
