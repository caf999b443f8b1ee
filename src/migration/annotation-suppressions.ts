import checkov from './peers/checkov.ts';
import kubeLinter from './peers/kube-linter.ts';
import kubeScore from './peers/kube-score.ts';
import polaris from './peers/polaris.ts';
import type { Suppression } from './suppression.ts';

const CHECKOV = 'checkov.io/skip';
const KUBE_LINTER = 'ignore-check.kube-linter.io/';
const KUBE_LINTER_ALL = 'kube-linter.io/ignore-all';
const POLARIS = 'polaris.fairwinds.com/';
const EXEMPT = '-exempt';
const KUBE_SCORE = 'kube-score/ignore';

/** What an annotation of an object says to another tool not to report. `kube-score/enable` turns checks on: it says nothing. */
export function annotationSuppressions(key: string, value: string): Suppression[] {
  if (key.startsWith(CHECKOV)) return [checkovSkip(value)];
  if (key === KUBE_LINTER_ALL) return [inAnnotation(kubeLinter, undefined, value)];
  if (key.startsWith(KUBE_LINTER)) return [inAnnotation(kubeLinter, key.slice(KUBE_LINTER.length), value)];
  if (key.startsWith(POLARIS)) return polarisExemptions(key.slice(POLARIS.length), value);
  if (key === KUBE_SCORE) return kubeScoreIgnores(value);
  return [];
}

/** True for an annotation that its tool also reads on the pod template. */
export function isReadOnTemplates(key: string): boolean {
  return key === KUBE_SCORE;
}

/** `CKV_K8S_20=reason`, the reason left out or not. */
function checkovSkip(value: string): Suppression {
  const equals = value.indexOf('=');
  if (equals === -1) return inAnnotation(checkov, value.trim(), '');
  return inAnnotation(checkov, value.slice(0, equals).trim(), value.slice(equals + 1));
}

/** `exempt` or `CHECK-exempt`, of which Polaris heeds only those that are true. */
function polarisExemptions(name: string, value: string): Suppression[] {
  if (value.trim().toLowerCase() !== 'true') return [];
  if (name === 'exempt') return [inAnnotation(polaris, undefined, '')];
  return name.endsWith(EXEMPT) ? [inAnnotation(polaris, name.slice(0, -EXEMPT.length), '')] : [];
}

/** A check whose omission leaves out another one too. */
const IMPLIED: Readonly<Record<string, string>> = {
  'container-resources': 'container-ephemeral-storage-request-and-limit',
};

function kubeScoreIgnores(value: string): Suppression[] {
  const ids = value.split(',').map((id) => id.trim());
  const all = ids.flatMap((id) => [id, IMPLIED[id] ?? '']).filter((id) => id !== '');
  return [...new Set(all)].map((id) => inAnnotation(kubeScore, id === '*' ? undefined : id, ''));
}

function inAnnotation(peer: Suppression['peer'], id: string | undefined, reason: string): Suppression {
  return { peer, id, form: 'annotation', reason: reason.trim() };
}
