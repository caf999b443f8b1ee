import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asNumber, asObject } from '../../core/json.ts';
import { type Container, container } from '../../kubernetes/container.ts';
import { sysctlsOf } from '../../kubernetes/sysctl.ts';
import { workload } from '../../kubernetes/workload.ts';

const LAST_PRIVILEGED = 1023;
const FIRST_UNPRIVILEGED = 'net.ipv4.ip_unprivileged_port_start';

export default defineCheck({
  id: 'privileged-port',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Process listens on a privileged port',
  why: 'To bind a port below 1024 the process is often run as root, or with a capability that it needs for nothing else.',
  advice: 'Listen on a port from 1024 on; the Service in front may keep the old number.',
  messages: { privileged: 'listens on the privileged port {port}' },
  evaluate(judged, report) {
    for (const [index, entry] of asList(judged.content['ports']).entries()) {
      const port = asNumber(asObject(entry)['containerPort']) ?? 0;
      if (port < 1 || port > LAST_PRIVILEGED || isUnprivileged(port, judged)) continue;
      report.fail('privileged', judged.at('ports', index, 'containerPort'), { port });
    }
  },
});

/** True if the pod lets every user bind the port. */
function isUnprivileged(port: number, { workload: owner }: Container): boolean {
  return sysctlsOf(owner).some(({ name, value = '' }) => {
    return name === FIRST_UNPRIVILEGED && /^\d+$/.test(value) && Number(value) <= port;
  });
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 1024
          hostPort: 80
        - containerPort: 0
        - name: http
    - name: metrics
      image: registry.example/metrics:2.0.1
`,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.ip_unprivileged_port_start
        value: "80"
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 80
        - containerPort: 443
`,
  ],
  fail: [
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: probe
      image: registry.example/probe:1.0.0
      ports:
        - containerPort: 1
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
        - name: https
          containerPort: 1023
`,
      at: ['10:26', '18:26'],
      message: [
        'init container "probe" listens on the privileged port 1',
        'container "web" listens on the privileged port 1023',
      ],
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.ipv4.ip_unprivileged_port_start
        value: "443"
      - name: net.ipv4.tcp_syncookies
        value: "1"
      - name: net.ipv4.ip_unprivileged_port_start
        value: any
      - name: net.ipv4.ip_unprivileged_port_start
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 80
        - containerPort: 443
`,
      at: '19:26',
      message: 'container "web" listens on the privileged port 80',
    },
  ],
};
