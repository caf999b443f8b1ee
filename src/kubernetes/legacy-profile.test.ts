import { expect, it } from 'vitest';
import { profileOfAnnotation } from './legacy-profile.ts';

it.each([
  ['runtime/default', { type: 'RuntimeDefault' }],
  ['docker/default', { type: 'RuntimeDefault' }],
  ['unconfined', { type: 'Unconfined' }],
  ['localhost/profiles/web.json', { type: 'Localhost', localhostProfile: 'profiles/web.json' }],
  ['localhost/', undefined],
  ['localhost', undefined],
  ['other', undefined],
  ['', undefined],
])('reads %j', (value, profile) => {
  expect(profileOfAnnotation(value)).toEqual(profile);
});
