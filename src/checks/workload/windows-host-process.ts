import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, type JsonObject } from '../../core/json.ts';
import { workload } from '../../kubernetes/workload.ts';

const FIELD = ['securityContext', 'windowsOptions', 'hostProcess'];

export default defineCheck({
  id: 'windows-host-process',
  on: workload,
  severity: 'high',
  title: 'Windows process runs on the node itself',
  why: 'There is no container around the process: whoever takes it over has the node, its files and its network.',
  advice: 'Remove hostProcess and run the process in an ordinary Windows container.',
  messages: {
    pod: 'the pod runs its processes on the Windows node itself',
    container: '{container} runs its processes on the Windows node itself',
  },
  evaluate(judged, report) {
    if (isHostProcess(judged.securityContext)) report.fail('pod', judged.at(...FIELD));
    for (const container of judged.containers) {
      if (!isHostProcess(container.securityContext)) continue;
      report.fail('container', container.at(...FIELD), { container: container.part });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the process sees the container in place of the node',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

function isHostProcess(securityContext: JsonObject): boolean {
  return asObject(securityContext['windowsOptions'])['hostProcess'] === true;
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: reports
spec:
  os:
    name: windows
  securityContext:
    windowsOptions:
      runAsUserName: ContainerUser
  containers:
    - name: reports
      image: registry.example/reports:3.0.0
      securityContext:
        windowsOptions:
          hostProcess: false
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
  ],
  fail: [
    {
      yaml: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: node-setup
spec:
  selector:
    matchLabels:
      app: node-setup
  template:
    metadata:
      labels:
        app: node-setup
    spec:
      os:
        name: windows
      hostNetwork: true
      securityContext:
        windowsOptions:
          hostProcess: true
          runAsUserName: NT AUTHORITY\\SYSTEM
      containers:
        - name: setup
          image: registry.example/node-setup:1.1.0
`,
      at: '19:24',
      message: 'the pod runs its processes on the Windows node itself',
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: node-setup
spec:
  selector:
    matchLabels:
      app: node-setup
  template:
    metadata:
      labels:
        app: node-setup
    spec:
      os:
        name: windows
      hostNetwork: true
      securityContext:
        windowsOptions:
          runAsUserName: NT AUTHORITY\\SYSTEM
      containers:
        - name: setup
          image: registry.example/node-setup:1.1.0
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: node-setup
spec:
  hostNetwork: true
  initContainers:
    - name: prepare
      image: registry.example/node-setup:1.1.0
      securityContext:
        windowsOptions:
          hostProcess: true
  containers:
    - name: setup
      image: registry.example/node-setup:1.1.0
      securityContext:
        runAsNonRoot: true
        windowsOptions:
          hostProcess: true
    - name: metrics
      image: registry.example/metrics:2.0.1
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
      securityContext: {windowsOptions: {hostProcess: true}}
`,
      at: ['12:24', '19:24', '25:55'],
      message: [
        'init container "prepare" runs its processes on the Windows node itself',
        'container "setup" runs its processes on the Windows node itself',
        'ephemeral container "debug" runs its processes on the Windows node itself',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: node-setup
spec:
  hostNetwork: true
  initContainers:
    - name: prepare
      image: registry.example/node-setup:1.1.0
  containers:
    - name: setup
      image: registry.example/node-setup:1.1.0
      securityContext:
        runAsNonRoot: true
    - name: metrics
      image: registry.example/metrics:2.0.1
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
`,
    },
  ],
};
