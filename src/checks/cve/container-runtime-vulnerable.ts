import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asObject, asString } from '../../core/json.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { formatRelease, parseRelease, rangeOf } from '../../kubernetes/release.ts';
import { runtimeVulnerabilities } from '../../kubernetes/vulnerabilities/container-runtimes.ts';

export default defineCheck({
  id: 'container-runtime-vulnerable',
  on: objectsOf('Node'),
  severity: 'medium',
  title: 'Container runtime has a known hole',
  why: 'The runtime is what keeps a container in: a hole in it leads to the node.',
  advice: 'Upgrade the runtime of the node to the fixed release, or accept the finding where the package has the fix.',
  messages: { vulnerable: 'it runs {runtime} {release} with {id}: {effect}; fixed in {fixed}' },
  evaluate(judged, report) {
    const version = asString(asObject(judged.status['nodeInfo'])['containerRuntimeVersion']);
    if (version === undefined && !isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    const [runtime = '', text = ''] = (version ?? '').split('://');
    const release = parseRelease(text);
    const known = runtimeVulnerabilities.filter((entry) => entry.runtime === runtime);
    if (known.length === 0 || release === undefined) {
      report.unknown({ what: 'which release of containerd or CRI-O the node runs' });
      return;
    }
    for (const { id, effect, affected } of known) {
      const range = rangeOf(release, affected);
      if (range === undefined) continue;
      const fixed = formatRelease(range.fixed ?? range.introduced);
      const data = { runtime, release: formatRelease(release), id, effect, fixed };
      report.fail('vulnerable', judged.at('status', 'nodeInfo', 'containerRuntimeVersion'), data);
    }
  },
});

function node(version: string): string {
  return `apiVersion: v1
kind: Node
metadata:
  name: one
status:
  nodeInfo:
    containerRuntimeVersion: ${version}
`;
}

const bareNode = `apiVersion: v1
kind: Node
metadata:
  name: one
`;

export const examples: CheckExamples = {
  pass: [node('containerd://2.1.5'), node('containerd://1.7.29-k3s1'), node('cri-o://1.34.0')],
  fail: [
    {
      yaml: node('containerd://2.0.6'),
      at: ['7:30', '7:30'],
      message: [
        'it runs containerd 2.0.6 with CVE-2024-25621: users of the node read the files of containerd; fixed in 2.0.7',
        'it runs containerd 2.0.6 with CVE-2025-64329: repeated attaching can exhaust the memory of the node; fixed in 2.0.7',
      ],
    },
    {
      yaml: node('cri-o://1.23.1'),
      at: '7:30',
      message: 'it runs cri-o 1.23.1 with CVE-2022-0811: a sysctl of a pod runs commands on the node; fixed in 1.23.2',
    },
  ],
  unknown: [
    { yaml: node('docker://20.10.7'), missing: 'which release of containerd or CRI-O the node runs' },
    { yaml: node('containerd://unknown'), missing: 'which release of containerd or CRI-O the node runs' },
    { yaml: `${bareNode}  uid: n1\n`, missing: 'which release of containerd or CRI-O the node runs' },
  ],
  notApplicable: [bareNode],
};
