import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

function lines(kind: string, fields: JsonObject): string[] {
  return violationLines({ apiVersion: 'v1', kind, metadata: { name: 'c' }, ...fields });
}

it('asks for keys that can be files, none of them twice', () => {
  expect(lines('ConfigMap', { data: { '..': 'a', b: 'c' }, binaryData: { b: 'YQ==' } })).toEqual([
    'data[".."]: Invalid value: "..": must not be \'..\'',
    'data.b: Invalid value: "b": duplicate of key present in binaryData',
  ]);
  expect(lines('Secret', { stringData: { '.': 'hunter2' } })).toEqual([
    'stringData["."]: Invalid value: ".": must not be \'.\'',
  ]);
});

it('bounds the size of a ConfigMap', () => {
  expect(lines('ConfigMap', { data: { a: 'b'.repeat(1024 * 1024) } })).toEqual([]);
  expect(lines('ConfigMap', { data: { a: 'b'.repeat(1024 * 1024 + 1) } })).toEqual([
    ': Too long: may not be more than 1048576 bytes',
  ]);
});
