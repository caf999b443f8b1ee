import { isAtOrBelow, type Volume } from './volume.ts';
import { mountsOf } from './volume-mount.ts';
import type { Workload } from './workload.ts';

/** Folders of the node from which it, or what runs on it, can be read or taken over; also what lies in and above them. */
export const sensitiveHostPaths: readonly string[] = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/lib64',
  '/opt/cni',
  '/proc',
  '/root',
  '/sbin',
  '/sys',
  '/usr',
  '/var/lib/cni',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/kubelet',
  '/var/lib/kubernetes',
  '/var/lib/minikube',
  '/var/lib/rancher',
  '/var/log',
];

/** Folders that are sensitive as a whole, while most of what lies in them is not. */
export const sensitiveWholeHostPaths: readonly string[] = ['/run', '/var/run'];

/** Folders in which cloud agents keep credentials. */
export const cloudCredentialHostPaths: readonly string[] = ['/gcloud', '/var/lib/cloud', '/var/lib/waagent'];

/** Folders in which cloud tools keep credentials, in any home. */
export const cloudCredentialFolders: readonly string[] = ['.aws', '.azure', '.config/gcloud'];

/** Parts of sensitive folders that anyone may read: certificates of authorities, time zones, kernel modules. */
export const readableHostPaths: readonly string[] = [
  '/etc/localtime',
  '/etc/machine-id',
  '/etc/os-release',
  '/etc/pki/ca-trust',
  '/etc/ssl/certs',
  '/etc/timezone',
  '/lib/modules',
  '/usr/lib/os-release',
  '/usr/share/ca-certificates',
  '/usr/share/zoneinfo',
  '/usr/src',
];

/** Last segments of the sockets by which container runtimes and image builders are commanded. */
export const runtimeSocketNames: readonly string[] = [
  'docker.sock',
  'dockershim.sock',
  'cri-dockerd.sock',
  'containerd.sock',
  'crio.sock',
  'podman.sock',
  'buildkitd.sock',
];

/** Folders that hold such a socket. */
export const runtimeSocketFolders: readonly string[] = [
  '/',
  '/run',
  '/var/run',
  '/run/docker',
  '/run/containerd',
  '/var/run/containerd',
  '/run/crio',
  '/var/run/crio',
  '/run/podman',
  '/var/run/podman',
  '/run/k3s',
  '/run/k3s/containerd',
  '/var/run/k3s',
];

/** The pipes of the runtimes on Windows nodes, in lower case; Windows ignores case. */
export const runtimePipes: readonly string[] = ['\\\\.\\pipe\\docker_engine', '\\\\.\\pipe\\containerd-containerd'];

/** True if a cleaned path opens a sensitive folder of the node: the folder, a part of it, or one that it lies in. */
export function isSensitiveHostPath(path: string): boolean {
  return (
    sensitiveWholeHostPaths.includes(path) ||
    sensitiveHostPaths.some((folder) => isAtOrBelow(path, folder) || isAtOrBelow(folder, path))
  );
}

/** True if a cleaned path opens a folder in which cloud credentials lie, whichever cloud the node runs in. */
export function holdsCloudCredentials(path: string): boolean {
  const segments = `${path.replaceAll('\\', '/')}/`;
  return (
    cloudCredentialHostPaths.some((folder) => isAtOrBelow(path, folder)) ||
    cloudCredentialFolders.some((folder) => segments.includes(`/${folder}/`))
  );
}

/** True if a cleaned path lies where anyone may read. */
export function isReadableHostPath(path: string): boolean {
  return readableHostPaths.some((folder) => isAtOrBelow(path, folder));
}

/** True if a cleaned path is, or opens a folder with, the socket or pipe of a container runtime. */
export function opensContainerRuntime(path: string): boolean {
  return (
    runtimeSocketNames.some((name) => path.endsWith(`/${name}`)) ||
    runtimeSocketFolders.includes(path) ||
    runtimePipes.includes(path.toLowerCase())
  );
}

/** True if no container can write to the volume: every mount of it says readOnly, also if there is none. */
export function isMountedReadOnly(workload: Workload, volume: Volume): boolean {
  return mountsOf(workload, volume.name).every((mount) => mount.isReadOnly);
}
