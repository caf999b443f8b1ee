import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../../core/unknown-value.ts';
import { containerLines } from './pod-lines.ts';

const range = 'must be between 0 and 2147483647, inclusive';

describe('the security context of a pod', () => {
  it('has identities in the range', () => {
    const securityContext = { runAsUser: -1, runAsGroup: 2 ** 31, fsGroup: -2, supplementalGroups: [1, -3] };
    expect(containerLines({}, { securityContext })).toEqual([
      `spec.securityContext.runAsUser: Invalid value: -1: ${range}`,
      `spec.securityContext.runAsGroup: Invalid value: 2147483648: ${range}`,
      `spec.securityContext.fsGroup: Invalid value: -2: ${range}`,
      `spec.securityContext.supplementalGroups[1]: Invalid value: -3: ${range}`,
    ]);
  });

  it('has sysctls with names of their own', () => {
    const sysctls = [
      { name: 'a.b', value: '' },
      { name: 'a.b', value: '1' },
      { name: 'A!', value: '1' },
    ];
    expect(containerLines({}, { securityContext: { sysctls } })).toEqual([
      'spec.securityContext.sysctls[2].name: Invalid value: "A!": must have at most 253 characters and be the name of a sysctl',
      'spec.securityContext.sysctls[1].name: Duplicate value: "a.b"',
    ]);
  });
});

describe('profiles', () => {
  it.each([
    [{ type: 'Localhost' }, 'Required value: must be set when seccomp type is Localhost'],
    [{ type: 'Localhost', localhostProfile: '/a' }, 'Invalid value: "/a": must be a relative path'],
    [{ type: 'Localhost', localhostProfile: '../a' }, 'Invalid value: "../a": must not contain \'..\''],
    [
      { type: 'RuntimeDefault', localhostProfile: 'a' },
      'Invalid value: "a": can only be set when seccomp type is Localhost',
    ],
  ])('of seccomp: %j', (seccompProfile, line) => {
    expect(containerLines({ securityContext: { seccompProfile } })).toEqual([
      `spec.containers[0].securityContext.seccompProfile.localhostProfile: ${line}`,
    ]);
  });

  it.each([
    [{ type: 'Localhost' }, 'Required value: must be set when AppArmor type is Localhost'],
    [{ type: 'Localhost', localhostProfile: ' a' }, 'Invalid value: " a": must not be padded with whitespace'],
    [
      { type: 'Unconfined', localhostProfile: 'a' },
      'Invalid value: "a": can only be set when AppArmor type is Localhost',
    ],
  ])('of AppArmor: %j', (appArmorProfile, line) => {
    expect(containerLines({ securityContext: { appArmorProfile } })).toEqual([
      `spec.containers[0].securityContext.appArmorProfile.localhostProfile: ${line}`,
    ]);
  });

  it('are of a known type', () => {
    const securityContext = { seccompProfile: { type: 'Default' }, appArmorProfile: {} };
    expect(containerLines({}, { securityContext })).toEqual([
      'spec.securityContext.appArmorProfile.type: Required value',
      'spec.securityContext.seccompProfile.type: Unsupported value: "Default": supported values: "Localhost", "RuntimeDefault", "Unconfined"',
    ]);
  });

  it('are not judged where the type is not known', () => {
    const seccompProfile = { type: new UnknownValue('var.type'), localhostProfile: 'a' };
    expect(containerLines({ securityContext: { seccompProfile } })).toEqual([]);
  });
});

describe('the security context of a container', () => {
  it('does not contradict itself', () => {
    const securityContext = {
      allowPrivilegeEscalation: false,
      privileged: true,
      capabilities: { add: ['CAP_SYS_ADMIN'] },
      procMount: 'Unmasked',
    };
    const shown = JSON.stringify(securityContext);
    expect(containerLines({ securityContext })).toEqual([
      'spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`',
      `spec.containers[0].securityContext: Invalid value: ${shown}: cannot set \`allowPrivilegeEscalation\` to false and \`privileged\` to true`,
      `spec.containers[0].securityContext: Invalid value: ${shown}: cannot set \`allowPrivilegeEscalation\` to false and \`capabilities.Add\` CAP_SYS_ADMIN`,
    ]);
    expect(containerLines({ securityContext: { procMount: 'Unmasked' } }, { hostUsers: false })).toEqual([]);
  });
});
