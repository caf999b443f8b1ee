import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asNumber, asObject, asString, type JsonObject } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import { portName } from '../../kubernetes/names.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const messages = {
  name: '"{name}" is none that a port can have',
  number: '{number} is no port',
  sameName: 'two ports of the container have the name "{name}"',
  samePort: 'two ports of the pod open port {number} of the node',
} as const;

type PortReporter = Reporter<typeof messages>;

export default defineCheck({
  id: 'port-invalid',
  on: workloadsAnd('Service'),
  severity: 'high',
  title: 'Port is not valid',
  why: 'The API server refuses the object: what should answer there never starts.',
  advice:
    'Give ports a number from 1 to 65535, and a name of at most 15 lower-case letters, digits and single hyphens.',
  messages,
  evaluate(judged, report) {
    if (judged.workload === undefined) judgeService(judged, report);
    else judgeWorkload(judged.workload, report);
  },
});

function judgeService(judged: WorkloadOrObject, report: PortReporter): void {
  const ports = asList(asObject(judged.resource.content['spec'])['ports']).map(asObject);
  for (const [index, port] of ports.entries()) {
    const at = (field: string): Place => judged.at('spec', 'ports', index, field);
    judgeNumber(port, 'port', at, report);
    judgeNumber(port, 'targetPort', at, report);
    judgeNumber(port, 'nodePort', at, report);
    judgeName(port, 'targetPort', at, report);
  }
}

function judgeWorkload(workload: Workload, report: PortReporter): void {
  const openedTogether = new Set<string>();
  for (const container of workload.containers) {
    const names = new Set<string>();
    // Init containers run one after the other, and may take the same port.
    const opened = container.role === 'init' ? new Set<string>() : openedTogether;
    for (const [index, entry] of asList(container.content['ports']).entries()) {
      const port = asObject(entry);
      const { name, hostPort, hostIP, protocol } = port;
      const at = (field: string): Place => container.at('ports', index, field);
      if (typeof name === 'string') {
        judgeName(port, 'name', at, report);
        if (names.has(name)) report.fail('sameName', at('name'), { name });
        names.add(name);
      }
      judgeNumber(port, 'containerPort', at, report);
      judgeNumber(port, 'hostPort', at, report);
      const number = asNumber(hostPort) ?? 0;
      if (number === 0) continue;
      const key = `${number} ${asString(protocol) || 'TCP'} ${asString(hostIP) ?? ''}`;
      if (opened.has(key)) report.fail('samePort', at('hostPort'), { number });
      opened.add(key);
    }
  }
}

/** Fields in which 0 is the same as nothing. */
const OPTIONAL: ReadonlySet<string> = new Set(['hostPort', 'nodePort', 'targetPort']);

type PlaceOf = (field: string) => Place;

function judgeNumber(port: JsonObject, field: string, at: PlaceOf, report: PortReporter): void {
  const number = asNumber(port[field]);
  if (number === undefined || (number >= 1 && number <= 65_535)) return;
  if (number !== 0 || !OPTIONAL.has(field)) report.fail('number', at(field), { number });
}

function judgeName(port: JsonObject, field: string, at: PlaceOf, report: PortReporter): void {
  const name = port[field];
  // An empty name is an unset one.
  if (typeof name !== 'string' || name === '') return;
  if (portName(name).length > 0) report.fail('name', at(field), { name });
}

function service(...ports: readonly string[]): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - ${ports.join('\n    - ')}
`;
}

function pod(...ports: readonly string[]): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - ${ports.join('\n        - ')}
`;
}

const twoContainers = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      ports:
        - {name: http, containerPort: 8080, hostPort: 8080}
    - name: seed
      image: registry.example/seed:1.4.2
      ports:
        - {name: http, containerPort: 8080, hostPort: 8080}
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - {name: http, containerPort: 8080, hostPort: 8080}
    - name: proxy
      image: registry.example/proxy:1.9.4
      ports:
        - {name: http, containerPort: 9090, hostPort: 9090}
`;

export const examples: CheckExamples = {
  pass: [
    pod(
      '{containerPort: 53, name: dns-tcp, protocol: TCP}',
      '{containerPort: 53, name: dns-udp, protocol: UDP}',
      '{containerPort: 65535, name: abcdefghijklmno, hostPort: 0}',
      "{containerPort: 1, name: ''}",
    ),
    pod(
      '{containerPort: 80, hostPort: 80, hostIP: 10.0.0.1}',
      '{containerPort: 80, hostPort: 80, hostIP: 10.0.0.2}',
      '{containerPort: 80, hostPort: 80}',
      '{containerPort: 80, hostPort: 80, protocol: UDP}',
      '{containerPort: 81, hostPort: 0}',
      '{containerPort: 82, hostPort: 0}',
    ),
    twoContainers,
    service(
      '{port: 80, targetPort: http, nodePort: 0}',
      '{port: 81, targetPort: 0, name: zero}',
      '{port: 65535, targetPort: 1, name: tls, nodePort: null}',
    ),
  ],
  fail: [
    {
      yaml: pod(
        '{containerPort: 0, name: Http}',
        '{containerPort: 65536, name: abcdefghijklmnop}',
        '{containerPort: -1, name: http}',
        '{containerPort: 80, name: http, hostPort: 70000}',
      ),
      at: ['10:36', '10:27', '11:40', '11:27', '12:27', '13:37', '13:53'],
      message: [
        '"Http" is none that a port can have',
        '0 is no port',
        '"abcdefghijklmnop" is none that a port can have',
        '65536 is no port',
        '-1 is no port',
        'two ports of the container have the name "http"',
        '70000 is no port',
      ],
    },
    {
      yaml: pod('{containerPort: 80, hostPort: 80, protocol: TCP}', '{containerPort: 81, hostPort: 80}'),
      at: '11:41',
      message: 'two ports of the pod open port 80 of the node',
    },
    {
      yaml: twoContainers.replaceAll('9090', '8080'),
      at: '23:55',
      message: 'two ports of the pod open port 8080 of the node',
    },
    {
      yaml: pod('{containerPort: 80, hostPort: 80}', '{containerPort: 81, hostPort: 80}').replace(
        '  containers',
        '  initContainers',
      ),
      at: '11:41',
      message: 'two ports of the pod open port 80 of the node',
    },
    {
      yaml: service(
        '{port: 0, name: a}',
        '{port: 70000, name: b, targetPort: -1}',
        '{port: 82, name: c, nodePort: 70000}',
        '{port: 83, name: d, targetPort: http_port}',
      ),
      at: ['9:14', '10:14', '10:42', '11:37', '12:39'],
      message: [
        '0 is no port',
        '70000 is no port',
        '-1 is no port',
        '70000 is no port',
        '"http_port" is none that a port can have',
      ],
    },
  ],
};
