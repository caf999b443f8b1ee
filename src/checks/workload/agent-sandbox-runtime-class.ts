import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString, valueAt } from '../../core/json.ts';
import { strings } from '../../core/parameter.ts';
import { objectsOf } from '../../kubernetes/object.ts';

const POD_PATH = ['spec', 'podTemplate', 'spec'];

export default defineCheck({
  id: 'agent-sandbox-runtime-class',
  on: objectsOf('agents.x-k8s.io/Sandbox', 'extensions.agents.x-k8s.io/SandboxTemplate'),
  severity: 'high',
  parameters: { hardenedRuntimeClasses: strings('gvisor', 'kata', 'kata-clh', 'kata-fc', 'kata-qemu') },
  title: 'Sandbox of an agent shares the kernel of its node',
  why: 'An agent runs code that nobody has read: one flaw of the kernel, and it owns the node.',
  advice: 'Set runtimeClassName to a runtime with a kernel or a virtual machine of its own, such as gvisor or kata.',
  messages: {
    unset: 'the sandbox names no runtime class and so shares the kernel of its node',
    ordinary: 'the sandbox runs in the runtime class "{name}", which is not among the hardened ones',
  },
  evaluate(judged, report, { parameters }) {
    const name = asString(valueAt(judged.content, [...POD_PATH, 'runtimeClassName'])) ?? '';
    if (parameters.hardenedRuntimeClasses.includes(name)) return;
    const place = judged.at(...POD_PATH, 'runtimeClassName');
    if (name === '') report.fail('unset', place);
    else report.fail('ordinary', place, { name });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'nodes without the runtime class gvisor refuse the pod, and some programs do not run in it',
    edits: (edit, finding) => edit.set(finding.at, 'gvisor'),
  },
});

/** A sandbox whose pod has this further line. */
function sandboxOf(line: string): string {
  return `apiVersion: agents.x-k8s.io/v1alpha1
kind: Sandbox
metadata:
  name: helper
spec:
  podTemplate:
    spec:
${line}      containers:
        - name: agent
          image: registry.example/agent:0.9.0
`;
}

export const examples: CheckExamples = {
  pass: [
    sandboxOf('      runtimeClassName: gvisor\n'),
    sandboxOf('      runtimeClassName: kata-qemu\n'),
    {
      yaml: sandboxOf('      runtimeClassName: confidential\n'),
      parameters: { hardenedRuntimeClasses: ['confidential'] },
    },
  ],
  fail: [
    {
      yaml: sandboxOf(''),
      at: '7:5',
      message: 'the sandbox names no runtime class and so shares the kernel of its node',
      fixed: `apiVersion: agents.x-k8s.io/v1alpha1
kind: Sandbox
metadata:
  name: helper
spec:
  podTemplate:
    spec:
      containers:
        - name: agent
          image: registry.example/agent:0.9.0
      runtimeClassName: gvisor
`,
    },
    {
      yaml: sandboxOf('      runtimeClassName: ""\n'),
      at: '8:25',
      message: 'the sandbox names no runtime class and so shares the kernel of its node',
      fixed: `apiVersion: agents.x-k8s.io/v1alpha1
kind: Sandbox
metadata:
  name: helper
spec:
  podTemplate:
    spec:
      runtimeClassName: gvisor
      containers:
        - name: agent
          image: registry.example/agent:0.9.0
`,
    },
    {
      yaml: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: helper
spec:
  podTemplate:
    spec:
      runtimeClassName: GVisor # names are compared exactly
      containers:
        - name: agent
          image: registry.example/agent:0.9.0
`,
      at: '8:25',
      message: 'the sandbox runs in the runtime class "GVisor", which is not among the hardened ones',
      fixed: `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: helper
spec:
  podTemplate:
    spec:
      runtimeClassName: gvisor # names are compared exactly
      containers:
        - name: agent
          image: registry.example/agent:0.9.0
`,
    },
  ],
};
