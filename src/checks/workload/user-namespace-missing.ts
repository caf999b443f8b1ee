import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { unmaskedProcMount } from '../../kubernetes/proc-mount.ts';
import { rootUserFrom } from '../../kubernetes/root-user.ts';
import { isFrom } from '../../kubernetes/version.ts';
import { workload } from '../../kubernetes/workload.ts';

/** Here user namespaces came to be on by default. */
const ENABLED_FROM = 33;
/** The API server refuses a user namespace beside one of these. */
const HOST_NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'];

export default defineCheck({
  id: 'user-namespace-missing',
  on: workload,
  severity: 'low',
  optIn: true,
  title: 'Root of the pod is root of the node',
  why: 'Who leaves a container as root owns the node; in a user namespace the same root is nobody there.',
  advice: 'Set hostUsers to false where the nodes support user namespaces.',
  messages: {
    root: 'the pod has no user namespace, and {container} may run as root',
    proc: 'the pod has no user namespace, and {container} sees /proc of its node unmasked',
  },
  evaluate(judged, report, { targetVersion }) {
    const { pod, isLinux } = judged;
    if (!isLinux || !isFrom(targetVersion, ENABLED_FROM) || pod['hostUsers'] === false) return;
    if (HOST_NAMESPACES.some((field) => pod[field] === true)) return;
    for (const container of judged.containers) {
      const mayBeRoot = rootUserFrom(container) !== undefined;
      if (!mayBeRoot && unmaskedProcMount(container) === undefined) continue;
      report.fail(mayBeRoot ? 'root' : 'proc', judged.at('hostUsers'), { container: container.part });
      // One is enough to want the namespace, which is the pod's.
      return;
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'nodes and volumes that do not support user namespaces refuse the pod',
    edits: (edit, finding) => edit.set(finding.at, false),
  },
});

/** A pod that may run as root, with these further fields. */
function rootPod(fields: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
${fields}  containers:
    - name: builder
      image: registry.example/builder:0.9.0
`;
}

export const examples: CheckExamples = {
  pass: [
    rootPod('  hostUsers: false\n'),
    rootPod('  hostNetwork: true\n'),
    rootPod('  hostPID: true\n'),
    rootPod('  hostIPC: true\n'),
    rootPod('  os: {name: windows}\n'),
    rootPod('  securityContext: {runAsNonRoot: true}\n'),
    { yaml: rootPod(''), targetVersion: '1.32' },
    `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        procMount: Unmasked
`,
  ],
  fail: [
    {
      yaml: rootPod('  hostUsers: true # mounts a shared folder\n'),
      targetVersion: '1.33',
      at: '6:14',
      message: 'the pod has no user namespace, and container "builder" may run as root',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostUsers: false # mounts a shared folder
  containers:
    - name: builder
      image: registry.example/builder:0.9.0
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostNetwork: false
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        procMount: Unmasked
    - name: packer
      image: registry.example/packer:0.9.0
      securityContext:
        runAsNonRoot: false
`,
      at: '5:1',
      message: 'the pod has no user namespace, and container "builder" sees /proc of its node unmasked',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  hostNetwork: false
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
    - name: builder
      image: registry.example/builder:0.9.0
      securityContext:
        procMount: Unmasked
    - name: packer
      image: registry.example/packer:0.9.0
      securityContext:
        runAsNonRoot: false
  hostUsers: false
`,
    },
  ],
};
