import { expect, it } from 'vitest';
import { toyResource } from '../core/toy-world.ts';
import { credentialPlace } from './credential-place.ts';

it.each([
  ['hunter2', 0, undefined],
  ['hunter2\n', 0, undefined],
  ['a\nhunter2', 2, { line: 2 }],
  ['hunter2\nb\n', 0, { line: 1 }],
])('a credential of %j at %d stands in the part %j', (text, start, part) => {
  const field = { resource: toyResource('box'), path: ['data', 'a'] };
  expect(credentialPlace(field, text, { start })).toEqual(part === undefined ? field : { ...field, part });
});
