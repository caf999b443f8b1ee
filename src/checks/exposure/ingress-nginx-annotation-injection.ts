import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { objectsOf } from '../../kubernetes/object.ts';

const PREFIX = 'nginx.ingress.kubernetes.io/';
const BREAKS_OUT = /[\r\n#{};]/;
const BREAKS_OUT_OF_URL = /[\r\n#{};\s"'<>^`|\\]/;

/** Annotations whose value the controller writes into its configuration, with what ends the place it is written to. */
const written: ReadonlyMap<string, RegExp> = new Map([
  [`${PREFIX}auth-url`, BREAKS_OUT_OF_URL],
  [`${PREFIX}mirror-target`, BREAKS_OUT_OF_URL],
  [`${PREFIX}mirror-host`, BREAKS_OUT_OF_URL],
  [`${PREFIX}auth-tls-match-cn`, BREAKS_OUT],
  [`${PREFIX}auth-method`, BREAKS_OUT],
  [`${PREFIX}rewrite-target`, BREAKS_OUT],
]);

export default defineCheck({
  id: 'ingress-nginx-annotation-injection',
  on: objectsOf('networking.k8s.io/Ingress'),
  severity: 'high',
  title: 'Ingress annotation writes configuration of the controller',
  why: 'The value ends the directive it stands in and begins another: it runs code in the controller, which reads every Secret.',
  advice: 'Remove the annotation and find out who wrote it; update the controller, which refuses such values.',
  messages: { injected: 'the value of {annotation} holds characters that end a directive of nginx' },
  evaluate(judged, report) {
    for (const [annotation, value] of judged.annotations) {
      if (written.get(annotation)?.test(value) !== true) continue;
      report.fail('injected', judged.at('metadata', 'annotations', annotation), { annotation });
    }
  },
});

function ingress(...annotations: readonly string[]): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations:
${annotations.map((annotation) => `    ${annotation}\n`).join('')}spec: {}
`;
}

function message(name: string): string {
  return `the value of ${PREFIX}${name} holds characters that end a directive of nginx`;
}

const urls = ['auth-url', 'mirror-target', 'mirror-host'];

export const examples: CheckExamples = {
  pass: [
    ingress(`${PREFIX}auth-url: "https://auth.example/check?next=$request_uri%3B"`),
    ingress(`${PREFIX}rewrite-target: "/a b/$2"`, `${PREFIX}auth-tls-match-cn: "CN=shop"`),
    ingress(`${PREFIX}configuration-snippet: "more_set_headers x;"`),
  ],
  fail: [
    ...urls.map((name) => ({
      yaml: ingress(`${PREFIX}${name}: "https://auth.example/ x"`),
      at: `7:${PREFIX.length + name.length + 7}`,
      message: message(name),
    })),
    ...['auth-tls-match-cn', 'auth-method', 'rewrite-target'].map((name) => ({
      yaml: ingress(`${PREFIX}${name}: "a;}"`),
      at: `7:${PREFIX.length + name.length + 7}`,
      message: message(name),
    })),
  ],
};
