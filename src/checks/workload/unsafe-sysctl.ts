import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { serverMinorOf } from '../../kubernetes/pod-security/policy-version.ts';
import { isSafeSysctl, sysctlsOf } from '../../kubernetes/sysctl.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'unsafe-sysctl',
  on: workload,
  severity: 'medium',
  title: 'Pod sets a kernel parameter that is not known to be safe',
  why: 'Some parameters reach beyond the pod: they let it take memory or ports from its neighbours, or stop the node.',
  advice: 'Remove the parameter, or use one that the Pod Security Standards allow.',
  messages: { unsafe: 'the pod sets the kernel parameter "{name}", which is not among the safe ones' },
  evaluate(judged, report, { targetVersion }) {
    const minor = serverMinorOf(targetVersion);
    for (const { name, at } of sysctlsOf(judged)) {
      if (!isSafeSysctl(name, minor)) report.fail('unsafe', at, { name });
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'the parameter has the value of the node or of the kernel',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

const keepalive = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_keepalive_time # safe from 1.29 on
        value: "600"
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.ip_unprivileged_port_start
        value: "80"
      - name: kernel.shm_rmid_forced
        value: "1"
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    { yaml: keepalive, targetVersion: '1.29' },
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: queue
spec:
  securityContext:
    sysctls:
      - name: kernel.msgmax # long messages
        value: "65536"
      - name: net.ipv4.tcp_syncookies
        value: "1"
      - name: net/ipv4/tcp_syncookies
        value: "1"
      - value: "1"
  containers:
    - name: queue
      image: registry.example/queue:3.1.0
`,
      at: ['8:9', '12:9', '14:9'],
      message: [
        'the pod sets the kernel parameter "kernel.msgmax", which is not among the safe ones',
        'the pod sets the kernel parameter "net/ipv4/tcp_syncookies", which is not among the safe ones',
        'the pod sets the kernel parameter "", which is not among the safe ones',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: queue
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.tcp_syncookies
        value: "1"
  containers:
    - name: queue
      image: registry.example/queue:3.1.0
`,
    },
    {
      yaml: keepalive,
      targetVersion: '1.28',
      at: '8:9',
      message: 'the pod sets the kernel parameter "net.ipv4.tcp_keepalive_time", which is not among the safe ones',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
