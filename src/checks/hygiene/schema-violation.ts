import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { formatPath } from '../../core/path.ts';
import { keyOf } from '../../core/resource.ts';
import { anyObject } from '../../kubernetes/object.ts';
import { customSchema } from '../../kubernetes/schema/custom-schema-index.ts';
import { schemaOfKind } from '../../kubernetes/schema/kind-schema.ts';
import { schemaViolations, unjudgedValues } from '../../kubernetes/schema/schema-violations.ts';

export default defineCheck({
  id: 'schema-violation',
  on: anyObject,
  severity: 'medium',
  reads: ['apiextensions.k8s.io/CustomResourceDefinition'],
  title: 'Object does not fit the schema of its kind',
  why: 'The API server refuses the object, or drops the field without a word: a misspelt securityContext protects nothing.',
  advice: 'Correct the field; kubectl explain shows what the kind has.',
  messages: {
    misspelt: '{field} is no field of {kind}; did you mean {suggestion}?',
    unknown: '{field} is no field of {kind}',
    required: '{field} is missing',
    choice: '{field} has none of its {detail}',
    refused: '{field} {detail}',
    repeated: '{field} stands in the list twice',
  },
  evaluate(judged, report, { inventory, targetVersion }) {
    const { apiVersion, kind } = judged.content;
    const named = [String(apiVersion), String(kind)] as const;
    let schema = schemaOfKind(...named, targetVersion);
    if (schema === undefined) {
      const custom = customSchema(...named, inventory);
      if (custom.is === 'hidden') report.unknown({ what: custom.reason });
      if (custom.is === 'absent') report.notApplicable();
      if (custom.is !== 'known') return;
      schema = custom.schema;
    }
    for (const violation of schemaViolations(judged.content, schema)) {
      const { path, rule, suggestion, detail } = violation;
      const at = judged.at(...path);
      const field = formatPath(path);
      if (suggestion !== undefined) report.fail('misspelt', keyOf(at), { field, kind: schema.kind, suggestion });
      else if (rule === 'unknown-field') report.fail('unknown', keyOf(at), { field, kind: schema.kind });
      else if (detail === undefined) report.fail(rule === 'required' ? 'required' : 'repeated', at, { field });
      else if (rule === 'not-supported') report.fail('choice', at, { field, detail });
      else report.fail('refused', at, { field, detail });
    }
    const missing = unjudgedValues(judged.content);
    if (missing !== undefined) report.unknown(missing);
  },
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  paused: null
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
          securityContext:
            runAsNonRoot: true
`;

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: orders.shop.example
spec:
  group: shop.example
  scope: Namespaced
  names:
    kind: Order
    plural: orders
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [count]
              properties:
                count:
                  type: integer
                  maximum: 5
                size:
                  type: string
                  enum: [small, large]
                codes:
                  type: array
                  x-kubernetes-list-type: set
                  items:
                    type: string
`;

const order = `apiVersion: shop.example/v1
kind: Order
metadata:
  name: first
spec:
  count: 5
  size: large
`;

const oldDefinition = `apiVersion: apiextensions.k8s.io/v1beta1
kind: CustomResourceDefinition
metadata:
  name: orders.shop.example
spec:
  group: shop.example
  scope: Namespaced
  names:
    kind: Order
    plural: orders
  versions:
    - name: v1
      served: true
      storage: true
`;

export const examples: CheckExamples = {
  pass: [
    deployment,
    `${definition}---\n${order}`,
    // Other rules of the API server have checks of their own.
    `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    team: not a label
spec:
  ports:
    - port: 0
`,
  ],
  fail: [
    {
      yaml: deployment
        .replace('securityContext:', 'securityContex:')
        .replace('replicas: 2', 'replicas: two')
        .replace('  paused: null', '  zone: eu\n  strategy:\n    type: Rolling')
        .replace('        - name: web\n          image', '        - image'),
      at: ['6:13', '7:3', '20:11', '9:11', '19:11'],
      message: [
        'spec.replicas must be a whole number of 32 bits',
        'spec.zone is no field of Deployment',
        'spec.template.spec.containers[0].securityContex is no field of Deployment; did you mean securityContext?',
        'spec.strategy.type has none of its supported values: "Recreate", "RollingUpdate"',
        'spec.template.spec.containers[0].name is missing',
      ],
    },
    {
      yaml: `${definition}---\n${order.replace('count: 5', 'count: 6')}`,
      at: '40:10',
      message: 'spec.count should be less than or equal to 5',
    },
    {
      yaml: `${definition}---\n${order.replace('large', 'huge')}`,
      at: '41:9',
      message: 'spec.size has none of its supported values: "small", "large"',
    },
    {
      yaml: `${definition}---\n${order}  codes: [a, b, a]\n`,
      at: '42:17',
      message: 'spec.codes[2] stands in the list twice',
    },
    {
      yaml: `${definition}---\n${order.replace('  count: 5\n', '').replace('large', "small\n  colour: '1'")}`,
      at: ['41:3', '39:1'],
      message: ['spec.colour is no field of Order', 'spec.count is missing'],
    },
  ],
  unknown: [
    {
      yaml: `${oldDefinition}---\n${order}`,
      missing:
        'schemas of the form of apiextensions.k8s.io/v1beta1, as in CustomResourceDefinition orders.shop.example, are not evaluated',
    },
  ],
  notApplicable: [order],
};
