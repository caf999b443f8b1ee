import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../core/unknown-value.ts';
import { objectReferencesIn } from './object-reference.ts';

function found(spec: object): string[] {
  return objectReferencesIn({ spec }).references.map(
    ({ kind, name, namespace }) => `${kind} ${namespace ?? '-'}/${name}`,
  );
}

describe('objectReferencesIn', () => {
  it.each([
    [{ tls: [{ secretName: 'tls' }] }, ['Secret -/tls']],
    [{ tlsSecretRef: { name: 'tls', namespace: 'edge' } }, ['Secret edge/tls']],
    [{ imagePullSecrets: [{ name: 'pull' }, 'other'] }, ['Secret -/pull', 'Secret -/other']],
    [{ certificateRefs: [{ name: 'tls' }] }, ['Secret -/tls']],
    [{ credentialName: 'tls' }, ['Secret -/tls']],
    [{ 'nginx.ingress.kubernetes.io/auth-secret': 'edge/users' }, ['Secret edge/users']],
    [{ secretRef: { secretName: 'tls' } }, ['Secret -/tls']],
    [{ secretName: 'tls', namespace: 'edge' }, ['Secret edge/tls']],
    [{ configMapKeyRef: { name: 'settings', key: 'a' } }, ['ConfigMap -/settings']],
    [{ valuesFrom: [{ kind: 'ConfigMap', name: 'values' }] }, ['ConfigMap -/values']],
    [{ dataSource: { kind: 'PersistentVolumeClaim', name: 'data' } }, ['PersistentVolumeClaim -/data']],
    [{ volumes: [{ persistentVolumeClaim: { claimName: 'data' } }] }, ['PersistentVolumeClaim -/data']],
    [{ kind: 'Order', name: 'one', secret: 1, secrets: [null] }, []],
  ])('in %j', (spec, expected) => {
    expect(found(spec)).toEqual(expected);
  });

  it('says if there may be others', () => {
    expect(objectReferencesIn({ spec: {} }).mayNameOthers).toBe(false);
    expect(objectReferencesIn({ spec: { a: [new UnknownValue('a variable')] } }).mayNameOthers).toBe(true);
    let deep: object = {};
    for (let depth = 0; depth < 40; depth += 1) deep = { deep };
    expect(objectReferencesIn({ spec: deep }).mayNameOthers).toBe(true);
    expect(objectReferencesIn({ spec: Array.from({ length: 30_000 }, () => ({})) }).mayNameOthers).toBe(true);
  });
});
