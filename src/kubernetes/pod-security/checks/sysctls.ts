import { asList, asObject } from '../../../core/json.ts';
import { type EvaluatedPod, textOf } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';

const ALLOWED = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const ALLOWED_FROM_27 = [...ALLOWED, 'net.ipv4.ip_local_reserved_ports'];
const ALLOWED_FROM_29 = [
  ...ALLOWED_FROM_27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const ALLOWED_FROM_32 = [...ALLOWED_FROM_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];
const ALLOWED_FROM_37 = [...ALLOWED_FROM_32, 'net.ipv4.tcp_slow_start_after_idle', 'net.ipv4.tcp_notsent_lowat'];

/** Pods must not set kernel parameters but those that stay in the pod. */
export const sysctls: PolicyCheck = {
  id: 'sysctls',
  level: 'baseline',
  revisions: [
    { from: 0, evaluate: (pod) => evaluate(pod, ALLOWED) },
    { from: 27, evaluate: (pod) => evaluate(pod, ALLOWED_FROM_27) },
    { from: 29, evaluate: (pod) => evaluate(pod, ALLOWED_FROM_29) },
    { from: 32, evaluate: (pod) => evaluate(pod, ALLOWED_FROM_32) },
    { from: 37, evaluate: (pod) => evaluate(pod, ALLOWED_FROM_37) },
  ],
};

function evaluate(pod: EvaluatedPod, allowed: readonly string[]): Forbidden | undefined {
  const bad = asList(pod.securityContext['sysctls'])
    .map((entry, index) => ({ index, name: textOf(asObject(entry)['name']) }))
    .filter(({ name }) => !allowed.includes(name));
  if (bad.length === 0) return undefined;
  return {
    reason: 'forbidden sysctls',
    detail: bad.map(({ name }) => name).join(', '),
    locations: bad.map(({ index }) => ['spec', 'securityContext', 'sysctls', index, 'name']),
  };
}
