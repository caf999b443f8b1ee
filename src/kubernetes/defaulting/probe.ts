import { fields, ifEmpty, ifUnset, number, type Rule, same, text } from './rule.ts';

const httpGet = fields({ path: ifEmpty('/'), scheme: ifEmpty('HTTP'), host: text });

const tcpSocket = fields({ host: text });

/** A liveness, readiness or startup probe. */
export const probe: Rule = fields({
  initialDelaySeconds: number,
  timeoutSeconds: ifEmpty(1),
  periodSeconds: ifEmpty(10),
  successThreshold: ifEmpty(1),
  failureThreshold: ifEmpty(3),
  httpGet,
  tcpSocket,
  grpc: fields({ service: ifUnset('') }),
});

/** What runs after a container starts and before it stops. */
export const lifecycle: Rule = fields({ ...same(fields({ httpGet, tcpSocket }), 'postStart', 'preStop') });
