import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import type { Container } from '../../kubernetes/container.ts';
import { backendsOf } from '../../kubernetes/ingress-backend.ts';
import { servicePortsOf } from '../../kubernetes/service.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const messages = {
  unnamed: 'container "{container}" has a port {number} without a name',
  probe: 'the {probe} of container "{container}" asks port {number} by its number',
  target: 'the Service leads to port {number} by its number',
  backend: 'the Ingress leads to port {number} of Service "{service}" by its number',
} as const;

type PortReporter = Reporter<typeof messages>;

const INGRESS = 'networking.k8s.io/Ingress';
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const ACTIONS = ['httpGet', 'tcpSocket'];

export default defineCheck({
  id: 'port-name-missing',
  on: workloadsAnd('Service', INGRESS),
  severity: 'low',
  optIn: true,
  title: 'Port is used by its number',
  why: 'When the number changes, what still uses the old one stops without a message.',
  advice: 'Name the port in the container, and use the name everywhere else.',
  messages,
  evaluate(judged, report) {
    if (judged.workload !== undefined) judgeWorkload(judged.workload, report);
    if (judged.resource.kind === 'Service') judgeService(judged, report);
    if (judged.resource.kind === INGRESS) judgeIngress(judged, report);
  },
});

function judgeWorkload(workload: Workload, report: PortReporter): void {
  for (const container of workload.containers) {
    if (container.role === 'regular') judgePorts(container, report);
    for (const probe of PROBES) {
      for (const action of ACTIONS) {
        const { port } = asObject(asObject(container.content[probe])[action]);
        if (typeof port !== 'number') continue;
        report.fail('probe', container.at(probe, action, 'port'), { probe, container: container.name, number: port });
      }
    }
  }
}

function judgePorts(container: Container, report: PortReporter): void {
  for (const [index, entry] of asList(container.content['ports']).entries()) {
    const { name, containerPort } = asObject(entry);
    if (name) continue;
    const data = { container: container.name, number: String(containerPort) };
    report.fail('unnamed', container.at('ports', index, 'name'), data);
  }
}

function judgeService(judged: WorkloadOrObject, report: PortReporter): void {
  for (const { targetPort, path } of servicePortsOf(judged.resource)) {
    if (typeof targetPort === 'number') report.fail('target', judged.at(...path, 'targetPort'), { number: targetPort });
  }
}

function judgeIngress(judged: WorkloadOrObject, report: PortReporter): void {
  for (const { service, port, portPath } of backendsOf(judged.resource)) {
    if (typeof port === 'number') report.fail('backend', judged.at(...portPath), { number: port, service });
  }
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      ports:
        - containerPort: 9000
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          port: http
      readinessProbe:
        tcpSocket:
          port: http
      startupProbe:
        grpc:
          port: 9090
`;

/** Its ports may go without a name. */
const sidecar = `    - name: proxy
      image: registry.example/proxy:1.9.4
      restartPolicy: Always
      startupProbe:
        tcpSocket:
          port: 8443
  containers:`;

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: web
      port: 80
      targetPort: http
`;

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: web
      port:
        name: web
`;

export const examples: CheckExamples = {
  pass: [pod, service, ingress],
  fail: [
    {
      yaml: pod.replaceAll('port: http', 'port: 8080').replace('grpc', 'tcpSocket'),
      at: ['19:17', '22:17', '25:17'],
      message: [
        'the livenessProbe of container "web" asks port 8080 by its number',
        'the readinessProbe of container "web" asks port 8080 by its number',
        'the startupProbe of container "web" asks port 9090 by its number',
      ],
    },
    {
      yaml: pod.replace('- name: http\n          containerPort', '- containerPort'),
      at: '15:11',
      message: 'container "web" has a port 8080 without a name',
    },
    {
      yaml: pod.replace('name: http', "name: ''"),
      at: '15:17',
      message: 'container "web" has a port 8080 without a name',
    },
    {
      yaml: pod.replace('  containers:', sidecar),
      at: '16:17',
      message: 'the startupProbe of container "proxy" asks port 8443 by its number',
    },
    { yaml: service.replace('http', '8080'), at: '11:19', message: 'the Service leads to port 8080 by its number' },
    {
      yaml: service.replace('      targetPort: http\n', ''),
      at: '9:7',
      message: 'the Service leads to port 80 by its number',
    },
    {
      yaml: ingress.replace('        name: web', '        number: 80'),
      at: '10:17',
      message: 'the Ingress leads to port 80 of Service "web" by its number',
    },
    {
      yaml: 'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata:\n  name: shop\nspec:\n  backend:\n    serviceName: web\n    servicePort: 80\n',
      at: '8:18',
      message: 'the Ingress leads to port 80 of Service "web" by its number',
    },
  ],
};
