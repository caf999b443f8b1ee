import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { configMapFields, holdsKey } from '../../kubernetes/held-key.ts';
import { podReferencesOf } from '../../kubernetes/pod-reference.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'configmap-reference-missing',
  on: workload,
  severity: 'high',
  reads: ['ConfigMap'],
  title: 'ConfigMap does not exist',
  why: 'The container is not started, and whoever may create a ConfigMap of that name decides how it works.',
  advice: 'Create the ConfigMap with all keys in the namespace, or mark the reference as optional.',
  messages: {
    missing: 'ConfigMap "{configMap}" does not exist in "{namespace}"',
    key: 'ConfigMap "{configMap}" has no key "{key}"',
  },
  evaluate(judged, report, { inventory }) {
    const { namespace } = judged;
    for (const reference of podReferencesOf(judged)) {
      const configMap = reference.name;
      // Every namespace has the certificates of the API server.
      if (reference.kind !== 'ConfigMap' || reference.isOptional || configMap === 'kube-root-ca.crt') continue;
      const lookup = inventory.find('ConfigMap', configMap, namespace);
      if (lookup.is === 'unknown') report.unknown(lookup.missing);
      else if (lookup.is === 'absent') report.fail('missing', reference.at, { configMap, namespace });
      else {
        const { content } = lookup.item;
        for (const { key, at } of reference.keys ?? []) {
          if (!holdsKey(content, configMapFields, key)) report.fail('key', at, { configMap, key });
        }
      }
    }
  },
});

function pod(container: string, volumes = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ${container}
${volumes}`;
}

const configMap = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  log-level: info
binaryData:
  logo: AAEC
`;

const whole = pod('envFrom: [{configMapRef: {name: settings}}]');

function variable(key: string, more = ''): string {
  return pod(`env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: ${key}${more}}}}]`);
}

const items = pod(
  'workingDir: /',
  '  volumes: [{name: a, projected: {sources: [{configMap: {name: settings, items: [{key: logo, path: a}]}}]}}]\n',
);

export const examples: CheckExamples = {
  pass: [
    `${whole}${configMap}`,
    `${variable('log-level')}${configMap}`,
    `${items}${configMap}`,
    { yaml: variable('log-level', ', optional: true'), complete: true },
    { yaml: `${variable('other', ', optional: true')}${configMap}`, complete: true },
    { yaml: pod('envFrom: [{secretRef: {name: settings}}]'), complete: true },
    { yaml: whole.replace('settings', 'kube-root-ca.crt'), complete: true },
  ],
  fail: [
    { yaml: whole, complete: true, at: '10:39', message: 'ConfigMap "settings" does not exist in "shop"' },
    {
      yaml: `${whole}${configMap.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '10:39',
      message: 'ConfigMap "settings" does not exist in "shop"',
    },
    { yaml: `${variable('other')}${configMap}`, at: '10:74', message: 'ConfigMap "settings" has no key "other"' },
    {
      yaml: `${items.replace('key: logo', 'key: picture')}${configMap}`,
      at: '11:88',
      message: 'ConfigMap "settings" has no key "picture"',
    },
  ],
  unknown: [{ yaml: whole, missing: 'no ConfigMap "shop/settings" is among the inputs' }],
};
