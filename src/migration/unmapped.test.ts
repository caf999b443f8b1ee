import { expect, it } from 'vitest';
import checkov from './peers/checkov.ts';
import trivy from './peers/trivy.ts';
import type { PlacedSuppression } from './suppression.ts';
import { unmappedDiagnostics } from './unmapped.ts';

function placed(id: string | undefined, line = 1, peer = checkov): PlacedSuppression {
  return {
    peer,
    id,
    form: 'comment',
    reason: '',
    scope: { of: 'lines', file: 'a.yaml', firstLine: line, lastLine: line },
    location: { file: 'a.yaml', line, column: 1, endLine: line, endColumn: 9 },
  };
}

/** The diagnostics as `line: message`. */
function told(suppressions: readonly PlacedSuppression[]): string[] {
  return unmappedDiagnostics(suppressions).map(({ location, message }) => `${location?.line}: ${message}`);
}

it('names each id once, with its tool, how often, and why', () => {
  const suppressions = [
    placed('CKV_K8S_6', 3),
    placed('CKV_AWS_20', 4),
    placed('CKV_K8S_6', 9),
    placed('x-1', 5, trivy),
  ];
  expect(told(suppressions)).toEqual([
    '3: Checkov CKV_K8S_6 is suppressed in 2 places; no check here answers to it (PodSecurityPolicy ended with Kubernetes 1.25)',
    '4: Checkov CKV_AWS_20 is suppressed; no check here answers to it',
    '5: Trivy x-1 is suppressed; no check here answers to it',
  ]);
});

it('says nothing of what is understood', () => {
  expect(told([placed('CKV_K8S_16'), placed(undefined)])).toEqual([]);
});

it('names ten ids of a tool and counts the others', () => {
  const ids = Array.from({ length: 300 }, (_, number) => placed(`CKV_AWS_${number}`, number));
  const messages = told([...ids, placed('x', 1, trivy)]);
  expect(messages).toHaveLength(12);
  expect(messages[10]).toBe('10: 290 more ids of Checkov are suppressed; no check here answers to them');
});

it('shows nothing that is no id', () => {
  expect(told([placed('hunter 2')])).toEqual([
    '1: an id of Checkov that cannot be read is suppressed; no check here answers to it',
  ]);
});
