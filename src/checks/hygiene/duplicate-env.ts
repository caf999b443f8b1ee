import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject } from '../../core/json.ts';
import { container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'duplicate-env',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Environment variable is set twice',
  why: 'The last one wins: what a person reads or corrects further up, a limit or an address, has no effect.',
  advice: 'Keep one entry of each name.',
  messages: { repeated: 'sets the variable "{variable}" again further down' },
  evaluate(judged, report) {
    const names = asList(judged.content['env']).map((entry) => asObject(entry)['name']);
    if (new Set(names).size === names.length) return;
    const lastOf = new Map<unknown, number>();
    for (const [index, name] of names.entries()) lastOf.set(name, index);
    for (const [index, name] of names.entries()) {
      if (typeof name !== 'string' || lastOf.get(name) === index) continue;
      report.fail('repeated', judged.at('env', index), { variable: name });
    }
  },
  fix: {
    effect: 'safe',
    because: 'the entry has no effect: the last one of a name wins',
    edits: (edit, finding) => edit.remove(finding.at),
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      envFrom:
        - configMapRef:
            name: defaults
      env:
        - name: LOG_LEVEL
          value: info
        - name: log_level
          value: info
        - value: nameless
        - value: nameless
`;

export const examples: CheckExamples = {
  pass: [
    pod,
    `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      env:
        - name: LOG_LEVEL
          value: info
    - name: proxy
      image: registry.example/proxy:1.9.4
      env:
        - name: LOG_LEVEL
          value: info
`,
  ],
  fail: [
    {
      yaml: pod.replace('log_level', 'LOG_LEVEL'),
      at: '13:11',
      message: 'container "web" sets the variable "LOG_LEVEL" again further down',
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      envFrom:
        - configMapRef:
            name: defaults
      env:
        - name: LOG_LEVEL
          value: info
        - value: nameless
        - value: nameless
`,
    },
    {
      yaml: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      env:
        - name: ZONE
          value: north
        - name: REGION # of the shop
          value: eu
        - name: ZONE
          value: south
        - name: ZONE
          valueFrom:
            fieldRef:
              fieldPath: metadata.namespace
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
      at: ['10:11', '14:11'],
      message: [
        'init container "migrate" sets the variable "ZONE" again further down',
        'init container "migrate" sets the variable "ZONE" again further down',
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: migrate
      image: registry.example/migrate:1.4.2
      env:
        - name: REGION # of the shop
          value: eu
        - name: ZONE
          valueFrom:
            fieldRef:
              fieldPath: metadata.namespace
  containers:
    - name: web
      image: registry.example/web:1.4.2
`,
    },
  ],
};
