import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { type Container, container } from '../../kubernetes/container.ts';
import { workload } from '../../kubernetes/workload.ts';

const messages = { repeated: 'sets the variable "{variable}" again further down' } as const;

export default defineCheck({
  id: 'duplicate-env',
  on: workload,
  each: container,
  severity: 'low',
  title: 'Environment variable is set twice',
  why: 'The last one wins: what a person reads or corrects further up, a limit or an address, has no effect.',
  advice: 'Keep one entry of each name.',
  messages,
  evaluate(judged, report) {
    const names = asList(judged.content['env']).map((entry) => asObject(entry)['name']);
    if (new Set(names).size !== names.length) reportRepeated(judged, names, report);
  },
  fix: {
    effect: 'safe',
    because: 'the entry has no effect: the last one of a name wins',
    edits(edit, finding, judged) {
      if (isWithoutEffect(judged, Number(finding.at.path.at(-1)))) edit.remove(finding.at);
    },
  },
});

function reportRepeated(judged: Container, names: readonly unknown[], report: Reporter<typeof messages>): void {
  const lastOf = new Map(names.map((name, index) => [name, index]));
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string' || lastOf.get(name) === index) continue;
    report.fail('repeated', judged.at('env', index), { variable: name });
  }
}

/** True if an entry further down surely replaces this one, and none up to there is made from its value: `$(NAME)`. */
function isWithoutEffect({ content }: Container, index: number): boolean {
  const [first, ...rest] = asList(content['env']).slice(index).map(asObject);
  const next = rest.findIndex((entry) => entry['name'] === first?.['name'] && !isOptional(entry));
  if (next === -1) return false;
  const reference = `$(${String(first?.['name'])})`;
  return !rest.slice(0, next + 1).some(({ value }) => typeof value === 'string' && value.includes(reference));
}

/** The kubelet leaves such an entry out where its source is missing: the value from further up stays. */
function isOptional(entry: JsonObject): boolean {
  return Object.values(asObject(entry['valueFrom'])).some((source) => asObject(source)['optional'] === true);
}

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

/** Each variable as `NAME: value`, or as `NAME from SOURCE`. */
function withVariables(...variables: readonly string[]): string {
  const entries = variables.map((one) => {
    const fields = one.replace(/^(\w+): /, '$1\n          value: ').replace(' from ', '\n          valueFrom: ');
    return `        - name: ${fields}\n`;
  });
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      env:
${entries.join('')}`;
}

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
    {
      yaml: withVariables('FOLDERS: /one', 'FOLDERS: $(FOLDERS):/two'),
      at: '10:11',
      message: 'container "web" sets the variable "FOLDERS" again further down',
      unfixed: true,
    },
    {
      yaml: withVariables('HOST: one', 'URL: http://$(HOST)/', 'HOST: two'),
      at: '10:11',
      message: 'container "web" sets the variable "HOST" again further down',
      unfixed: true,
    },
    {
      yaml: withVariables('HOST: one', 'URL: http://$(HOSTS)/', 'HOST: two', 'URL_2: http://$(HOST)/'),
      at: '10:11',
      message: 'container "web" sets the variable "HOST" again further down',
      fixed: withVariables('URL: http://$(HOSTS)/', 'HOST: two', 'URL_2: http://$(HOST)/'),
    },
    {
      yaml: withVariables('HOST: one', 'HOST from {configMapKeyRef: {name: shop, key: host, optional: true}}'),
      at: '10:11',
      message: 'container "web" sets the variable "HOST" again further down',
      unfixed: true,
    },
    {
      yaml: withVariables('TOKEN: none', 'TOKEN from {secretKeyRef: {name: shop, key: token, optional: true}}'),
      at: '10:11',
      message: 'container "web" sets the variable "TOKEN" again further down',
      unfixed: true,
    },
    {
      yaml: withVariables(
        'HOST: one',
        'HOST from {configMapKeyRef: {name: shop, key: host, optional: true}}',
        'URL: http://$(HOST)/',
        'HOST: two',
      ),
      at: ['10:11', '12:11'],
      message: [
        'container "web" sets the variable "HOST" again further down',
        'container "web" sets the variable "HOST" again further down',
      ],
      unfixed: true,
    },
    {
      yaml: withVariables(
        'HOST: one',
        'HOST from {configMapKeyRef: {name: shop, key: host, optional: true}}',
        'HOST from {configMapKeyRef: {name: shop, key: host, optional: false}}',
      ),
      at: ['10:11', '12:11'],
      message: [
        'container "web" sets the variable "HOST" again further down',
        'container "web" sets the variable "HOST" again further down',
      ],
      fixed: withVariables('HOST from {configMapKeyRef: {name: shop, key: host, optional: false}}'),
    },
  ],
};
