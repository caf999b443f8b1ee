import { describe, expect, it } from 'vitest';
import { recordFix } from '../../fix/field-edit.ts';
import { podAnnotationsFrom } from '../../kubernetes/pod-annotation.ts';
import { workloadOfPod } from '../../kubernetes/workload-of-pod.ts';
import legacySecurityAnnotation from './legacy-security-annotation.ts';

const KEY = 'seccomp.security.alpha.kubernetes.io/pod';

/** What the fix does to an annotation of this value, as kinds of edits and paths. */
function editsOn(value: string, securityContext?: unknown): unknown[] {
  const view = workloadOfPod({ securityContext, containers: [{ name: 'web' }] }, { annotations: { [KEY]: value } });
  const [annotation] = podAnnotationsFrom(view, KEY);
  if (annotation === undefined || legacySecurityAnnotation.fix === undefined) throw new Error('nothing to fix');
  const finding = { at: annotation.at, message: 'seccomp', data: { key: KEY } };
  return recordFix(legacySecurityAnnotation.fix, finding, view).map(({ is, at }) => [is, at.path.join('.')]);
}

describe('the fix of legacy-security-annotation', () => {
  it('moves the profile into the field', () => {
    expect(editsOn('runtime/default')).toEqual([
      ['set', 'spec.securityContext.seccompProfile'],
      ['remove', `metadata.annotations.${KEY}`],
    ]);
  });

  it('leaves a field that is set as it is', () => {
    const removed = [['remove', `metadata.annotations.${KEY}`]];
    expect(editsOn('runtime/default', { seccompProfile: { type: 'Localhost' } })).toEqual(removed);
    expect(editsOn('anything', { seccompProfile: { type: 'Localhost' } })).toEqual(removed);
  });

  it('leaves a value that means nothing to a person', () => {
    expect(editsOn('anything')).toEqual([]);
    expect(editsOn('anything', { seccompProfile: null })).toEqual([]);
  });
});
