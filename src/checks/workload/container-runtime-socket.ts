import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  opensContainerRuntime,
  runtimePipes,
  runtimeSocketFolders,
  runtimeSocketNames,
} from '../../kubernetes/host-path.ts';
import { mountsOf } from '../../kubernetes/volume-mount.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'container-runtime-socket',
  on: workload,
  severity: 'high',
  covers: ['host-path-sensitive'],
  title: 'Volume opens the socket of the container runtime',
  why: 'Whoever takes over the pod can start a container with every right and so owns the node; read-only changes nothing.',
  advice: 'Remove the volume; build images and read container data without the socket of the runtime.',
  messages: { open: 'volume "{volume}" opens {path}, by which the container runtime of the node is commanded' },
  evaluate(judged, report) {
    for (const volume of judged.volumes) {
      const path = volume.hostPath;
      if (path === undefined || !opensContainerRuntime(path)) continue;
      report.fail('open', volume.at('hostPath', 'path'), { volume: volume.name, path }).about(volume.at());
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process can no longer command the container runtime',
    edits(edit, finding, judged) {
      const volume = judged.volumes.find(({ name }) => name === finding.data['volume']);
      if (volume === undefined) return;
      edit.remove(volume.at());
      for (const mount of mountsOf(judged, volume.name)) edit.remove(mount.at());
    },
  },
});

/** A pod that declares a volume for each path; the first path stands on line 12, each other three lines further. */
function podWithHostPaths(paths: readonly string[]): string {
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
${paths.length === 0 ? '' : '  volumes:\n'}${volumes.join('')}`;
}

/** Every path is found, and shown as `shown` has it. */
function failingPod(paths: readonly string[], shown: readonly string[] = paths): CheckExamples['fail'][number] {
  return {
    yaml: podWithHostPaths(paths),
    at: paths.map((_, index) => `${12 + 3 * index}:15`),
    message: shown.map(
      (path, index) =>
        `volume "volume-${index + 1}" opens ${path}, by which the container runtime of the node is commanded`,
    ),
    fixed: podWithHostPaths([]),
  };
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
      volumeMounts:
        - name: docker-sock
          mountPath: /var/run/docker.sock
  volumes:
    - name: docker-sock
      emptyDir: {}
`,
    podWithHostPaths([
      '/srv/data',
      '/run/systemd/private',
      '/var/run/agent.sock',
      '/run/containerd/io.containerd.runtime.v2.task',
      '/srv/docker.sock.bak',
      '/srv/notdocker.sock',
      '/run/docker.sock/metrics',
      '/var/lib/docker',
      '/RUN',
      "'\\\\.\\pipe\\agent'",
    ]),
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: builder
  namespace: delivery
spec:
  selector:
    matchLabels:
      app: builder
  template:
    metadata:
      labels:
        app: builder
    spec:
      initContainers:
        - name: warm-up
          image: registry.example/warm-up:0.9.0
          volumeMounts:
            - name: docker
              mountPath: /var/run/docker.sock
              readOnly: true
      containers:
        - name: builder
          image: registry.example/builder:0.9.0
          volumeMounts:
            - name: docker # to build images
              mountPath: /var/run/docker.sock
            - name: sources
              mountPath: /sources
            - mountPath: /other/docker.sock
              name: docker
        - name: metrics
          image: registry.example/metrics:2.0.1
          volumeMounts:
            - name: sources
              mountPath: /sources
      volumes:
        - name: docker
          hostPath:
            path: /var/run/docker.sock
            type: Socket
        # Checked out by the init container.
        - name: sources
          emptyDir: {}
`,
      at: '40:19',
      message: 'volume "docker" opens /var/run/docker.sock, by which the container runtime of the node is commanded',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: builder
  namespace: delivery
spec:
  selector:
    matchLabels:
      app: builder
  template:
    metadata:
      labels:
        app: builder
    spec:
      initContainers:
        - name: warm-up
          image: registry.example/warm-up:0.9.0
      containers:
        - name: builder
          image: registry.example/builder:0.9.0
          volumeMounts:
            - name: sources
              mountPath: /sources
        - name: metrics
          image: registry.example/metrics:2.0.1
          volumeMounts:
            - name: sources
              mountPath: /sources
      volumes:
        # Checked out by the init container.
        - name: sources
          emptyDir: {}
`,
    },
    failingPod(runtimeSocketNames.map((name) => `/srv/sockets/${name}`)),
    failingPod(runtimeSocketFolders),
    failingPod(
      runtimePipes.map((pipe) => `'${pipe}'`),
      runtimePipes,
    ),
    failingPod(
      ['//etc/../var/run/docker.sock', '/run//containerd/', "'\\\\.\\PIPE\\Docker_Engine'"],
      ['/var/run/docker.sock', '/run/containerd', '\\\\.\\PIPE\\Docker_Engine'],
    ),
  ],
};
