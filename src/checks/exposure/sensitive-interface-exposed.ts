import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import { exposureKinds, exposureOf } from '../../kubernetes/exposure/workload-exposure.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { podLabels } from '../../kubernetes/pod-labels.ts';
import { type Workload, workload } from '../../kubernetes/workload.ts';

/** Interfaces that run code, hold credentials or show everything, and often ask for no password. */
const interfaces = [
  'airflow',
  'alertmanager',
  'argo-server',
  'argocd',
  'argocd-server',
  'bentoml',
  'docker-registry',
  'etcd',
  'grafana-agent',
  'headlamp',
  'hubble-ui',
  'jaeger-query',
  'jenkins',
  'jupyterhub',
  'k8s-dashboard',
  'kafka-ui',
  'kiali',
  'kserve',
  'kubeflow',
  'kubernetes-dashboard',
  'kubernetes-dashboard-web',
  'mlflow',
  'nifi',
  'ollama',
  'pgadmin4',
  'phpmyadmin',
  'portainer',
  'prometheus',
  'rancher',
  'ray',
  'seldon',
  'triton-inference-server',
  'vllm',
  'weave-scope',
  'workflow-controller',
];

export default defineCheck({
  id: 'sensitive-interface-exposed',
  on: workload,
  severity: 'high',
  parameters: { names: strings(...interfaces) },
  reads: exposureKinds,
  title: 'Management interface can be reached from outside',
  why: 'Such interfaces run code or show credentials, and many answer without a password.',
  advice: 'Close the way from outside, or put authentication in front of it and accept the finding.',
  messages: { exposed: '{by} leads to {name}' },
  evaluate(judged, report, { parameters, inventory }) {
    const name = namesOf(judged).find((candidate) => isListed(candidate, parameters.names));
    if (name === undefined) return;
    const { exposure, missing } = exposureOf(judged, inventory);
    if (exposure !== undefined) report.fail('exposed', exposure.field, { by: exposure.by, name });
    else if (missing !== undefined) report.unknown(missing);
  },
});

function isListed(name: string, listed: readonly string[]): boolean {
  return listed.some((one) => one.length === name.length && one.toLowerCase() === name);
}

/** The last segments of the images' paths and the recommended name label, in small letters. */
function namesOf(judged: Workload): string[] {
  const images = judged.containers.map(({ image = '' }) => {
    const { repository } = parseImageReference(image);
    return repository.slice(repository.lastIndexOf('/') + 1);
  });
  return [...images, podLabels(judged).get('app.kubernetes.io/name') ?? ''].map((name) => name.toLowerCase());
}

function pod(image: string, name = 'web'): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: tool
  namespace: shop
  labels:
    app.kubernetes.io/name: ${name}
spec:
  containers:
    - name: tool
      image: ${image}
`;
}

function service(type: string, name = 'web'): string {
  return `---
apiVersion: v1
kind: Service
metadata:
  name: tool
  namespace: shop
spec:
  type: ${type}
  selector:
    app.kubernetes.io/name: ${name}
`;
}

const route = `---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {edge: "yes"}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: edge
spec:
  listeners:
    - name: web
      protocol: HTTP
      allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {edge: "yes"}}}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: tool
  namespace: shop
spec:
  parentRefs: [{name: edge, namespace: edge}]
  rules: [{backendRefs: [{name: tool, port: 80}, {name: web, namespace: test, port: 80}]}]
`;

const web = 'registry.example/shop/web:1.4.2';

export const examples: CheckExamples = {
  pass: [
    pod(web) + service('NodePort'),
    pod('registry.example/jenkins/agent:1.0.0') + service('NodePort'),
    { yaml: pod('registry.example/jenkins:2.5.0') + service('ClusterIP'), complete: true },
    { yaml: pod('registry.example/jenkins:2.5.0') + service('NodePort'), parameters: { names: ['etcd'] } },
  ],
  fail: [
    {
      yaml: pod('registry.example/shop/keys:1.0.0') + service('NodePort'),
      parameters: { names: ['Keys'] },
      at: '7:5',
      message: 'Service shop/tool leads to keys',
    },
    ...interfaces.map((name) => ({
      yaml: pod(`registry.example/tools/${name}:1.0.0`) + service('NodePort'),
      at: '7:5',
      message: `Service shop/tool leads to ${name}`,
    })),
    {
      yaml: pod('registry.example/jenkins:2.5.0') + service('ClusterIP') + route,
      at: '7:5',
      message: 'HTTPRoute shop/tool leads to jenkins',
    },
    {
      yaml: pod(web, 'Jenkins') + service('NodePort', 'Jenkins'),
      at: '7:5',
      message: 'Service shop/tool leads to jenkins',
    },
  ],
  unknown: [{ yaml: pod('registry.example/jenkins:2.5.0'), missing: 'no Service of "shop" is among the inputs' }],
};
