import { asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/** A host that a probe or a lifecycle hook makes the kubelet call in place of the pod. */
export interface HandlerHost {
  readonly host: string;
  /** The field, from the container. */
  readonly path: Path;
}

const HANDLERS: readonly Path[] = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];
const ACTIONS = ['httpGet', 'tcpSocket'] as const;

/** The hosts that the probes and hooks of a container name; an empty one is none, and neither is a `Host` header. */
export function handlerHostsOf(container: JsonObject): HandlerHost[] {
  const hosts: HandlerHost[] = [];
  for (const handlerPath of HANDLERS) {
    let handler = container;
    for (const key of handlerPath) handler = asObject(handler[key]);
    for (const action of ACTIONS) {
      const host = asString(asObject(handler[action])['host']) ?? '';
      if (host !== '') hosts.push({ host, path: [...handlerPath, action, 'host'] });
    }
  }
  return hosts;
}
