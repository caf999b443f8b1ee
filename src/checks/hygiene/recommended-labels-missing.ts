import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { labelValue } from '../../kubernetes/names.ts';
import { workloadObjectsAnd } from '../../kubernetes/object-kinds.ts';

const LABELS = ['name', 'instance', 'version', 'component', 'part-of', 'managed-by'].map(
  (name) => `app.kubernetes.io/${name}`,
);

export default defineCheck({
  id: 'recommended-labels-missing',
  on: workloadObjectsAnd('Service'),
  severity: 'low',
  optIn: true,
  title: 'Object has none of the recommended labels',
  why: 'In an outage or after a break-in nobody sees which application the object belongs to.',
  advice: 'Set app.kubernetes.io/name, and app.kubernetes.io/part-of where several objects make one application.',
  messages: { missing: '{kind} "{name}" has none of the labels app.kubernetes.io/…' },
  evaluate(judged, report) {
    if (LABELS.some((label) => judged.labels.has(label))) return;
    const kind = String(judged.content['kind']);
    report.fail('missing', judged.at('metadata', 'labels'), { kind, name: judged.name });
  },
  fix: {
    effect: 'safe',
    because: 'a label more on the object itself selects nothing and starts no pod anew',
    edits(edit, finding, judged) {
      // Of a name that the server makes up, or that is too long, no label can be made.
      if (labelValue(judged.name).length > 0) return;
      const { resource, path } = finding.at;
      edit.set({ resource, path: [...path, 'app.kubernetes.io/name'] }, judged.name);
    },
  },
});

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app.kubernetes.io/created-by: deployer
spec:
  selector:
    app: web
  ports:
    - port: 80
`;

export const examples: CheckExamples = {
  pass: LABELS.map((label) => service.replace('app.kubernetes.io/created-by', label)),
  fail: [
    {
      yaml: service,
      at: '6:5',
      message: 'Service "web" has none of the labels app.kubernetes.io/…',
      fixed: `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app.kubernetes.io/created-by: deployer
    app.kubernetes.io/name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
`,
    },
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
      at: '3:1',
      message: 'Deployment "web" has none of the labels app.kubernetes.io/…',
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
    },
  ],
};
