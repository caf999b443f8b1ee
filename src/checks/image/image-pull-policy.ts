import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asString } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'image-pull-policy',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Image on the node is used without asking the registry',
  why: 'A pod gets an image that it has no right to pull, or an old one, if the node happens to have it.',
  advice: 'Set imagePullPolicy to Always, or name the image by its digest.',
  messages: {
    floating: 'may run an old image: the tag of {image} moves, and imagePullPolicy is {policy}',
    cached: 'takes image {image} from its node unasked, as imagePullPolicy is {policy}',
  },
  evaluate(judged, report) {
    const set = asString(judged.content['imagePullPolicy']) ?? '';
    if (set === 'Always' || judged.role === 'ephemeral' || !judged.image) return;
    const { image } = judged;
    const { tag, digest } = parseImageReference(image);
    const isFloating = tag === undefined || tag === 'latest';
    if (digest !== undefined || (isFloating && set === '')) return;
    const policy = set === '' ? 'IfNotPresent by default' : set;
    report.fail(isFloating ? 'floating' : 'cached', judged.at('imagePullPolicy'), { image, policy });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'pods do not start while the registry cannot be reached',
    edits: (edit, finding) => edit.set(finding.at, 'Always'),
  },
});

export const examples: CheckExamples = {
  pass: [
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      imagePullPolicy: Always
  containers:
    - name: web
      image: registry.example/web@sha256:${'0123456789abcdef'.repeat(4)}
      imagePullPolicy: IfNotPresent
    - name: metrics
      image: registry.example/metrics # always pulled unless told otherwise
      imagePullPolicy: ""
    - name: proxy
      image: registry.example/proxy:latest
    - name: later
      imagePullPolicy: Never
    - name: empty
      image: ""
  ephemeralContainers:
    - name: debug
      image: registry.example/debug:1.0.0
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
    - name: migrate
      image: registry.example/migrate:1.4.2
  containers:
    - name: web
      image: registry.example/web:latest
      imagePullPolicy: IfNotPresent
    - name: metrics
      image: registry.example/metrics
      imagePullPolicy: Never # loaded by hand
    - name: proxy
      image: registry.example:5000/proxy:1.9.4
      imagePullPolicy: IfNotPresent
`,
      at: ['7:7', '12:24', '15:24', '18:24'],
      message: [
        'init container "migrate" takes image registry.example/migrate:1.4.2 from its node unasked, as imagePullPolicy is IfNotPresent by default',
        'container "web" may run an old image: the tag of registry.example/web:latest moves, and imagePullPolicy is IfNotPresent',
        'container "metrics" may run an old image: the tag of registry.example/metrics moves, and imagePullPolicy is Never',
        'container "proxy" takes image registry.example:5000/proxy:1.9.4 from its node unasked, as imagePullPolicy is IfNotPresent',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      imagePullPolicy: Always
  containers:
    - name: web
      image: registry.example/web:latest
      imagePullPolicy: Always
    - name: metrics
      image: registry.example/metrics
      imagePullPolicy: Always # loaded by hand
    - name: proxy
      image: registry.example:5000/proxy:1.9.4
      imagePullPolicy: Always
`,
    },
  ],
};
