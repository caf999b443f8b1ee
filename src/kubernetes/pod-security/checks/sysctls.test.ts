import { describe, expect, it } from 'vitest';
import { examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { sysctls } from './sysctls.ts';

const setting = (...names: string[]) =>
  examplePod({ podSecurityContext: { sysctls: names.map((name) => ({ name, value: '1' })) } });

describe('sysctls', () => {
  it('names what is forbidden as it comes', () => {
    const pod = setting('net.ipv4.tcp_syncookies', 'kernel.msgmax', 'fs.mqueue.queues_max', 'kernel.msgmax');
    expect(verdictLines(sysctls, pod)).toEqual([
      'forbidden sysctls (kernel.msgmax, fs.mqueue.queues_max, kernel.msgmax)',
      'spec.securityContext.sysctls[1].name',
      'spec.securityContext.sysctls[2].name',
      'spec.securityContext.sysctls[3].name',
    ]);
    expect(forbiddenAt(sysctls, pod)).toEqual(minors(0));
  });

  it.each([
    ['kernel.shm_rmid_forced', 0],
    ['net.ipv4.ip_local_port_range', 0],
    ['net.ipv4.tcp_syncookies', 0],
    ['net.ipv4.ping_group_range', 0],
    ['net.ipv4.ip_unprivileged_port_start', 0],
    ['net.ipv4.ip_local_reserved_ports', 27],
    ['net.ipv4.tcp_keepalive_time', 29],
    ['net.ipv4.tcp_fin_timeout', 29],
    ['net.ipv4.tcp_keepalive_intvl', 29],
    ['net.ipv4.tcp_keepalive_probes', 29],
    ['net.ipv4.tcp_rmem', 32],
    ['net.ipv4.tcp_wmem', 32],
    ['net.ipv4.tcp_slow_start_after_idle', 37],
    ['net.ipv4.tcp_notsent_lowat', 37],
  ])('allows %s from 1.%d on', (name, from) => {
    expect(forbiddenAt(sysctls, setting(name))).toEqual(minors(0, from - 1));
  });
});
