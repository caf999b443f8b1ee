import { expect, it } from 'vitest';
import { containerLines } from './pod-lines.ts';

const at = 'spec.containers[0].env';

it('passes what has one source', () => {
  const env = [
    { name: 'A' },
    { name: 'B', value: 'c' },
    { name: 'D', value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'E', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
  ];
  expect(containerLines({ env, envFrom: [{ configMapRef: { name: 'c' }, prefix: 'P_' }] })).toEqual([]);
});

it('asks for a name that can be one', () => {
  expect(containerLines({ env: [{ value: 'a' }, { name: 'a=b' }] })).toEqual([
    `${at}[0].name: Required value`,
    `${at}[1].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than '='`,
  ]);
});

it('asks for one source', () => {
  const fieldRef = { fieldPath: 'metadata.name' };
  const env = [
    { name: 'A', valueFrom: {} },
    { name: 'B', value: 'c', valueFrom: { fieldRef } },
    { name: 'C', valueFrom: { fieldRef, secretKeyRef: { name: 's', key: '..' } } },
  ];
  expect(containerLines({ env })).toEqual([
    `${at}[0].valueFrom: Invalid value: "": must specify one of: \`fieldRef\`, \`resourceFieldRef\`, \`configMapKeyRef\`, \`fileKeyRef\` or \`secretKeyRef\``,
    `${at}[1].valueFrom: Invalid value: "": may not be specified when \`value\` is not empty`,
    `${at}[2].valueFrom.secretKeyRef.key: Invalid value: "..": must not be '..'`,
    `${at}[2].valueFrom: Invalid value: "": may not have more than one field specified at a time`,
  ]);
});

it('asks for one source of many', () => {
  expect(containerLines({ envFrom: [{}, { configMapRef: {}, secretRef: { name: 's' } }] })).toEqual([
    'spec.containers[0].envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`',
    'spec.containers[0].envFrom[1].configMapRef.name: Required value',
    'spec.containers[0].envFrom: Invalid value: "": may not have more than one field specified at a time',
  ]);
});
