import type { Peer } from './peer.ts';
import checkov from './peers/checkov.ts';
import kics from './peers/kics.ts';
import kubeLinter from './peers/kube-linter.ts';
import kubeScore from './peers/kube-score.ts';
import kubeaudit from './peers/kubeaudit.ts';
import polaris from './peers/polaris.ts';
import trivy from './peers/trivy.ts';

/** A form of suppression that is understood, with an example and what it holds for. */
export interface Form {
  readonly peer: Peer;
  readonly written: Written;
  readonly holdsFor: string;
}

/** A comment without its number sign, or an annotation or a label with its value. */
export type Written =
  | { readonly as: 'comment'; readonly text: string }
  | { readonly as: 'annotation' | 'label'; readonly key: string; readonly value: string };

function comment(text: string): Written {
  return { as: 'comment', text };
}

function annotation(key: string, value: string): Written {
  return { as: 'annotation', key, value };
}

function label(key: string, value: string): Written {
  return { as: 'label', key, value };
}

const OVERRIDE = 'allow-run-as-root';

/** The forms that are understood, by tool. */
export const forms: readonly Form[] = [
  { peer: checkov, written: comment('checkov:skip=CKV_K8S_16:REASON'), holdsFor: 'the object it stands in' },
  { peer: checkov, written: annotation('checkov.io/skip1', 'CKV_K8S_16=REASON'), holdsFor: 'the object' },
  { peer: kics, written: comment('kics-scan ignore'), holdsFor: 'everything in the file, if it stands above all else' },
  {
    peer: kics,
    written: comment('kics-scan disable=dd29336b-fe57-445b-a26e-e6aa867ae609'),
    holdsFor: 'the file, if it stands above all else; several ids side by side with commas',
  },
  {
    peer: kics,
    written: comment('kics-scan enable=dd29336b-fe57-445b-a26e-e6aa867ae609'),
    holdsFor:
      'the file, if it stands above all else: whatever answers to the other queries of KICS, and to none of these',
  },
  { peer: kics, written: comment('kics-scan ignore-block'), holdsFor: 'everything in the line below it and its block' },
  { peer: kics, written: comment('kics-scan ignore-line'), holdsFor: 'everything in its line and the one below it' },
  {
    peer: trivy,
    written: comment('trivy:ignore:KSV-0017:exp:2030-01-01'),
    holdsFor: 'the line it stands behind or above, and its block, up to the day before; `*` is everything',
  },
  {
    peer: kubeLinter,
    written: annotation('ignore-check.kube-linter.io/privileged-container', 'REASON'),
    holdsFor: 'the object',
  },
  {
    peer: kubeLinter,
    written: annotation('kube-linter.io/ignore-all', 'REASON'),
    holdsFor: 'everything in the object',
  },
  {
    peer: polaris,
    written: annotation('polaris.fairwinds.com/runAsPrivileged-exempt', 'true'),
    holdsFor: 'the object',
  },
  { peer: polaris, written: annotation('polaris.fairwinds.com/exempt', 'true'), holdsFor: 'everything in the object' },
  {
    peer: kubeScore,
    written: annotation('kube-score/ignore', 'container-image-tag,pod-networkpolicy'),
    holdsFor: 'the object; also read on its pod template; `*` is everything',
  },
  {
    peer: kubeaudit,
    written: label(`container.audit.kubernetes.io/web.${OVERRIDE}`, 'REASON'),
    holdsFor: 'one container; read on pods and pod templates, also under `container.kubeaudit.io/`',
  },
  {
    peer: kubeaudit,
    written: label(`audit.kubernetes.io/pod.${OVERRIDE}`, 'REASON'),
    holdsFor: 'the pod; read on pods and pod templates, also as `kubeaudit.io/OVERRIDE`',
  },
  {
    peer: kubeaudit,
    written: label('audit.kubernetes.io/namespace.allow-non-default-deny-ingress-network-policy', 'REASON'),
    holdsFor: 'the namespace; read on namespaces',
  },
];
