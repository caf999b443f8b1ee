import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { evaluatePod, violationText } from '../../kubernetes/pod-security/evaluate.ts';
import { parseLevel } from '../../kubernetes/pod-security/levels.ts';
import { enforceLabel, versionLabelOf } from '../../kubernetes/pod-security/namespace-labels.ts';
import { latestPolicyVersion, parsePolicyVersion } from '../../kubernetes/pod-security/policy-version.ts';

export default defineCheck({
  id: 'pod-security-violated',
  on: objectsOf('Namespace'),
  severity: 'medium',
  reads: ['Pod'],
  title: 'Pod runs that the enforced Pod Security level forbids',
  why: 'The label promises what the namespace does not hold: the pod was there before it, or is exempt from it.',
  advice: 'Mend the pod and create it anew, or find out why it is exempt.',
  messages: { violates: 'its pod "{pod}" does not meet the enforced level {level}: {reasons}' },
  evaluate(judged, report, { inventory, targetVersion }) {
    const labels = asObject(judged.metadata['labels']);
    const level = parseLevel(asString(labels[enforceLabel]) ?? '');
    if (level === undefined || level === 'privileged') return;
    const version = parsePolicyVersion(asString(labels[versionLabelOf('enforce')]) ?? '') ?? latestPolicyVersion;
    const { items, missing } = inventory.select('Pod', judged.name);
    for (const resource of items) {
      const { allowed, violations } = evaluatePod(level, version, resource.content, { serverVersion: targetVersion });
      if (allowed) continue;
      report
        .fail('violates', judged.at('metadata', 'labels', enforceLabel), {
          pod: resource.name,
          level: `${level}:${version.label}`,
          reasons: violationText(violations),
        })
        .about({ resource, path: [] });
    }
    if (missing !== undefined) report.unknown(missing);
  },
});

function labelled(level: string, version = ''): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: ${level}
${version === '' ? '' : `    pod-security.kubernetes.io/enforce-version: ${version}\n`}---
`;
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

const hostPod = pod
  .replace('web\n  namespace', 'agent\n  namespace')
  .replace('spec:\n', 'spec:\n  hostNetwork: true\n');

const handlerPod = `${pod}      lifecycle:
        preStop:
          httpGet: {host: hook.shop.example, port: 8080}
`;

export const examples: CheckExamples = {
  pass: [
    { yaml: labelled('baseline') + pod, complete: true },
    labelled('privileged') + hostPod,
    labelled('Baseline') + hostPod,
    { yaml: labelled('baseline') + hostPod.replace('namespace: shop', 'namespace: agents'), complete: true },
    { yaml: labelled('baseline', 'v1.33') + handlerPod, complete: true },
    { yaml: labelled('baseline') + handlerPod, complete: true, targetVersion: '1.33' },
    `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
${hostPod}`,
  ],
  fail: [
    {
      yaml: `${labelled('baseline')}${pod}---\n${hostPod}`,
      at: '6:41',
      message: 'its pod "agent" does not meet the enforced level baseline:latest: host namespaces (hostNetwork=true)',
    },
    {
      yaml: labelled('restricted', 'v1.24') + pod.replace('containers:', 'hostPID: true\n  containers:'),
      at: '6:41',
      message:
        'its pod "web" does not meet the enforced level restricted:v1.24: host namespaces (hostPID=true), allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "web" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    },
  ],
  unknown: [
    { yaml: labelled('restricted').replace('---\n', ''), missing: 'no Pod of "shop" is among the inputs' },
    { yaml: labelled('baseline') + pod, missing: 'perhaps not every Pod of "shop" is among the inputs' },
  ],
};
