import { asList, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import type { Workload } from './workload.ts';

/** A kernel parameter that a pod sets. */
export interface Sysctl {
  /** Empty where it has none. */
  readonly name: string;
  readonly value: string | undefined;
  /** The entry of the list. */
  readonly at: Place;
}

/** The kernel parameters that stay in the pod that sets them, and the first minor version that allows them. */
const SAFE_FROM: ReadonlyMap<string, number> = new Map([
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
]);

/** True if the Pod Security Standards of a minor version allow the parameter; names are compared exactly. */
export function isSafeSysctl(name: string, minor: number): boolean {
  const from = SAFE_FROM.get(name);
  return from !== undefined && minor >= from;
}

/** The kernel parameters that a pod sets. */
export function sysctlsOf(workload: Workload): Sysctl[] {
  return asList(workload.securityContext['sysctls']).map((entry, index) => {
    const content = asObject(entry);
    return {
      name: asString(content['name']) ?? '',
      get value() {
        return asString(content['value']);
      },
      at: workload.at('securityContext', 'sysctls', index),
    };
  });
}
