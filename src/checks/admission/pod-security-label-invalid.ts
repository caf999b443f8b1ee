import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { integer } from '../../core/parameter.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { parseLevel } from '../../kubernetes/pod-security/levels.ts';
import { podSecurityModes, podSecurityPrefix, versionLabelOf } from '../../kubernetes/pod-security/namespace-labels.ts';
import { parsePolicyVersion } from '../../kubernetes/pod-security/policy-version.ts';

const knownLabels: readonly string[] = podSecurityModes.flatMap((mode) => [
  podSecurityPrefix + mode,
  versionLabelOf(mode),
]);

export default defineCheck({
  id: 'pod-security-label-invalid',
  on: objectsOf('Namespace'),
  severity: 'low',
  parameters: { maximumAge: integer(4) },
  title: 'Label of Pod Security is not understood, or names an old version',
  why: 'A misspelt level enforces something other than meant, or nothing, and an old version lacks what was forbidden since.',
  advice: 'Use the levels privileged, baseline or restricted, and the version latest or one of the last releases.',
  messages: {
    level: 'the level "{level}" of the label {label} is none of privileged, baseline, restricted',
    version: 'the version "{version}" of the label {label} is neither latest nor of the form v1.34',
    old: 'the version {version} of the label {label} is {age} releases older than the cluster',
    suffix: 'Pod Security knows no label {label}',
  },
  evaluate(judged, report, { parameters, targetVersion }) {
    for (const mode of podSecurityModes) {
      const label = podSecurityPrefix + mode;
      const level = judged.labels.get(label);
      if (level === undefined) continue;
      if (parseLevel(level) === undefined)
        report.fail('level', judged.at('metadata', 'labels', label), { level, label });
      const versionLabel = versionLabelOf(mode);
      const version = judged.labels.get(versionLabel);
      if (version === undefined) continue;
      const place = judged.at('metadata', 'labels', versionLabel);
      const parsed = parsePolicyVersion(version);
      if (parsed === undefined) {
        report.fail('version', place, { version, label: versionLabel });
        continue;
      }
      const age = targetVersion.minor - parsed.minor;
      if (age > parameters.maximumAge) report.fail('old', place, { version, label: versionLabel, age });
    }
    for (const label of judged.labels.keys()) {
      if (!label.startsWith(podSecurityPrefix) || knownLabels.includes(label)) continue;
      report.fail('suffix', judged.at('metadata', 'labels', label), { label });
    }
  },
});

function labelled(...labels: readonly string[]): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: sales
${labels.map((label) => `    pod-security.kubernetes.io/${label}\n`).join('')}`;
}

export const examples: CheckExamples = {
  pass: [
    labelled(
      'enforce: baseline',
      'enforce-version: latest',
      'audit: restricted',
      'audit-version: v1.32',
      'warn: privileged',
      'warn-version: v1.40',
    ),
    labelled('enforce-version: newest'),
    { yaml: labelled('enforce: baseline', 'enforce-version: v1.30'), targetVersion: '1.34' },
    { yaml: labelled('enforce: baseline', 'enforce-version: v1.30'), parameters: { maximumAge: 6 } },
  ],
  fail: [
    {
      yaml: labelled('enforce: Baseline', 'audit: strict', 'warn: ""'),
      at: ['7:41', '8:39', '9:38'],
      message: [
        'the level "Baseline" of the label pod-security.kubernetes.io/enforce is none of privileged, baseline, restricted',
        'the level "strict" of the label pod-security.kubernetes.io/audit is none of privileged, baseline, restricted',
        'the level "" of the label pod-security.kubernetes.io/warn is none of privileged, baseline, restricted',
      ],
    },
    {
      yaml: labelled('enforce: restricted', 'enforce-version: "1.34"', 'warn: baseline', 'warn-version: v1.34.2'),
      at: ['8:49', '10:46'],
      message: [
        'the version "1.34" of the label pod-security.kubernetes.io/enforce-version is neither latest nor of the form v1.34',
        'the version "v1.34.2" of the label pod-security.kubernetes.io/warn-version is neither latest nor of the form v1.34',
      ],
    },
    {
      yaml: labelled('enforce: restricted', 'enforce-version: v1.31'),
      at: '8:49',
      message:
        'the version v1.31 of the label pod-security.kubernetes.io/enforce-version is 5 releases older than the cluster',
    },
    {
      yaml: labelled('enforced: restricted'),
      at: '7:42',
      message: 'Pod Security knows no label pod-security.kubernetes.io/enforced',
    },
  ],
};
