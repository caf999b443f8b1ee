import { describe, expect, it } from 'vitest';
import { capabilitiesOf, defaultCapabilities, kernelCapability } from './capability.ts';
import { workloadOfPod } from './workload-of-pod.ts';

/** The capabilities of an init container with the security context, as names and paths. */
function listed(securityContext: unknown, list: 'add' | 'drop'): unknown[] {
  const { containers } = workloadOfPod({ initContainers: [{ name: 'migrate', securityContext }] });
  return containers
    .flatMap((one) => capabilitiesOf(one, list))
    .map(({ name, at }) => [name, at.path.slice(3).join('.')]);
}

describe('capabilitiesOf', () => {
  it('lists what is added and what is dropped', () => {
    const securityContext = { capabilities: { add: ['CHOWN', 'cap_kill'], drop: ['ALL'] } };
    expect(listed(securityContext, 'add')).toEqual([
      ['CHOWN', 'securityContext.capabilities.add.0'],
      ['cap_kill', 'securityContext.capabilities.add.1'],
    ]);
    expect(listed(securityContext, 'drop')).toEqual([['ALL', 'securityContext.capabilities.drop.0']]);
  });

  it('shows what is no name as text, and its beginning only', () => {
    const names = listed({ capabilities: { add: [1, null, ['x'.repeat(100)]] } }, 'add');
    expect(names).toEqual([
      ['1', 'securityContext.capabilities.add.0'],
      ['null', 'securityContext.capabilities.add.1'],
      [`["${'x'.repeat(38)}`, 'securityContext.capabilities.add.2'],
    ]);
  });

  it.each([undefined, null, 'ALL', { capabilities: 'ALL' }, { capabilities: { add: 'ALL' } }])(
    'is empty for %j',
    (one) => {
      expect(listed(one, 'add')).toEqual([]);
    },
  );
});

describe('kernelCapability', () => {
  it.each([
    ['SYS_ADMIN', 'SYS_ADMIN'],
    ['sys_admin', 'SYS_ADMIN'],
    ['CAP_SYS_ADMIN', 'SYS_ADMIN'],
    ['cap_sys_Admin', 'SYS_ADMIN'],
    ['CAPSYS', 'CAPSYS'],
    ['NET_CAP_X', 'NET_CAP_X'],
    ['', ''],
  ])('reads %s', (name, kernel) => {
    expect(kernelCapability(name)).toBe(kernel);
  });
});

it('knows 13 default capabilities', () => {
  expect([...defaultCapabilities].toSorted().join(' ')).toBe(
    'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT',
  );
});
