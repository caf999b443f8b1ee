import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import { configMapFields, unnamedKeys } from '../../kubernetes/held-key.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { type KubernetesObject, objectsOf } from '../../kubernetes/object.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'configmap-unused',
  on: objectsOf('ConfigMap'),
  severity: 'low',
  parameters: { systemNamespaces },
  reads: [...workloadKinds],
  title: 'ConfigMap is not used',
  why: 'What nobody uses nobody corrects either: old addresses and settings stay readable, and mislead.',
  advice: 'Remove the ConfigMap or the key, or keep it out of the cluster.',
  messages: {
    unused: 'nothing names ConfigMap "{name}"',
    key: 'nothing names the key "{key}" of ConfigMap "{name}"',
  },
  evaluate(judged, report, { parameters, inventory }) {
    const { name, namespace = '', references } = judged;
    if (parameters.systemNamespaces.includes(namespace) || isExempt(judged)) return;
    const use = references.useOf('ConfigMap', name, namespace);
    const unnamed = use === undefined ? [] : unnamedKeys(judged.content, use, configMapFields);
    if (use !== undefined && unnamed.length === 0) return;
    const hidden = references.hidden(namespace);
    const missing = hidden === undefined ? missingKinds(inventory, workloadKinds, namespace) : { what: hidden };
    if (missing !== undefined) report.unknown(missing);
    else if (use === undefined) report.fail('unused', judged.at('metadata', 'name'), { name }).about(judged.at());
    else for (const { key, path } of unnamed) report.fail('key', judged.at(...path), { key, name });
  },
});

const LABELS = ['grafana_dashboard', 'grafana_datasource'];
const LEADER = 'control-plane.alpha.kubernetes.io/leader';

/** What the cluster, an operator or a side program keeps there, which no pod names. */
function isExempt({ name, metadata, labels, annotations }: KubernetesObject): boolean {
  if (name === 'kube-root-ca.crt' || annotations.has(LEADER)) return true;
  if (asList(metadata['ownerReferences']).length > 0 || labels.get('owner') === 'helm') return true;
  return [...labels.keys()].some((key) => LABELS.includes(key) || key.includes('operatorframework.io'));
}

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  log-level: info
binaryData:
  logo: AAEC
`;

function podWith(container: string, spec = ''): string {
  return `---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
      ${container}
${spec}`;
}

const whole = podWith('envFrom: [{configMapRef: {name: settings}}]');
const oneKey = podWith('env: [{name: LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: log-level}}}]');

function labelled(field: string, entry: string): string {
  return configMap.replace('\ndata:', `\n  ${field}:\n    ${entry}\ndata:`);
}

export const examples: CheckExamples = {
  pass: [
    `${configMap}${whole}`,
    `${configMap}${podWith('workingDir: /', '  volumes: [{name: settings, configMap: {name: settings}}]\n')}`,
    {
      yaml: `${configMap.replace(/binaryData[^]*/, '')}${oneKey}`,
      complete: true,
    },
    ...[
      configMap.replace('settings', 'kube-root-ca.crt'),
      configMap.replace('shop', 'kube-system'),
      labelled('annotations', `${LEADER}: '{}'`),
      labelled('ownerReferences', '- {apiVersion: apps/v1, kind: Deployment, name: web, uid: a}'),
      labelled('labels', 'owner: helm'),
      labelled('labels', "grafana_dashboard: '1'"),
      labelled('labels', "grafana_datasource: '1'"),
      labelled('labels', 'olm.operatorframework.io/kind: bundle'),
    ].map((yaml) => ({ yaml, complete: true })),
    { yaml: configMap, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
  fail: [
    { yaml: configMap, complete: true, at: '4:9', message: 'nothing names ConfigMap "settings"' },
    {
      yaml: labelled('labels', 'owner: sales'),
      complete: true,
      at: '4:9',
      message: 'nothing names ConfigMap "settings"',
    },
    {
      yaml: `${configMap}${whole.replace('namespace: shop', 'namespace: other')}`,
      complete: true,
      at: '4:9',
      message: 'nothing names ConfigMap "settings"',
    },
    {
      yaml: `${configMap}${oneKey}`,
      complete: true,
      at: '9:9',
      message: 'nothing names the key "logo" of ConfigMap "settings"',
    },
  ],
  unknown: [
    { yaml: configMap, missing: 'no Pod of "shop" is among the inputs' },
    { yaml: `${configMap}${oneKey}`, missing: 'perhaps not every Pod of "shop" is among the inputs' },
  ],
};
