import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asObject, asString } from '../../core/json.ts';
import type { Place } from '../../core/resource.ts';
import { yes } from '../../core/truth.ts';
import { apiServersIn } from '../../kubernetes/api-server.ts';
import { clusterAnd, isCluster } from '../../kubernetes/cluster-and-objects.ts';
import { isStored, type KubernetesObject } from '../../kubernetes/object.ts';
import { formatRelease, parseRelease, type Release, rangeOf } from '../../kubernetes/release.ts';
import { featureKinds, featureUse } from '../../kubernetes/vulnerabilities/feature-use.ts';
import { type KubernetesComponent, kubernetesVulnerabilities } from '../../kubernetes/vulnerabilities/kubernetes.ts';

/** A component at a release, and the field that shows it. */
interface Running {
  readonly component: KubernetesComponent;
  readonly release: Release;
  readonly field: Place;
}

export default defineCheck({
  id: 'kubernetes-version-vulnerable',
  on: clusterAnd('Node'),
  severity: 'medium',
  reads: ['Node', ...featureKinds],
  title: 'Kubernetes has a known hole',
  why: 'How to use it has been published, and every cluster of this release can be attacked in the same way.',
  advice:
    'Upgrade to the fixed release that is named, or a later one; accept the finding where the vendor has the fix.',
  messages: { vulnerable: '{component} {release} has {id}: {effect}; fixed in {fixed}' },
  evaluate(judged, report, { inventory }) {
    const running = isCluster(judged) ? apiServersOf(inventory) : componentsOf(judged);
    if (running.length === 0) {
      const isOfCluster = isCluster(judged) ? inventory.ofKind('Node').some(isStored) : isStored(judged.resource);
      if (isOfCluster) report.unknown({ what: 'the version of what runs' });
      else report.notApplicable();
    }
    const isWindows = !isCluster(judged) && asObject(judged.status['nodeInfo'])['operatingSystem'] === 'windows';
    for (const { component, release, field } of running) {
      for (const entry of kubernetesVulnerabilities) {
        if (entry.component !== component || (entry.only === 'windows' && !isWindows)) continue;
        const range = rangeOf(release, entry.affected);
        if (range === undefined) continue;
        const fixed = formatRelease(range.fixed ?? range.introduced);
        const data = { component, release: formatRelease(release), id: entry.id, effect: entry.effect, fixed };
        const use = entry.needs === undefined ? yes : featureUse(entry.needs, inventory);
        if (use.is === 'yes') report.fail('vulnerable', field, data);
        if (use.is === 'unknown') report.assuming(use.missing.join(', ')).fail('vulnerable', field, data);
      }
    }
  },
});

function apiServersOf(inventory: Inventory): Running[] {
  return apiServersIn(inventory).map(({ release, field }) => ({ component: 'kube-apiserver', release, field }));
}

function componentsOf(judged: KubernetesObject): Running[] {
  const info = asObject(judged.status['nodeInfo']);
  const fields = [
    ['kubelet', 'kubeletVersion'],
    ['kube-proxy', 'kubeProxyVersion'],
  ] as const;
  return fields.flatMap(([component, field]) => {
    const release = parseRelease(asString(info[field]) ?? '');
    return release === undefined ? [] : [{ component, release, field: judged.at('status', 'nodeInfo', field) }];
  });
}

function apiServer(tag: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver-one
  namespace: kube-system
  labels:
    component: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.example/kube-apiserver:${tag}
`;
}

function node(info: string, metadata = '  uid: n1\n'): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
${metadata}status:
  nodeInfo:
${info}`;
}

function pod(spec: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
${spec}`;
}

function stream(...documents: readonly string[]): string {
  return documents.join('---\n');
}

/** What the findings on a release say, by the ids of the table. */
function texts(component: string, release: string, fixes: Readonly<Record<string, string>>, assuming = ''): string[] {
  return Object.entries(fixes).map(([id, fixed]) => {
    const effect = kubernetesVulnerabilities.find((entry) => entry.id === id)?.effect ?? '';
    return `${component} ${release} has ${id}: ${effect}; fixed in ${fixed}${assuming}`;
  });
}

const kubelet = node('    kubeletVersion: v1.30.2\n    kubeProxyVersion: v1.30.2\n');
const checkpoint = texts('kubelet', '1.30.2', { 'CVE-2025-0426': '1.30.10' });
const gitRepo = { 'CVE-2024-10220': '1.30.3' };

export const examples: CheckExamples = {
  pass: [
    apiServer('v1.34.1'),
    stream(
      apiServer('v1.34.1'),
      node('    kubeletVersion: v1.33.1-gke.100\n    kubeProxyVersion: v1.33.1\n    operatingSystem: windows\n'),
    ),
  ],
  fail: [
    {
      yaml: apiServer('v1.33.1'),
      at: ['11:14', '11:14'],
      message: texts('kube-apiserver', '1.33.1', { 'CVE-2025-4563': '1.33.2', 'CVE-2025-5187': '1.33.4' }),
    },
    {
      yaml: stream(kubelet, pod('  volumes:\n    - {name: code, gitRepo: {}}\n')),
      at: ['8:21', '8:21'],
      message: [...texts('kubelet', '1.30.2', gitRepo), ...checkpoint],
    },
    {
      yaml: kubelet,
      at: ['8:21', '8:21'],
      message: [...texts('kubelet', '1.30.2', gitRepo, ' (assuming a pod has a gitRepo volume)'), ...checkpoint],
    },
    { yaml: kubelet, complete: true, at: '8:21', message: checkpoint },
    {
      yaml: node('    kubeletVersion: v1.32.0\n    operatingSystem: windows\n'),
      at: ['8:21', '8:21'],
      message: texts('kubelet', '1.32.0', { 'CVE-2024-9042': '1.32.1', 'CVE-2025-0426': '1.32.2' }),
    },
    {
      yaml: node('    kubeletVersion: v1.34.0\n    kubeProxyVersion: v1.18.3\n'),
      at: '9:23',
      message: texts('kube-proxy', '1.18.3', { 'CVE-2020-8558': '1.18.4' }),
    },
    {
      yaml: apiServer('v1.24.4'),
      complete: true,
      at: Array<string>(6).fill('11:14'),
      message: texts('kube-apiserver', '1.24.4', {
        'CVE-2022-3162': '1.24.8',
        'CVE-2022-3294': '1.24.8',
        'CVE-2023-2727': '1.24.15',
        'CVE-2023-2728': '1.24.15',
        'CVE-2024-3177': '1.27.13',
        'CVE-2025-5187': '1.31.12',
      }),
    },
  ],
  unknown: [{ yaml: node('    osImage: Linux\n'), missing: 'the version of what runs' }],
  notApplicable: [node('    osImage: Linux\n', ''), 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n'],
};
