import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPolicy } from './read-policy.ts';

const files = [
  'cluster-roles',
  'controller-roles',
  'cluster-role-bindings',
  'controller-role-bindings',
  'namespace-roles',
  'namespace-role-bindings',
];
let kubernetes = '';
let policy = '';

beforeEach(() => {
  kubernetes = mkdtempSync(join(tmpdir(), 'seawall-policy-test-'));
  policy = join(kubernetes, 'plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata');
  mkdirSync(policy, { recursive: true });
  for (const name of files) {
    writeFileSync(
      join(policy, `${name}.yaml`),
      `items:\n- kind: Thing\n  metadata:\n    creationTimestamp: null\n    name: ${name}\n`,
    );
  }
});

afterEach(() => {
  rmSync(kubernetes, { recursive: true });
});

it('reads the objects of every file, without times that are never set', () => {
  expect(readPolicy(kubernetes)).toEqual(files.map((name) => ({ kind: 'Thing', metadata: { name } })));
});

it('keeps a time that is set', () => {
  writeFileSync(join(policy, 'cluster-roles.yaml'), 'items:\n- metadata:\n    creationTimestamp: now\n');
  expect(readPolicy(kubernetes)[0]).toEqual({ metadata: { creationTimestamp: 'now' } });
});

it.each(['', 'items: []', 'items:\n- a: 1\n  a: 2', 'items: ['])('refuses a file that holds %j', (text) => {
  const file = join(policy, 'namespace-roles.yaml');
  writeFileSync(file, text);
  expect(() => readPolicy(kubernetes)).toThrow(new Error(`${file} is no list of objects`));
});
