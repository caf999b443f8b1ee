import { describe, expect, it } from 'vitest';
import {
  holdsCloudCredentials,
  isMountedReadOnly,
  isReadableHostPath,
  isSensitiveHostPath,
  opensContainerRuntime,
} from './host-path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workload } from './workload.ts';

/** Whether the volume `zone` is read-only where a regular, an init and an ephemeral container mount it. */
function isReadOnly(...containers: readonly unknown[]): boolean {
  const spec = {
    initContainers: containers.slice(1, 2),
    containers: containers.slice(0, 1),
    ephemeralContainers: containers.slice(2),
    volumes: [{ name: 'zone' }, { name: 'other' }],
  };
  const [pod] = workload.enumerate(inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', spec }]));
  const [volume] = pod?.volumes ?? [];
  if (pod === undefined || volume === undefined) throw new Error('no volume');
  return isMountedReadOnly(pod, volume);
}

describe('isSensitiveHostPath', () => {
  it.each(
    `/bin /boot /dev /etc /home /lib /lib64 /opt/cni /proc /root /sbin /sys /usr /var/lib/cni /var/lib/containerd
    /var/lib/containers /var/lib/docker /var/lib/etcd /var/lib/kubelet /var/lib/kubernetes /var/lib/minikube
    /var/lib/rancher /var/log`.split(/\s+/),
  )('is true at and below %s, not beside it', (folder) => {
    expect(isSensitiveHostPath(folder)).toBe(true);
    expect(isSensitiveHostPath(`${folder}/inner/file`)).toBe(true);
    expect(isSensitiveHostPath(`${folder}-beside`)).toBe(false);
  });

  it.each(['/', '/var', '/var/lib', '/opt'])('is true of %s, in which others lie', (path) => {
    expect(isSensitiveHostPath(path)).toBe(true);
  });

  it.each(['/run', '/var/run'])('is true of %s as a whole, not below it', (path) => {
    expect(isSensitiveHostPath(path)).toBe(true);
    expect(isSensitiveHostPath(`${path}/agent`)).toBe(false);
  });

  it.each(['/srv', '/mnt/etc', '/va', '/tmp', '/var/lib/agent', 'C:\\etc', '/ETC'])('is false of %s', (path) => {
    expect(isSensitiveHostPath(path)).toBe(false);
  });
});

describe('holdsCloudCredentials', () => {
  it.each([
    ['/srv/.aws', true],
    ['/srv/.aws/credentials', true],
    ['/.azure', true],
    ['/home/ada/.azure/tokens', true],
    ['/root/.config/gcloud', true],
    ['/root/.config/gcloud/legacy', true],
    ['/gcloud', true],
    ['/gcloud/keys', true],
    ['/var/lib/cloud', true],
    ['/var/lib/cloud/data', true],
    ['/var/lib/waagent', true],
    ['/var/lib/waagent/certs', true],
    ['C:\\Users\\ada\\.aws', true],
    ['/root/.config', false],
    ['/srv/.aws-old', false],
    ['/srv/my.aws', false],
    ['/srv/.config/gcloud-old', false],
    ['/srv/.config/old/gcloud', false],
    ['/srv/gcloud', false],
    ['/gcloud-sdk', false],
    ['/var/lib', false],
    ['/', false],
  ])('of %s: %j', (path, expected) => {
    expect(holdsCloudCredentials(path)).toBe(expected);
  });
});

describe('isReadableHostPath', () => {
  it.each(
    `/etc/localtime /etc/machine-id /etc/os-release /etc/pki/ca-trust /etc/ssl/certs /etc/timezone /lib/modules
    /usr/lib/os-release /usr/share/ca-certificates /usr/share/zoneinfo /usr/src`.split(/\s+/),
  )('is true at and below %s', (folder) => {
    expect(isReadableHostPath(folder)).toBe(true);
    expect(isReadableHostPath(`${folder}/inner`)).toBe(true);
    expect(isReadableHostPath(`${folder}-beside`)).toBe(false);
  });

  it.each(['/', '/etc', '/etc/ssl', '/etc/pki', '/usr/share', '/srv'])('is false of %s', (path) => {
    expect(isReadableHostPath(path)).toBe(false);
  });
});

describe('opensContainerRuntime', () => {
  it.each(
    'docker.sock dockershim.sock cri-dockerd.sock containerd.sock crio.sock podman.sock buildkitd.sock'.split(' '),
  )('is true of a %s anywhere', (name) => {
    expect(opensContainerRuntime(`/run/${name}`)).toBe(true);
    expect(opensContainerRuntime(`/srv/deep/down/${name}`)).toBe(true);
    expect(opensContainerRuntime(`/${name}`)).toBe(true);
    expect(opensContainerRuntime(`/run/my-${name}`)).toBe(false);
    expect(opensContainerRuntime(`/run/${name}/inner`)).toBe(false);
    expect(opensContainerRuntime(`/run/${name.toUpperCase()}`)).toBe(false);
  });

  it.each(
    `/ /run /var/run /run/docker /run/containerd /var/run/containerd /run/crio /var/run/crio /run/podman
    /var/run/podman /run/k3s /run/k3s/containerd /var/run/k3s`.split(/\s+/),
  )('is true of %s', (path) => {
    expect(opensContainerRuntime(path)).toBe(true);
  });

  it.each([
    ['\\\\.\\pipe\\docker_engine', true],
    ['\\\\.\\PIPE\\Docker_Engine', true],
    ['\\\\.\\pipe\\containerd-containerd', true],
    ['\\\\.\\pipe\\docker_engine2', false],
    ['\\\\.\\pipe', false],
    ['/var/run/docker', false],
    ['/run/systemd', false],
    ['/run/containerd/io', false],
    ['/var', false],
    ['/var/lib/docker', false],
  ])('of %s: %j', (path, expected) => {
    expect(opensContainerRuntime(path)).toBe(expected);
  });
});

describe('isMountedReadOnly', () => {
  const readOnly = { volumeMounts: [{ name: 'zone', readOnly: true }] };
  const writable = { volumeMounts: [{ name: 'zone' }] };
  const unrelated = { volumeMounts: [{ name: 'other' }] };

  it('is true where every mount says so, and where there is none', () => {
    expect(isReadOnly(readOnly)).toBe(true);
    expect(isReadOnly(readOnly, readOnly, readOnly)).toBe(true);
    expect(isReadOnly(readOnly, unrelated)).toBe(true);
    expect(isReadOnly({})).toBe(true);
    expect(isReadOnly()).toBe(true);
  });

  it('is false where one mount, in whatever container, does not', () => {
    expect(isReadOnly(writable)).toBe(false);
    expect(isReadOnly(readOnly, writable)).toBe(false);
    expect(isReadOnly(readOnly, readOnly, writable)).toBe(false);
    expect(isReadOnly({ volumeMounts: [...readOnly.volumeMounts, ...writable.volumeMounts] })).toBe(false);
    expect(isReadOnly({ volumeMounts: [{ name: 'zone', readOnly: false }] })).toBe(false);
    expect(isReadOnly({ volumeMounts: [{ name: 'zone', readOnly: null }] })).toBe(false);
    expect(isReadOnly({ volumeMounts: [{ name: 'zone', readOnly: 'true' }] })).toBe(false);
  });
});
