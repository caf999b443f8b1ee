import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { selectorOfMap } from '../../kubernetes/label-index.ts';
import { podIndexOf } from '../../kubernetes/pod-index.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import type { Workload } from '../../kubernetes/workload.ts';
import { type WorkloadOrObject, workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const sshPorts: ReadonlySet<unknown> = new Set([22, 2222]);

const messages = {
  container: '{part} has the SSH port {port}',
  service: 'it has the SSH port {port}',
  named: 'its target port "{name}" is the SSH port {port}',
} as const;

export default defineCheck({
  id: 'ssh-port',
  on: workloadsAnd('Service'),
  severity: 'medium',
  reads: workloadKinds,
  title: 'SSH is served in the cluster',
  why: 'A shell that is reached over the network is what stolen keys and guessed passwords are for, past the audit log.',
  advice: 'Use kubectl exec, whose use is authorized and recorded, and take the server out.',
  messages,
  evaluate(judged, report, { inventory }) {
    if (judged.workload === undefined) evaluateService(judged, report, inventory);
    else evaluateWorkload(judged.workload, report);
  },
});

function evaluateWorkload(judged: Workload, report: Reporter<typeof messages>): void {
  for (const container of judged.containers) {
    for (const [index, entry] of asList(container.content['ports']).entries()) {
      const port = asObject(entry);
      if (!isTcp(port)) continue;
      const field = ['containerPort', 'hostPort'].find((name) => sshPorts.has(port[name]));
      if (field === undefined) continue;
      const data = { part: container.part, port: Number(port[field]) };
      report.fail('container', container.at('ports', index, field), data);
    }
  }
}

function evaluateService(judged: WorkloadOrObject, report: Reporter<typeof messages>, inventory: Inventory): void {
  for (const [index, entry] of asList(asObject(judged.resource.content['spec'])['ports']).entries()) {
    const port = asObject(entry);
    if (!isTcp(port)) continue;
    const field = ['port', 'targetPort', 'nodePort'].find((name) => sshPorts.has(port[name]));
    if (field !== undefined) {
      report.fail('service', judged.at('spec', 'ports', index, field), { port: Number(port[field]) });
    } else if (typeof port['targetPort'] === 'string') {
      const name = port['targetPort'];
      const { numbers, hidden } = targetsOf(judged, name, inventory);
      const target = numbers.find((number) => sshPorts.has(number));
      if (target === undefined && hidden !== undefined) report.unknown({ what: hidden });
      if (target === undefined) continue;
      report.fail('named', judged.at('spec', 'ports', index, 'targetPort'), { name, port: Number(target) });
    }
  }
}

function isTcp(port: JsonObject): boolean {
  return (port['protocol'] ?? 'TCP') === 'TCP';
}

/** The numbers that a port name stands for in the pods that a Service selects. */
function targetsOf(
  { namespace, resource }: WorkloadOrObject,
  name: string,
  inventory: Inventory,
): { readonly numbers: readonly unknown[]; readonly hidden: string | undefined } {
  const selector = selectorOfMap(asObject(resource.content['spec'])['selector']);
  const { items, hidden } = podIndexOf(inventory).select(selector, namespace);
  const ports = items.flatMap(({ containers }) => containers.flatMap(({ content }) => asList(content['ports'])));
  const named = ports.map(asObject).filter((port) => port['name'] === name && isTcp(port));
  return { numbers: named.map((port) => port['containerPort']), hidden };
}

function pod(port: string, app = 'web'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels: {app: ${app}}
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports:
        - containerPort: 8080
        - ${port}
`;
}

function service(port: string, selector = '{app: web}'): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: ${selector}
  ports:
    - port: 80
    - ${port}
`;
}

const named = service('{port: 8022, targetPort: shell}');
const shell = '{name: shell, containerPort: 2222}';

export const examples: CheckExamples = {
  pass: [
    pod('{containerPort: 22, protocol: UDP}'),
    pod('{containerPort: 22022}'),
    service('{port: 22, protocol: UDP}'),
    named,
    `${named}---\n${pod('{name: shell, containerPort: 8022}')}`,
    `${named}---\n${pod('{name: shell, containerPort: 9022}')}`,
    `${service('{port: 8022, targetPort: shell}', '{}')}---\n${pod('{name: shell, containerPort: 8022}')}`,
  ],
  fail: [
    { yaml: pod('containerPort: 22'), at: '13:26', message: 'container "web" has the SSH port 22' },
    { yaml: pod('{containerPort: 80, hostPort: 2222}'), at: '13:41', message: 'container "web" has the SSH port 2222' },
    { yaml: service('port: 22'), at: '10:13', message: 'it has the SSH port 22' },
    { yaml: service('{port: 80, targetPort: 2222}'), at: '10:30', message: 'it has the SSH port 2222' },
    { yaml: service('{port: 80, nodePort: 22}'), at: '10:28', message: 'it has the SSH port 22' },
    {
      yaml: `${pod(shell)}---\n${named}`,
      at: ['13:40', '24:32'],
      message: ['container "web" has the SSH port 2222', 'its target port "shell" is the SSH port 2222'],
    },
    {
      yaml: `${pod(shell, 'api')}---\n${service('{port: 8022, targetPort: shell}', '{}')}`,
      at: '13:40',
      message: 'container "web" has the SSH port 2222',
    },
    {
      yaml: `${pod('{name: shell, containerPort: 2222, hostPort: 22}', 'api')}---\n${named}`,
      at: '13:40',
      message: 'container "web" has the SSH port 2222',
    },
  ],
};
