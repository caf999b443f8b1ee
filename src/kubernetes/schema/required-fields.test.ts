import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { checkRequiredFields } from './required-fields.ts';
import { type Violation, violationReport } from './violation.ts';

function linesOfObject(apiVersion: string, kind: string, object: JsonObject): string[] {
  const found: Violation[] = [];
  const schema = builtInSchema(apiVersion, kind, { major: 1, minor: 31 })?.schema;
  if (schema !== undefined) checkRequiredFields(object, schema, violationReport(found));
  return found.map(({ path, message }) => `${formatPath(path)}: ${message}`);
}

function linesOf(kind: string, spec: JsonObject, more: JsonObject = {}): string[] {
  const found: Violation[] = [];
  const schema = builtInSchema('v1', kind)?.schema;
  if (schema !== undefined) checkRequiredFields({ spec, ...more }, schema, violationReport(found));
  return found.map(({ path, message }) => `${formatPath(path)}: ${message}`);
}

describe('checkRequiredFields', () => {
  it('asks for fields, in lists too', () => {
    expect(linesOf('Pod', {})).toEqual(['spec.containers: Required value']);
    expect(linesOf('Pod', { containers: [{ env: [{ name: null }] }, 'damaged'] })).toEqual([
      'spec.containers[0].env[0].name: Required value',
      'spec.containers[0].name: Required value',
    ]);
    expect(linesOf('Pod', { containers: [] })).toEqual([]);
  });

  it('asks for fields of the object itself', () => {
    const rbac = 'rbac.authorization.k8s.io/v1';
    expect(linesOfObject(rbac, 'RoleBinding', { subjects: [] })).toEqual(['roleRef: Required value']);
    expect(linesOfObject(rbac, 'RoleBinding', { roleRef: null })).toEqual(['roleRef: Required value']);
    expect(linesOfObject(rbac, 'RoleBinding', { roleRef: { kind: 'Role' } })).toEqual(['roleRef.name: Required value']);
    expect(linesOfObject('storage.k8s.io/v1', 'StorageClass', {})).toEqual(['provisioner: Required value']);
    expect(linesOfObject('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: null })).toEqual([]);
    expect(linesOfObject('events.k8s.io/v1', 'Event', { eventTime: null })).toEqual([]);
    expect(linesOfObject('apps/v1', 'Deployment', {})).toEqual([]);
  });

  it('asks for values of enumerations', () => {
    const containers = [{ name: 'web' }];
    expect(linesOf('Pod', { containers, restartPolicy: 'Sometimes' })).toEqual([
      'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
    ]);
    expect(linesOf('Pod', { containers, restartPolicy: '', dnsPolicy: null })).toEqual([]);
  });

  it('leaves the status and what is not known alone', () => {
    const unknown = new UnknownValue('a variable');
    expect(linesOf('Pod', { containers: unknown, restartPolicy: unknown })).toEqual([]);
    expect(linesOf('Pod', { containers: [] }, { status: { conditions: [{}] } })).toEqual([]);
  });
});
