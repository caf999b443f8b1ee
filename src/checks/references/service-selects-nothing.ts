import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { selectorOfMap, selectorText } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';

export default defineCheck({
  id: 'service-selects-nothing',
  on: objectsOf('Service'),
  severity: 'medium',
  reads: [...workloadKinds],
  covers: ['service-port-mismatch', 'service-without-endpoints'],
  title: 'Service selects no pod',
  why: 'Nothing answers behind its name; whoever may create a pod with these labels receives what is sent to it.',
  advice: 'Let spec.selector name labels that the pods carry, or remove the Service.',
  messages: { nothing: 'no pod of "{namespace}" has the labels {labels}' },
  evaluate(judged, report, { inventory }) {
    const { spec, namespace = '' } = judged;
    const selector = selectorOfMap(spec['selector']);
    if (selector === undefined || spec['type'] === 'ExternalName') return;
    const { items, hidden } = judged.pods.select(selector, namespace);
    if (items.length > 0) return;
    const missing = hidden === undefined ? missingKinds(inventory, workloadKinds, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else {
      const finding = report.fail('nothing', judged.at('spec', 'selector'), {
        namespace,
        labels: selectorText(selector),
      });
      // Where nothing is selected no port leads anywhere.
      finding.about(judged.at('spec'));
    }
  },
});

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
`;

const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 0
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
`;

export const examples: CheckExamples = {
  pass: [
    `${service}${deployment}`,
    { yaml: service.replace('  selector:\n    app: web\n', ''), complete: true },
    { yaml: service.replace('\n    app: web', ' {}'), complete: true },
    { yaml: service.replace('spec:', 'spec:\n  type: ExternalName\n  externalName: web.example'), complete: true },
  ],
  fail: [
    {
      yaml: service.replace('  namespace: shop\n', '  namespace: shop\n  uid: s1\n'),
      complete: true,
      at: '9:5',
      message: 'no pod of "shop" has the labels app=web',
    },
    { yaml: service, complete: true, at: '8:5', message: 'no pod of "shop" has the labels app=web' },
    {
      yaml: `${service.replace('app: web', 'app: web\n    tier: front')}${deployment}`,
      complete: true,
      at: '8:5',
      message: 'no pod of "shop" has the labels app=web, tier=front',
    },
    {
      yaml: `${service.replace('app: web', 'job-name: web')}${deployment}`,
      complete: true,
      at: '8:5',
      message: 'no pod of "shop" has the labels job-name=web',
    },
    {
      yaml: `${service}${deployment.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '8:5',
      message: 'no pod of "shop" has the labels app=web',
    },
  ],
  unknown: [
    { yaml: service, missing: 'no Pod of "shop" is among the inputs' },
    {
      yaml: `${service}${deployment.replaceAll('app: web', 'app: api')}`,
      missing: 'no Pod of "shop" is among the inputs',
    },
  ],
};
