import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, readOpenApi } from './open-api.ts';

describe('codeOf', () => {
  it.each([
    [{ type: 'string' }, 's'],
    [{ type: 'string', format: 'byte' }, 'y'],
    [{ type: 'boolean' }, 'b'],
    [{ type: 'integer', format: 'int32' }, 'i'],
    [{ type: 'integer', format: 'int64' }, 'l'],
    [{ type: 'number', format: 'double' }, 'd'],
    [{ type: 'object' }, 'o'],
    [{ type: 'object', additionalProperties: { type: 'string' }, 'x-kubernetes-map-type': 'atomic' }, '{(a)s'],
    [{ $ref: '#/definitions/io.k8s.api.core.v1.Container' }, '#core.v1.Container'],
    [{ $ref: '#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity' }, 'q'],
    [{ $ref: '#/definitions/io.k8s.apimachinery.pkg.runtime.RawExtension' }, '*'],
    [{ type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' }, '[(s)s'],
    [
      {
        type: 'array',
        items: { type: 'string' },
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['a', 'b'],
        'x-kubernetes-patch-merge-key': 'a',
        'x-kubernetes-patch-strategy': 'merge,retainKeys',
      },
      '[(m:a,b;p:a)s',
    ],
  ])('%j is %s', (schema, code) => {
    expect(codeOf(schema, undefined)).toBe(code);
  });

  it('writes enumerated values, those of elements too', () => {
    expect(codeOf({ type: 'string' }, ['a b', 'c'])).toBe('e(a~b|c)');
    expect(codeOf({ type: 'array', items: { type: 'string' } }, ['a'])).toBe('[e(a)');
    expect(() => codeOf({ type: 'string' }, ['a|b'])).toThrow(new Error('a|b needs escaping'));
  });

  it('refuses what it does not understand', () => {
    expect(() => codeOf({ type: 'string', format: 'odd' }, undefined)).toThrow(
      new Error('the type {"type":"string","format":"odd"} is not understood'),
    );
  });
});

describe('readOpenApi', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-open-api-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes the kinds that are served, and the definitions that they need', () => {
    const groupVersionKind = { group: 'apps', version: 'v1', kind: 'Thing' };
    const served = { post: { 'x-kubernetes-group-version-kind': groupVersionKind } };
    const document = {
      paths: { '/apis/apps/v1/things': served, '/apis/apps/v1/namespaces/{namespace}/things': served },
      definitions: {
        'io.k8s.api.apps.v1.Thing': {
          'x-kubernetes-group-version-kind': [groupVersionKind],
          properties: { spec: { $ref: '#/definitions/io.k8s.api.apps.v1.ThingSpec' } },
        },
        'io.k8s.api.apps.v1.ThingSpec': {
          required: ['mode'],
          'x-kubernetes-map-type': 'atomic',
          properties: { mode: { type: 'string' } },
        },
        'io.k8s.api.apps.v1.Unused': {},
      },
    };
    const file = join(folder, 'swagger.json');
    writeFileSync(file, JSON.stringify(document));
    expect(readOpenApi(file, 36, new Map([['apps.v1.ThingSpec mode', ['A']]]))).toEqual({
      minor: 36,
      kinds: new Map([['apps/v1 Thing', { definition: 'apps.v1.Thing', isNamespaced: true }]]),
      definitions: new Map([
        ['apps.v1.Thing', { flag: '', fields: new Map([['spec', '=#apps.v1.ThingSpec']]) }],
        ['apps.v1.ThingSpec', { flag: '(a)', fields: new Map([['mode', '!=e(A)']]) }],
      ]),
    });
  });
});
