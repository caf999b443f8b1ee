import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bareKind } from '../../core/coverage.ts';
import { type LinearPattern, linearPattern, PatternError } from '../../core/linear-pattern.ts';
import { mapping, strings } from '../../core/parameter.ts';
import { anyObject, type KubernetesObject } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'required-metadata-missing',
  on: anyObject,
  severity: 'low',
  optIn: true,
  parameters: { labels: mapping(), annotations: mapping(), forbiddenAnnotations: strings(), kinds: strings() },
  title: 'Object lacks labels or annotations that are asked for',
  why: 'In an outage or after a break-in nobody knows whom to call, and rules that go by labels leave the object out.',
  advice: 'Set what the configuration asks for, and remove what it forbids.',
  messages: {
    absent: 'the {field} has no "{key}"',
    other: 'the value of "{key}" does not match the pattern {pattern}',
    forbidden: 'the annotation "{key}" is forbidden',
  },
  evaluate(judged, report, { parameters }) {
    const { labels, annotations, forbiddenAnnotations, kinds } = parameters;
    const required = [
      ...Object.entries(labels).map(([key, pattern]) => ({ field: 'labels', key, pattern })),
      ...Object.entries(annotations).map(([key, pattern]) => ({ field: 'annotations', key, pattern })),
    ];
    const isEmpty = required.length === 0 && forbiddenAnnotations.length === 0;
    if (isEmpty || !isWanted(judged, kinds)) {
      report.notApplicable();
      return;
    }
    for (const { field, key, pattern } of required) {
      const value = (field === 'labels' ? judged.labels : judged.annotations).get(key);
      const at = judged.at('metadata', field, key);
      const fits = patternOf(pattern);
      if (value === undefined) report.fail('absent', at, { field: `field metadata.${field}`, key });
      else if (typeof fits === 'string') report.unknown({ what: `the pattern for "${key}" cannot be used: ${fits}` });
      else if (!fits(value)) report.fail('other', at, { key, pattern });
    }
    for (const key of forbiddenAnnotations) {
      if (judged.annotations.has(key)) report.fail('forbidden', judged.at('metadata', 'annotations', key), { key });
    }
  },
});

function isWanted({ kind }: KubernetesObject, kinds: readonly string[]): boolean {
  return kinds.length === 0 || kinds.includes(kind) || kinds.includes(bareKind(kind));
}

const patterns = new Map<string, LinearPattern | string>();

/** The pattern, where there is one to match, or why it cannot be used. */
function patternOf(pattern: string): LinearPattern | string {
  let read = patterns.get(pattern);
  if (read === undefined) {
    read = pattern === '' ? () => true : readPattern(pattern);
    patterns.set(pattern, read);
  }
  return read;
}

function readPattern(pattern: string): LinearPattern | string {
  try {
    return linearPattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    owner: team-sales
  annotations:
    shop.example/mail: sales@shop.example
spec:
  ports:
    - port: 80
`;

const parameters = {
  labels: { owner: 'team-[a-z]+' },
  annotations: { 'shop.example/mail': '' },
};

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    nginx.ingress.kubernetes.io/server-snippet: return 200;
`;

const forbidden = { forbiddenAnnotations: ['nginx.ingress.kubernetes.io/server-snippet'] };

export const examples: CheckExamples = {
  pass: [
    { yaml: service, parameters: { ...parameters, ...forbidden } },
    { yaml: service, parameters: { ...parameters, kinds: ['Service'] } },
  ],
  fail: [
    {
      yaml: service.replace('team-sales', 'the-team-sales-now'),
      parameters,
      at: '6:12',
      message: 'the value of "owner" does not match the pattern team-[a-z]+',
    },
    {
      yaml: service.replace('owner', 'team').replace('mail', 'phone'),
      parameters,
      at: ['5:3', '7:3'],
      message: [
        'the field metadata.labels has no "owner"',
        'the field metadata.annotations has no "shop.example/mail"',
      ],
    },
    {
      yaml: ingress,
      parameters: { ...forbidden, kinds: ['networking.k8s.io/Ingress'] },
      at: '6:49',
      message: 'the annotation "nginx.ingress.kubernetes.io/server-snippet" is forbidden',
    },
    {
      yaml: ingress,
      parameters: { ...forbidden, kinds: ['Service', 'Ingress'] },
      at: '6:49',
      message: 'the annotation "nginx.ingress.kubernetes.io/server-snippet" is forbidden',
    },
  ],
  unknown: [
    {
      yaml: service,
      parameters: { labels: { owner: '(?=team)' } },
      missing: 'the pattern for "owner" cannot be used: groups with (? are not known, but for (?:',
    },
  ],
  notApplicable: [
    service,
    { yaml: service, parameters: { kinds: ['Service'] } },
    { yaml: ingress, parameters: { ...parameters, ...forbidden, kinds: ['Service'] } },
  ],
};
