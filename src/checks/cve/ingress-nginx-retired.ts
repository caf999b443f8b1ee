import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject } from '../../core/json.ts';
import { strings } from '../../core/parameter.ts';
import { matchesImagePattern } from '../../kubernetes/image-pattern.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { workloadsAnd } from '../../kubernetes/workload-or-object.ts';

const paths = ['ingress-nginx/controller', 'ingress-nginx/controller-chroot'];

export default defineCheck({
  id: 'ingress-nginx-retired',
  on: workloadsAnd('networking.k8s.io/IngressClass'),
  severity: 'medium',
  parameters: { maintainedForks: strings() },
  title: 'Ingress controller is no longer maintained',
  why: 'The ingress-nginx project ended in March 2026: the next fault in what faces the internet will not be mended.',
  advice: 'Move to a maintained Ingress or Gateway controller.',
  messages: {
    image: '{part} runs ingress-nginx',
    controller: 'its Ingresses are served by ingress-nginx',
  },
  evaluate(judged, report, { parameters }) {
    if (judged.workload === undefined) {
      if (asObject(judged.resource.content['spec'])['controller'] !== 'k8s.io/ingress-nginx') return;
      report.fail('controller', judged.at('spec', 'controller'));
      return;
    }
    for (const container of judged.workload.containers) {
      const image = parseImageReference(container.image ?? '');
      if (!paths.some((path) => `/${image.repository}`.endsWith(`/${path}`))) continue;
      if (parameters.maintainedForks.some((one) => matchesImagePattern(image, one))) continue;
      report.fail('image', container.at('image'), { part: container.part });
    }
  },
});

function pod(image: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: edge
  namespace: shop
spec:
  containers:
    - name: log
    - name: controller
      image: ${image}
`;
}

function ingressClass(controller: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: nginx
spec:
  controller: ${controller}
`;
}

const fork = 'registry.example/edge/ingress-nginx/controller';

export const examples: CheckExamples = {
  pass: [
    pod('registry.example/nginx/nginx-ingress:5.1.0'),
    pod('registry.example/my-ingress-nginx/controller:1.0.0'),
    ingressClass('nginx.org/ingress-controller'),
    { yaml: pod(`${fork}:1.16.0`), parameters: { maintainedForks: [fork] } },
    { yaml: pod('edge/ingress-nginx/controller:1.16.0'), parameters: { maintainedForks: ['edge/ingress-nginx'] } },
  ],
  fail: [
    {
      yaml: pod('registry.example/ingress-nginx/controller:v1.14.3'),
      at: '10:14',
      message: 'container "controller" runs ingress-nginx',
    },
    {
      yaml: pod('registry.example/ingress-nginx/controller-chroot:v1.14.3'),
      at: '10:14',
      message: 'container "controller" runs ingress-nginx',
    },
    {
      yaml: pod(`${fork}-chroot:1.16.0`),
      parameters: { maintainedForks: [fork] },
      at: '10:14',
      message: 'container "controller" runs ingress-nginx',
    },
    {
      yaml: ingressClass('k8s.io/ingress-nginx'),
      at: '6:15',
      message: 'its Ingresses are served by ingress-nginx',
    },
  ],
};
