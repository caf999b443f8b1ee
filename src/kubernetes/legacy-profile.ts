import type { JsonObject } from '../core/json.ts';

/** What a field has in place of the value of a seccomp or AppArmor annotation; undefined if the value means nothing. */
export function profileOfAnnotation(value: string): JsonObject | undefined {
  if (value === 'runtime/default' || value === 'docker/default') return { type: 'RuntimeDefault' };
  if (value === 'unconfined') return { type: 'Unconfined' };
  const localhostProfile = value.startsWith('localhost/') ? value.slice('localhost/'.length) : '';
  return localhostProfile === '' ? undefined : { type: 'Localhost', localhostProfile };
}
