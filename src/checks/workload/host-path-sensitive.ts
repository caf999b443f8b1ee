import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  cloudCredentialFolders,
  cloudCredentialHostPaths,
  holdsCloudCredentials,
  isMountedReadOnly,
  isReadableHostPath,
  isSensitiveHostPath,
  readableHostPaths,
  sensitiveHostPaths,
  sensitiveWholeHostPaths,
} from '../../kubernetes/host-path.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'host-path-sensitive',
  on: workload,
  severity: 'high',
  covers: ['host-path-volume'],
  title: 'Volume opens a sensitive path of the node',
  why: 'Whoever takes over the pod finds keys and logs of the node there, or files that let them take over the node.',
  advice: 'Mount the one file that the process needs, read-only, or use an API in place of the file.',
  messages: {
    sensitive: 'volume "{volume}" opens {path} of the node',
    credentials: 'volume "{volume}" opens {path} of the node, where cloud credentials are kept',
  },
  evaluate(judged, report) {
    for (const volume of judged.volumes) {
      const path = volume.hostPath;
      if (path === undefined) continue;
      const holdsCredentials = holdsCloudCredentials(path);
      if (!holdsCredentials && !isSensitiveHostPath(path)) continue;
      if (isReadableHostPath(path) && isMountedReadOnly(judged, volume)) continue;
      const message = holdsCredentials ? 'credentials' : 'sensitive';
      report.fail(message, volume.at('hostPath', 'path'), { volume: volume.name, path }).about(volume.at());
    }
  },
});

/** A pod that declares a volume for each path; the first path stands on line 13, each other three lines further. */
function podWithHostPaths(paths: readonly string[], mounts = ''): string {
  const volumes = paths.map(
    (path, index) => `    - name: volume-${index + 1}
      hostPath:
        path: ${path}
`,
  );
  return `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
${mounts}  volumes:
${volumes.join('')}`;
}

function mountsOf(count: number, field: string): string {
  const mounts = Array.from(
    { length: count },
    (_, index) => `        - name: volume-${index + 1}
          mountPath: /host/${index + 1}
          ${field}
`,
  );
  return `      volumeMounts:
${mounts.join('')}`;
}

/** A pod with a volume for each path, each with its finding; `shown` is the path as the message names it. */
function failingPod(paths: readonly string[], ending = '', mounts = ''): CheckExamples['fail'][number] {
  const firstLine = podWithHostPaths([], mounts).split('\n').length + 2;
  return {
    yaml: podWithHostPaths(paths, mounts),
    at: paths.map((_, index) => `${firstLine + 3 * index}:15`),
    message: paths.map((path, index) => `volume "volume-${index + 1}" opens ${path} of the node${ending}`),
  };
}

const CREDENTIALS = ', where cloud credentials are kept';

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: clock
spec:
  initContainers:
    - name: check
      image: registry.example/check:1.0.0
      volumeMounts:
        - name: time-zone
          mountPath: /etc/localtime
          readOnly: true
  containers:
    - name: clock
      image: registry.example/clock:1.2.0
      volumeMounts:
        - name: scratch
          mountPath: /scratch
        - name: time-zone
          mountPath: /etc/localtime
          readOnly: true
  volumes:
    - name: time-zone
      hostPath:
        path: /etc/localtime
    - name: scratch
      emptyDir: {}
    - name: etc
      configMap:
        name: etc
`,
    podWithHostPaths([
      '/srv/data',
      '/mnt',
      '/tmp',
      '/opt/agent',
      '/etcetera',
      '/var/lib/agent',
      '/var/cache',
      '/run/agent',
      '/var/run/agent',
      '/gcloud-sdk',
      '/srv/.awsome',
      '/srv/.config',
      '/etc/../srv',
      "'C:\\etc'",
    ]),
    podWithHostPaths(readableHostPaths, mountsOf(readableHostPaths.length, 'readOnly: true')),
    podWithHostPaths(['/etc/ssl/certs/authority.pem']),
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: log-collector
  namespace: operations
spec:
  selector:
    matchLabels:
      app: log-collector
  template:
    metadata:
      labels:
        app: log-collector
    spec:
      containers:
        - name: collector
          image: registry.example/log-collector:2.4.0
          volumeMounts:
            - name: logs
              mountPath: /var/log
              readOnly: true
      volumes:
        - name: logs
          hostPath:
            path: /var/log
            type: Directory
`,
      at: '25:19',
      message: 'volume "logs" opens /var/log of the node',
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: clock
spec:
  initContainers:
    - name: set
      image: registry.example/set:1.0.0
      volumeMounts:
        - name: time-zone
          mountPath: /etc/localtime
  containers:
    - name: clock
      image: registry.example/clock:1.2.0
      volumeMounts:
        - name: time-zone
          mountPath: /etc/localtime
          readOnly: true
  volumes:
    - name: time-zone
      hostPath:
        path: /etc/localtime
        type: File
`,
      at: '22:15',
      message: 'volume "time-zone" opens /etc/localtime of the node',
    },
    failingPod(sensitiveHostPaths),
    failingPod(sensitiveWholeHostPaths),
    failingPod(['/', '/opt/cni/bin', '/etc/cron.d', '/var', '/var/lib', '/root/agent']),
    failingPod(cloudCredentialHostPaths, CREDENTIALS),
    failingPod(
      cloudCredentialFolders.map((folder) => `/srv/${folder}`),
      CREDENTIALS,
    ),
    failingPod(['/home/ada/.aws/credentials', '/root/.config/gcloud', '/var/lib/cloud/data'], CREDENTIALS),
    {
      yaml: podWithHostPaths(['/etc/', '//etc/./cron.d', '"/srv/../etc"', 'etc', "'C:\\Users\\ada\\.aws'"]),
      at: ['12:15', '15:15', '18:15', '21:15', '24:15'],
      message: [
        'volume "volume-1" opens /etc of the node',
        'volume "volume-2" opens /etc/cron.d of the node',
        'volume "volume-3" opens /etc of the node',
        'volume "volume-4" opens /etc of the node',
        `volume "volume-5" opens C:\\Users\\ada\\.aws of the node${CREDENTIALS}`,
      ],
    },
    failingPod(readableHostPaths, '', mountsOf(readableHostPaths.length, 'readOnly: false')),
    failingPod(['/etc', '/etc/ssl'], '', mountsOf(2, 'readOnly: true')),
  ],
};
