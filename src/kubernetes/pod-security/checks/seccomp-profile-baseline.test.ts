import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { seccompProfileBaseline } from './seccomp-profile-baseline.ts';

const podKey = 'seccomp.security.alpha.kubernetes.io/pod';
const containerPrefix = 'container.seccomp.security.alpha.kubernetes.io/';
const unconfined = { seccompProfile: { type: 'Unconfined' } };

describe('seccompProfile_baseline', () => {
  it('reads annotations to 1.18, those of containers that are there', () => {
    const annotations = {
      [podKey]: 'unconfined',
      [`${containerPrefix}web`]: '',
      [`${containerPrefix}gone`]: 'unconfined',
    };
    const pod = examplePod({ annotations });
    expect(verdictLines(seccompProfileBaseline, pod, 18)).toEqual([
      `seccompProfile (forbidden annotations ${containerPrefix}web="", ${podKey}="unconfined")`,
      `metadata.annotations["${podKey}"]`,
      `metadata.annotations["${containerPrefix}web"]`,
    ]);
    expect(forbiddenAt(seccompProfileBaseline, pod)).toEqual(minors(0, 18));
  });

  it('names one annotation in the singular', () => {
    expect(verdictLines(seccompProfileBaseline, examplePod({ annotations: { [podKey]: 'a"' } }), 0)[0]).toBe(
      `seccompProfile (forbidden annotation ${podKey}="a\\"")`,
    );
  });

  it('lets annotations pass that confine', () => {
    for (const value of ['runtime/default', 'docker/default', 'localhost/web']) {
      const annotations = { [podKey]: value, [`${containerPrefix}web`]: value };
      expect(verdictLines(seccompProfileBaseline, examplePod({ annotations }), 18)).toEqual([]);
    }
  });

  it('reads fields from 1.19 on', () => {
    const pod = examplePod({
      podSecurityContext: unconfined,
      spec: { ephemeralContainers: [exampleContainer('shell', { seccompProfile: { type: 'Off' } })] },
    });
    expect(verdictLines(seccompProfileBaseline, pod)).toEqual([
      'seccompProfile (pod and container "shell" must not set securityContext.seccompProfile.type to "Off", "Unconfined")',
      'spec.securityContext.seccompProfile.type',
      'spec.ephemeralContainers[0].securityContext.seccompProfile.type',
    ]);
    expect(forbiddenAt(seccompProfileBaseline, pod)).toEqual(minors(19));
  });

  it('asks for no profile', () => {
    const pod = examplePod({ podSecurityContext: { seccompProfile: undefined } });
    expect(forbiddenAt(seccompProfileBaseline, pod)).toEqual([]);
  });
});
