import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { selectorOfMap } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { type ContainerPort, declaredPortsOf, type ServicePort, servicePortsOf } from '../../kubernetes/service.ts';

export default defineCheck({
  id: 'service-port-mismatch',
  on: objectsOf('Service'),
  severity: 'medium',
  reads: [...workloadKinds],
  title: 'Service leads to a port that its pods do not have',
  why: 'Connections to the port of the Service are refused, or reach whatever listens there instead.',
  advice: 'Let targetPort name a port that the containers declare.',
  messages: { mismatch: 'no pod that the Service selects declares the {protocol} port {target}' },
  evaluate(judged, report, { inventory }) {
    const { spec, namespace = '', resource } = judged;
    const selector = selectorOfMap(spec['selector']);
    if (selector === undefined || spec['type'] === 'ExternalName') return;
    const { items, hidden } = judged.pods.select(selector, namespace);
    const declared = items.flatMap(declaredPortsOf);
    const ports = servicePortsOf(resource);
    const wrong = ports.filter((port) => !isServed(port, declared));
    // Of pods that are not among the inputs it is not known what they declare.
    if (wrong.length === 0 && (items.length > 0 || ports.length === 0)) return;
    const missing = hidden === undefined ? missingKinds(inventory, workloadKinds, namespace) : { what: hidden };
    if (missing !== undefined) {
      report.unknown(missing);
      return;
    }
    for (const { path, protocol, targetPort: target = 0 } of wrong) {
      report.fail('mismatch', judged.at(...path, 'targetPort'), { protocol, target });
    }
  },
});

/** Whether some pod declares the port. To declare numbers is for people to read: pods that declare none may serve any. */
function isServed({ targetPort, protocol }: ServicePort, declared: readonly ContainerPort[]): boolean {
  const ofProtocol = declared.filter((port) => port.protocol === protocol);
  if (typeof targetPort === 'string') return ofProtocol.some(({ name }) => name === targetPort);
  return ofProtocol.length === 0 || ofProtocol.some(({ number }) => number === targetPort);
}

function service(...ports: readonly string[]): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - ${ports.join('\n    - ')}
`;
}

function pod(name: string, ...ports: readonly string[]): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ports: [${ports.join(', ')}]
`;
}

const http = '{name: http, containerPort: 8080}';
const dns = '{name: dns, containerPort: 53, protocol: UDP}';

export const examples: CheckExamples = {
  pass: [
    {
      yaml: `${service('{name: a, port: 80, targetPort: http}', '{name: b, port: 8080}', '{name: c, port: 53, protocol: UDP}')}${pod('web', http, dns)}`,
    },
    `${service('{port: 80, targetPort: 9090}')}${pod('web')}`,
    { yaml: service('{port: 80}'), complete: true },
    service('').replace('    - \n', '').replace('ports:', 'ports: []'),
    { yaml: `${service('{port: 80, targetPort: 9090}')}${pod('web', dns)}`, complete: true },
    { yaml: `${service('{port: 80, targetPort: http}')}${pod('old')}${pod('new', http)}`, complete: true },
    {
      yaml: service('{port: 80, targetPort: http}').replace(
        'spec:',
        'spec:\n  type: ExternalName\n  externalName: a.example',
      ),
      complete: true,
    },
    { yaml: service('{port: 80, targetPort: http}').replace('\n    app: web', ' {}'), complete: true },
  ],
  fail: [
    {
      yaml: `${service(
        '{name: a, port: 80, targetPort: https}',
        '{name: b, port: 81, targetPort: dns}',
        '{name: c, port: 82, targetPort: 9090}',
        '{name: d, port: 83}',
      )}${pod('web', http, dns)}`,
      complete: true,
      at: ['10:39', '11:39', '12:39', '13:8'],
      message: [
        'no pod that the Service selects declares the TCP port https',
        'no pod that the Service selects declares the TCP port dns',
        'no pod that the Service selects declares the TCP port 9090',
        'no pod that the Service selects declares the TCP port 83',
      ],
    },
    // Folded into service-selects-nothing.
    {
      yaml: service('{port: 80, targetPort: http}'),
      complete: true,
      at: '10:30',
      message: 'no pod that the Service selects declares the TCP port http',
    },
  ],
  unknown: [
    { yaml: service('{port: 80}'), missing: 'no Pod of "shop" is among the inputs' },
    {
      yaml: `${service('{port: 80, targetPort: https}')}${pod('web', http)}`,
      missing: 'perhaps not every Pod of "shop" is among the inputs',
    },
  ],
};
