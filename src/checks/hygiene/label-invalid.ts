import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import { asList, asString } from '../../core/json.ts';
import { keyOf, type Place } from '../../core/resource.ts';
import { labelsOf } from '../../kubernetes/label-map.ts';
import { hasLabelForm, qualifiedName } from '../../kubernetes/names.ts';
import { anyObject } from '../../kubernetes/object.ts';

const messages = {
  key: 'the key "{key}" is none that a label can have',
  type: 'the value of "{key}" is a {found}, not a text',
  long: 'the value of "{key}" has more than 63 characters',
  form: 'the value of "{key}" has a character that labels cannot have, or one at its beginning or end',
} as const;

export default defineCheck({
  id: 'label-invalid',
  on: anyObject,
  severity: 'high',
  title: 'Label is not valid',
  why: 'The API server refuses the object, so that what it should run or protect is not there.',
  advice:
    'Use texts of at most 63 letters, digits, dots, hyphens and underscores; put numbers and true or false in quotes.',
  messages,
  evaluate(judged, report) {
    const { maps, requirements } = labelsOf(judged.resource);
    for (const { labels, path } of maps) {
      for (const key in labels) {
        const value = labels[key];
        const fault = qualifiedName(key).length > 0 ? 'key' : valueFault(value);
        if (fault === 'key') report.fail('key', keyOf(judged.at(...path, key)), { key });
        else if (fault !== undefined) reportFault(fault, key, value, judged.at(...path, key), report);
      }
    }
    for (const { content, path } of requirements) {
      const key = asString(content['key']) ?? '';
      if (qualifiedName(key).length > 0) report.fail('key', judged.at(...path, 'key'), { key });
      for (const [index, value] of asList(content['values']).entries()) {
        const fault = valueFault(value);
        if (fault !== undefined) reportFault(fault, key, value, judged.at(...path, 'values', index), report);
      }
    }
  },
});

type Fault = keyof typeof messages;

function valueFault(value: unknown): Fault | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return 'type';
  if (value.length > 63) return 'long';
  return hasLabelForm(value) ? undefined : 'form';
}

function reportFault(fault: Fault, key: string, value: unknown, at: Place, report: Reporter<typeof messages>): void {
  if (fault === 'type')
    report.fail('type', at, { key, found: typeNames.get(typeof value) ?? (Array.isArray(value) ? 'list' : 'mapping') });
  else report.fail(fault, at, { key });
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['number', 'number'],
  ['bigint', 'number'],
  ['boolean', 'boolean'],
]);

function labelled(...labels: readonly string[]): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels:
    ${labels.join('\n    ')}
`;
}

export const examples: CheckExamples = {
  pass: [
    labelled(
      "empty: ''",
      'unset: null',
      "version: '1.4'",
      'shop.example/Team_1.x: A-b_c.9',
      `${'k'.repeat(63)}: ${'v'.repeat(63)}`,
    ),
    `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
  ],
  fail: [
    {
      yaml: labelled(
        'Shop.Example/team: a',
        `${'k'.repeat(64)}: a`,
        'version: 1.4',
        'public: true',
        'serial: 18446744073709551615',
        'owners: [a, b]',
        'ports: {http: 80}',
        `text: ${'v'.repeat(64)}`,
        'mail: ops@shop.example',
        'edge: -a',
      ),
      at: ['6:5', '7:5', '8:14', '9:13', '10:13', '11:13', '12:12', '13:11', '14:11', '15:11'],
      message: [
        'the key "Shop.Example/team" is none that a label can have',
        'the key "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" is none that a label can have',
        'the value of "version" is a number, not a text',
        'the value of "public" is a boolean, not a text',
        'the value of "serial" is a number, not a text',
        'the value of "owners" is a list, not a text',
        'the value of "ports" is a mapping, not a text',
        'the value of "text" has more than 63 characters',
        'the value of "mail" has a character that labels cannot have, or one at its beginning or end',
        'the value of "edge" has a character that labels cannot have, or one at its beginning or end',
      ],
    },
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web shop
  template:
    metadata:
      labels:
        app: web shop
    spec:
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
      at: ['12:14', '8:12'],
      message: [
        'the value of "app" has a character that labels cannot have, or one at its beginning or end',
        'the value of "app" has a character that labels cannot have, or one at its beginning or end',
      ],
    },
    {
      yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app: web shop
      containers:
        - name: web
          image: registry.example/web:1.4.2
`,
      at: '14:24',
      message: 'the value of "app" has a character that labels cannot have, or one at its beginning or end',
    },
    {
      yaml: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  selector:
    matchExpressions:
      - {key: app, operator: In, values: [web, a b, null]}
      - {key: web shop, operator: In, values: [web, 1]}
      - {key: tier, operator: Exists}
`,
      at: ['8:48', '9:15', '9:53'],
      message: [
        'the value of "app" has a character that labels cannot have, or one at its beginning or end',
        'the key "web shop" is none that a label can have',
        'the value of "web shop" is a number, not a text',
      ],
    },
  ],
};
