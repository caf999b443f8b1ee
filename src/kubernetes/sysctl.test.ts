import { describe, expect, it } from 'vitest';
import { isSafeSysctl, sysctlsOf } from './sysctl.ts';
import { workloadOfPod } from './workload-of-pod.ts';

describe('isSafeSysctl', () => {
  it.each([
    ['kernel.shm_rmid_forced', 0],
    ['net.ipv4.ip_local_port_range', 0],
    ['net.ipv4.ip_unprivileged_port_start', 0],
    ['net.ipv4.ping_group_range', 0],
    ['net.ipv4.tcp_syncookies', 0],
    ['net.ipv4.ip_local_reserved_ports', 27],
    ['net.ipv4.tcp_fin_timeout', 29],
    ['net.ipv4.tcp_keepalive_intvl', 29],
    ['net.ipv4.tcp_keepalive_probes', 29],
    ['net.ipv4.tcp_keepalive_time', 29],
    ['net.ipv4.tcp_rmem', 32],
    ['net.ipv4.tcp_wmem', 32],
    ['net.ipv4.tcp_notsent_lowat', 37],
    ['net.ipv4.tcp_slow_start_after_idle', 37],
  ])('allows %s from 1.%d on', (name, from) => {
    expect(isSafeSysctl(name, from - 1)).toBe(false);
    expect(isSafeSysctl(name, from)).toBe(true);
    expect(isSafeSysctl(name, Infinity)).toBe(true);
  });

  it.each(['kernel.msgmax', 'net/ipv4/tcp_syncookies', 'Net.ipv4.tcp_syncookies', ''])('never allows %j', (name) => {
    expect(isSafeSysctl(name, Infinity)).toBe(false);
  });
});

describe('sysctlsOf', () => {
  it('reads names and values, and leaves out what is no text', () => {
    const sysctls = [{ name: 'kernel.msgmax', value: '1' }, { name: 1, value: 1 }, 'kernel.msgmax', {}];
    const read = sysctlsOf(workloadOfPod({ containers: [{ name: 'web' }], securityContext: { sysctls } }));
    expect(read.map(({ name, value, at }) => [name, value, at.path.join('.')])).toEqual([
      ['kernel.msgmax', '1', 'spec.securityContext.sysctls.0'],
      ['', undefined, 'spec.securityContext.sysctls.1'],
      ['', undefined, 'spec.securityContext.sysctls.2'],
      ['', undefined, 'spec.securityContext.sysctls.3'],
    ]);
  });
});
