import { asList, asNumber, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import { valueText } from '../core/value-text.ts';
import type { Container } from './container.ts';
import type { Workload } from './workload.ts';

export const probeNames = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

export type ProbeName = (typeof probeNames)[number];

/** True for pods that are to run until someone stops them: only they are restarted, or taken out of Services, for long. */
export function runsForGood({ pod }: Workload): boolean {
  return (asString(pod['restartPolicy']) || 'Always') === 'Always';
}

/** A probe of a container; undefined where it is unset or null. */
export function probeOf({ content }: Container, name: ProbeName): JsonObject | undefined {
  const probe = content[name];
  return probe === undefined || probe === null ? undefined : asObject(probe);
}

const LONGEST_HANDLER = 65_536;

/** What a probe does, with what the API server fills in; equal for equal handlers, undefined without one. */
export function probeHandler(probe: JsonObject): string | undefined {
  const { httpGet, tcpSocket, grpc, exec } = probe;
  const handlers: (readonly unknown[])[] = [];
  if (isObject(httpGet)) handlers.push(httpHandler(httpGet));
  if (isObject(tcpSocket)) handlers.push(['tcp', asString(tcpSocket['host']) ?? '', tcpSocket['port']]);
  if (isObject(grpc)) handlers.push(['grpc', asString(grpc['service']) ?? '', grpc['port']]);
  if (isObject(exec)) handlers.push(['exec', asList(exec['command'])]);
  return handlers.length === 0 ? undefined : valueText(handlers, LONGEST_HANDLER);
}

function httpHandler({ host, path, port, scheme, httpHeaders }: JsonObject): readonly unknown[] {
  const headers = asList(httpHeaders).map((header) => [asObject(header)['name'], asObject(header)['value']]);
  return ['http', asString(host) ?? '', asString(path) || '/', port, asString(scheme) || 'HTTP', headers];
}

/** How long a probe puts up with failures. */
export interface Patience {
  readonly failureThreshold: number;
  readonly periodSeconds: number;
  /** Both multiplied, in seconds. */
  readonly seconds: number;
}

/** The patience of a probe: three failures, ten seconds apart, unless it says otherwise. */
export function patienceOf(probe: JsonObject): Patience {
  const failureThreshold = asNumber(probe['failureThreshold']) || 3;
  const periodSeconds = asNumber(probe['periodSeconds']) || 10;
  return { failureThreshold, periodSeconds, seconds: failureThreshold * periodSeconds };
}

/** The names of the ports that a container declares. */
export function portNames({ content }: Container): ReadonlySet<string> {
  const names = new Set<string>();
  for (const port of asList(content['ports'])) {
    const name = asString(asObject(port)['name']);
    if (name !== undefined) names.add(name);
  }
  return names;
}
