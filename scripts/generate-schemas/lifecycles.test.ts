import { expect, it } from 'vitest';
import { lifecyclesOfSource } from './lifecycles.ts';

function release(kind: string, event: string, minor: number): string {
  return `func (in *${kind}) APILifecycle${event}() (major, minor int) {\n\treturn 1, ${minor}\n}\n`;
}

function replacement(kind: string, by: string): string {
  const value = `schema.GroupVersionKind{Group: "apps", Version: "v1", Kind: "${by}"}`;
  return `func (in *${kind}) APILifecycleReplacement() schema.GroupVersionKind {\n\treturn ${value}\n}\n`;
}

it('reads what the sources tell, lists left out', () => {
  const source = [
    release('Thing', 'Introduced', 5),
    release('Thing', 'Deprecated', 8),
    release('Thing', 'Removed', 16),
    replacement('Thing', 'Thing'),
    release('ThingList', 'Introduced', 5),
    release('Other', 'Introduced', 6),
  ].join('\n');
  expect(lifecyclesOfSource(source, 'apps', 'v1beta1')).toEqual([
    {
      apiVersion: 'apps/v1beta1',
      kind: 'Thing',
      introduced: 5,
      deprecated: 8,
      removed: 16,
      replacement: { apiVersion: 'apps/v1', kind: 'Thing' },
    },
    {
      apiVersion: 'apps/v1beta1',
      kind: 'Other',
      introduced: 6,
      deprecated: undefined,
      removed: undefined,
      replacement: undefined,
    },
  ]);
});

it('takes a list that replaces a kind for the kind', () => {
  const source = release('Thing', 'Introduced', 5) + replacement('Thing', 'ThingList');
  expect(lifecyclesOfSource(source, '', 'v1')).toMatchObject([
    { apiVersion: 'v1', replacement: { apiVersion: 'apps/v1', kind: 'Thing' } },
  ]);
});
