import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, server, verdictLines } from '../check-example.ts';
import { newestPolicyMinor } from '../policy-version.ts';
import { appArmorProfile } from './app-armor-profile.ts';

const webAnnotation = 'container.apparmor.security.beta.kubernetes.io/web';
const unconfined = { appArmorProfile: { type: 'Unconfined' } };

function linesOn(minor: number, pod: ReturnType<typeof examplePod>, isTemplate = false): string[] {
  return verdictLines(appArmorProfile, pod, newestPolicyMinor, { serverVersion: server(minor), isTemplate });
}

describe('appArmorProfile', () => {
  it('reads the fields of the pod and of every container, at every version of the policy', () => {
    const pod = examplePod({
      podSecurityContext: unconfined,
      spec: {
        containers: [exampleContainer('web', unconfined), exampleContainer('log')],
        ephemeralContainers: [exampleContainer('shell', { appArmorProfile: { type: '' } })],
      },
    });
    expect(linesOn(36, pod)).toEqual([
      'forbidden AppArmor profiles (pod and containers "web", "shell" must not set AppArmor profile type to "", "Unconfined")',
      'spec.securityContext.appArmorProfile.type',
      'spec.containers[0].securityContext.appArmorProfile.type',
      'spec.ephemeralContainers[0].securityContext.appArmorProfile.type',
    ]);
    expect(forbiddenAt(appArmorProfile, pod)).toEqual(minors(0));
  });

  it('names one value in the singular', () => {
    expect(linesOn(36, examplePod({ containerSecurityContext: unconfined }))).toEqual([
      'forbidden AppArmor profile (container "web" must not set AppArmor profile type to "Unconfined")',
      'spec.containers[0].securityContext.appArmorProfile.type',
    ]);
  });

  it('lets profiles pass that confine', () => {
    for (const type of ['RuntimeDefault', 'Localhost']) {
      const confined = { appArmorProfile: { type } };
      const pod = examplePod({ podSecurityContext: confined, containerSecurityContext: confined });
      expect(linesOn(36, pod)).toEqual([]);
    }
    for (const value of ['', 'runtime/default', 'localhost/web']) {
      expect(linesOn(36, examplePod({ annotations: { [webAnnotation]: value } }))).toEqual([]);
    }
  });

  it('reads annotations of containers that are not there, sorted and quoted', () => {
    const prefix = 'container.apparmor.security.beta.kubernetes.io/';
    const pod = examplePod({ annotations: { [`${prefix}z`]: 'a"b', [`${prefix}b`]: 'x\n', note: 'unconfined' } });
    expect(linesOn(36, pod)).toEqual([
      'forbidden AppArmor profiles (annotations must not set AppArmor profile type to ' +
        `"${prefix}b="x\\n"", "${prefix}z="a\\"b"")`,
      `metadata.annotations["${prefix}z"]`,
      `metadata.annotations["${prefix}b"]`,
    ]);
  });

  it('copies the annotation of a container to its field', () => {
    const pod = examplePod({ annotations: { [webAnnotation]: 'unconfined' } });
    expect(linesOn(36, pod)).toEqual([
      'forbidden AppArmor profiles (container "web" and annotation must not set AppArmor profile type to ' +
        `"Unconfined", "${webAnnotation}="unconfined"")`,
      `metadata.annotations["${webAnnotation}"]`,
    ]);
  });

  it('copies no annotation where the field is set, the pod says the same, or the pod is no new Linux pod', () => {
    const only = `forbidden AppArmor profile (annotation must not set AppArmor profile type to "${webAnnotation}="unconfined"")`;
    const annotations = { [webAnnotation]: 'unconfined' };
    const confined = { appArmorProfile: { type: 'RuntimeDefault' } };
    expect(linesOn(36, examplePod({ annotations, containerSecurityContext: confined }))[0]).toBe(only);
    expect(linesOn(36, examplePod({ annotations, spec: { os: { name: 'windows' } } }))[0]).toBe(only);
    expect(linesOn(36, examplePod({ annotations }), true)[0]).toBe(only);
    expect(linesOn(36, examplePod({ annotations, podSecurityContext: unconfined }))[0]).toBe(
      'forbidden AppArmor profiles (pod and annotation must not set AppArmor profile type to ' +
        `"Unconfined", "${webAnnotation}="unconfined"")`,
    );
  });

  it('copies fields to annotations on servers 1.30 to 1.33', () => {
    const ofContainer = examplePod({ containerSecurityContext: unconfined });
    const ofPod = examplePod({ podSecurityContext: unconfined });
    for (const minor of [30, 33]) {
      expect(linesOn(minor, ofContainer)).toEqual([
        'forbidden AppArmor profiles (container "web" and annotation must not set AppArmor profile type to ' +
          `"Unconfined", "${webAnnotation}="unconfined"")`,
        'spec.containers[0].securityContext.appArmorProfile.type',
      ]);
      expect(linesOn(minor, ofPod)).toEqual([
        'forbidden AppArmor profiles (pod and annotation must not set AppArmor profile type to ' +
          `"Unconfined", "${webAnnotation}="unconfined"")`,
        'spec.securityContext.appArmorProfile.type',
      ]);
    }
    expect(linesOn(34, ofPod)[0]).toBe(
      'forbidden AppArmor profile (pod must not set AppArmor profile type to "Unconfined")',
    );
  });

  it('knows no fields on servers before 1.30, and has other words there', () => {
    expect(linesOn(29, examplePod({ podSecurityContext: unconfined, containerSecurityContext: unconfined }))).toEqual(
      [],
    );
    expect(linesOn(29, examplePod({ annotations: { [webAnnotation]: 'unconfined' } }))).toEqual([
      `forbidden AppArmor profile (${webAnnotation}="unconfined")`,
      `metadata.annotations["${webAnnotation}"]`,
    ]);
  });
});
