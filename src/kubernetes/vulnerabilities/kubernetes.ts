import { type ReleaseRange, ranges } from '../release.ts';

/** What of Kubernetes has a fault: a node runs the kubelet and kube-proxy, the control plane the API server. */
export type KubernetesComponent = 'kube-apiserver' | 'kubelet' | 'kube-proxy';

/** One entry of the official Kubernetes CVE feed. */
export interface KubernetesVulnerability {
  readonly id: string;
  readonly component: KubernetesComponent;
  /** What an attacker gains, in our words. */
  readonly effect: string;
  readonly affected: readonly ReleaseRange[];
  /** The only operating system of nodes that it concerns. */
  readonly only?: 'windows';
  /** What must be in use, as a kind that the cluster then holds or a feature of pods. */
  readonly needs?: 'aggregated-api' | 'sub-path' | 'git-repo-volume';
}

/** The entries with a fixed version; those that no upgrade mends are left to the checks of what they need. */
export const kubernetesVulnerabilities: readonly KubernetesVulnerability[] = [
  {
    id: 'CVE-2018-1002105',
    component: 'kube-apiserver',
    effect: 'any user may reach backends with the rights of the API server',
    affected: ranges('0..1.10.11', '1.11.0..1.11.5', '1.12.0..1.12.3'),
  },
  {
    id: 'CVE-2019-1002100',
    component: 'kube-apiserver',
    effect: 'a patch can exhaust the API server',
    affected: ranges('0..1.11.8', '1.12.0..1.12.6', '1.13.0..1.13.4'),
  },
  {
    id: 'CVE-2019-11247',
    component: 'kube-apiserver',
    effect: 'a role of one namespace reaches custom resources of the whole cluster',
    affected: ranges('0..1.13.9', '1.14.0..1.14.5', '1.15.0..1.15.2'),
  },
  {
    id: 'CVE-2019-11253',
    component: 'kube-apiserver',
    effect: 'a small YAML document can exhaust the API server',
    affected: ranges('0..1.13.12', '1.14.0..1.14.8', '1.15.0..1.15.5', '1.16.0..1.16.2'),
  },
  {
    id: 'CVE-2019-11248',
    component: 'kubelet',
    effect: 'the health port shows profiles of the kubelet',
    affected: ranges('0..1.12.10', '1.13.0..1.13.8', '1.14.0..1.14.4'),
  },
  {
    id: 'CVE-2020-8551',
    component: 'kubelet',
    effect: 'requests can exhaust the kubelet',
    affected: ranges('1.15.0..1.15.10', '1.16.0..1.16.7', '1.17.0..1.17.3'),
  },
  {
    id: 'CVE-2020-8552',
    component: 'kube-apiserver',
    effect: 'requests can exhaust the API server',
    affected: ranges('0..1.15.10', '1.16.0..1.16.7', '1.17.0..1.17.3'),
  },
  {
    id: 'CVE-2020-8557',
    component: 'kubelet',
    effect: 'a pod can fill the disk of its node',
    affected: ranges('0..1.16.13', '1.17.0..1.17.9', '1.18.0..1.18.6'),
  },
  {
    id: 'CVE-2020-8558',
    component: 'kube-proxy',
    effect: 'neighbours reach what listens on localhost of the node',
    affected: ranges('0..1.16.11', '1.17.0..1.17.7', '1.18.0..1.18.4'),
  },
  {
    id: 'CVE-2020-8559',
    component: 'kube-apiserver',
    effect: 'one compromised node can take over the others',
    affected: ranges('0..1.16.13', '1.17.0..1.17.9', '1.18.0..1.18.6'),
  },
  {
    id: 'CVE-2021-25735',
    component: 'kube-apiserver',
    effect: 'node updates can escape a validating webhook',
    affected: ranges('0..1.18.18', '1.19.0..1.19.10', '1.20.0..1.20.6'),
  },
  {
    id: 'CVE-2021-25737',
    component: 'kube-apiserver',
    effect: 'pod traffic can be led to addresses of the node',
    affected: ranges('1.16.0..1.18.19', '1.19.0..1.19.11', '1.20.0..1.20.7', '1.21.0..1.21.1'),
  },
  {
    id: 'CVE-2021-25741',
    component: 'kubelet',
    effect: 'a subPath mount can open files of the node',
    affected: ranges('0..1.19.15', '1.20.0..1.20.11', '1.21.0..1.21.5', '1.22.0..1.22.2'),
    needs: 'sub-path',
  },
  {
    id: 'CVE-2021-25749',
    component: 'kubelet',
    effect: 'runAsNonRoot does not hold for Windows containers',
    affected: ranges('1.22.0..1.22.14', '1.23.0..1.23.11', '1.24.0..1.24.5'),
    only: 'windows',
  },
  {
    id: 'CVE-2022-3162',
    component: 'kube-apiserver',
    effect: 'who may read one custom resource can read others of its group',
    affected: ranges('0..1.22.16', '1.23.0..1.23.14', '1.24.0..1.24.8', '1.25.0..1.25.4'),
  },
  {
    id: 'CVE-2022-3172',
    component: 'kube-apiserver',
    effect: 'an aggregated API can redirect clients and take their credentials',
    affected: ranges('0..1.22.14', '1.23.0..1.23.11', '1.24.0..1.24.5', '1.25.0..1.25.1'),
    needs: 'aggregated-api',
  },
  {
    id: 'CVE-2022-3294',
    component: 'kube-apiserver',
    effect: 'the node proxy reaches the network of the control plane',
    affected: ranges('0..1.22.16', '1.23.0..1.23.14', '1.24.0..1.24.8', '1.25.0..1.25.4'),
  },
  {
    id: 'CVE-2023-2431',
    component: 'kubelet',
    effect: 'an empty localhost seccomp profile runs unconfined',
    affected: ranges('0..1.24.14', '1.25.0..1.25.10', '1.26.0..1.26.5', '1.27.0..1.27.2'),
  },
  {
    id: 'CVE-2023-2727',
    component: 'kube-apiserver',
    effect: 'ephemeral containers escape the image policy',
    affected: ranges('0..1.24.15', '1.25.0..1.25.11', '1.26.0..1.26.6', '1.27.0..1.27.3'),
  },
  {
    id: 'CVE-2023-2728',
    component: 'kube-apiserver',
    effect: 'ephemeral containers escape the limits on mountable secrets',
    affected: ranges('0..1.24.15', '1.25.0..1.25.11', '1.26.0..1.26.6', '1.27.0..1.27.3'),
  },
  {
    id: 'CVE-2023-3676',
    component: 'kubelet',
    effect: 'who creates pods becomes administrator of a Windows node',
    affected: ranges('0..1.24.17', '1.25.0..1.25.13', '1.26.0..1.26.8', '1.27.0..1.27.5', '1.28.0..1.28.1'),
    only: 'windows',
  },
  {
    id: 'CVE-2023-3955',
    component: 'kubelet',
    effect: 'who creates pods becomes administrator of a Windows node',
    affected: ranges('0..1.24.17', '1.25.0..1.25.13', '1.26.0..1.26.8', '1.27.0..1.27.5', '1.28.0..1.28.1'),
    only: 'windows',
  },
  {
    id: 'CVE-2023-5528',
    component: 'kubelet',
    effect: 'who creates volumes becomes administrator of a Windows node',
    affected: ranges('1.8.0..1.25.16', '1.26.0..1.26.11', '1.27.0..1.27.8', '1.28.0..1.28.4'),
    only: 'windows',
  },
  {
    id: 'CVE-2024-3177',
    component: 'kube-apiserver',
    effect: 'envFrom escapes the limits on mountable secrets',
    affected: ranges('0..1.27.13', '1.28.0..1.28.9', '1.29.0..1.29.4'),
  },
  {
    id: 'CVE-2024-5321',
    component: 'kubelet',
    effect: 'every user of a Windows node reads and changes container logs',
    affected: ranges('0..1.27.16', '1.28.0..1.28.12', '1.29.0..1.29.7', '1.30.0..1.30.3'),
    only: 'windows',
  },
  {
    id: 'CVE-2024-9042',
    component: 'kubelet',
    effect: 'a log query runs commands on a Windows node',
    affected: ranges('0..1.29.13', '1.30.0..1.30.9', '1.31.0..1.31.5', '1.32.0..1.32.1'),
    only: 'windows',
  },
  {
    id: 'CVE-2024-10220',
    component: 'kubelet',
    effect: 'a gitRepo volume runs commands on the node',
    affected: ranges('0..1.28.12', '1.29.0..1.29.7', '1.30.0..1.30.3'),
    needs: 'git-repo-volume',
  },
  {
    id: 'CVE-2025-0426',
    component: 'kubelet',
    effect: 'checkpoint requests on the read-only port can fill the disk of the node',
    affected: ranges('1.25.0..1.29.14', '1.30.0..1.30.10', '1.31.0..1.31.6', '1.32.0..1.32.2'),
  },
  {
    id: 'CVE-2025-4563',
    component: 'kube-apiserver',
    effect: 'a node can make mirror pods that use resource claims of others',
    affected: ranges('1.32.0..1.32.6', '1.33.0..1.33.2'),
  },
  {
    id: 'CVE-2025-5187',
    component: 'kube-apiserver',
    effect: 'a node can delete its own object and come back with other labels and taints',
    affected: ranges('0..1.31.12', '1.32.0..1.32.8', '1.33.0..1.33.4'),
  },
];
