import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { container } from '../../kubernetes/container.ts';
import { parseImageReference } from '../../kubernetes/image-reference.ts';
import { formatRelease, parseRelease, type Release, rangeOf } from '../../kubernetes/release.ts';
import { type ComponentVulnerability, componentVulnerabilities } from '../../kubernetes/vulnerabilities/components.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'component-vulnerable',
  on: workload,
  each: container,
  severity: 'high',
  covers: ['ingress-nginx-retired'],
  title: 'Component has a known hole',
  why: 'How to use it has been published; who reaches the component takes over what it may do.',
  advice: 'Upgrade to the fixed release that is named, or a later one.',
  messages: { vulnerable: 'runs {image} {release} with {ids}; fixed in {fixed}' },
  evaluate(judged, report) {
    const { repository, tag } = parseImageReference(judged.image ?? '');
    const image = repository.split('/').slice(-2).join('/');
    const known = componentVulnerabilities.filter((entry) => entry.image === image);
    if (known.length === 0) return;
    const release = parseRelease(tag ?? '');
    if (release === undefined) {
      report.unknown({ what: `which release of ${image} runs`, hint: 'name it in the tag' });
      return;
    }
    const found = known.filter(({ affected }) => rangeOf(release, affected) !== undefined);
    if (found.length === 0) return;
    const fixed = formatRelease(fixedAfter(release, found));
    const ids = found.flatMap((entry) => entry.ids).join(', ');
    report.fail('vulnerable', judged.at('image'), { image, release: formatRelease(release), ids, fixed });
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'another release of the component runs',
    edits(edit, finding, judged) {
      const { image = '' } = judged;
      const { tag = '', digest } = parseImageReference(image);
      // A digest names the old release, whatever the tag says.
      const named = digest === undefined ? image : image.slice(0, image.indexOf('@'));
      const prefix = tag.startsWith('v') ? 'v' : '';
      edit.set(finding.at, `${named.slice(0, named.length - tag.length)}${prefix}${String(finding.data['fixed'])}`);
    },
  },
});

/** The first release that none of the faults is in. */
function fixedAfter(release: Release, faults: readonly ComponentVulnerability[]): Release {
  for (const { affected } of faults) {
    const fixed = rangeOf(release, affected)?.fixed;
    if (fixed !== undefined) return fixedAfter(fixed, faults);
  }
  return release;
}

function pod(image: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: tool
  namespace: shop
spec:
  containers:
    - name: tool
      image: ${image}
`;
}

export const examples: CheckExamples = {
  pass: [
    pod('registry.example/grafana/grafana:9.2.4-ubuntu'),
    pod('registry.example/grafana:9.2.1'),
    pod('registry.example/shop/web'),
    pod('registry.example/ingress-nginx/controller:v1.14.3'),
  ],
  fail: [
    {
      yaml: pod('registry.example:5000/mirror/grafana/grafana:9.2.3-ubuntu'),
      at: '9:14',
      message: 'container "tool" runs grafana/grafana 9.2.3 with CVE-2022-39328; fixed in 9.2.4',
      fixed: pod('registry.example:5000/mirror/grafana/grafana:9.2.4'),
    },
    {
      yaml: pod('registry.example/ingress-nginx/controller:v1.12.0'),
      at: '9:14',
      message:
        'container "tool" runs ingress-nginx/controller 1.12.0 with CVE-2025-1974, CVE-2025-1097, CVE-2025-1098, ' +
        'CVE-2025-24513, CVE-2025-24514, CVE-2026-24512, CVE-2026-1580; fixed in 1.13.7',
      fixed: pod('registry.example/ingress-nginx/controller:v1.13.7'),
    },
    {
      yaml: pod('argoproj/argocd:v2.1.8'),
      at: '9:14',
      message: 'container "tool" runs argoproj/argocd 2.1.8 with CVE-2022-24348; fixed in 2.1.9',
      fixed: pod('argoproj/argocd:v2.1.9'),
    },
    {
      yaml: pod(`grafana/grafana:9.2.0@sha256:${'0'.repeat(64)}`),
      at: '9:14',
      message: 'container "tool" runs grafana/grafana 9.2.0 with CVE-2022-39328; fixed in 9.2.4',
      fixed: pod('grafana/grafana:9.2.4'),
    },
  ],
  unknown: [{ yaml: pod('registry.example/kyverno/kyverno:latest'), missing: 'which release of kyverno/kyverno runs' }],
};
