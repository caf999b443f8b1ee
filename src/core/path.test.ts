import { describe, expect, it } from 'vitest';
import { formatPath } from './path.ts';

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['spec'], 'spec'],
    [['spec', 'containers', 0, 'image'], 'spec.containers[0].image'],
    [[0, 'a'], '[0].a'],
    [[0, 1], '[0][1]'],
    [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
    [['data', 'a"b\n'], 'data["a\\"b\\n"]'],
    [['a-b', 'c_d', 'E9'], 'a-b.c_d.E9'],
    [['', 'x'], '[""].x'],
    [['ключ'], '["ключ"]'],
  ])('prints %j as %s', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });

  it('tells an index from a key of the same digits, and a path from its beginning', () => {
    expect(['0', 0, '0', 0].map((segment) => formatPath(['list', segment]))).toEqual([
      'list.0',
      'list[0]',
      'list.0',
      'list[0]',
    ]);
    expect([['a', 'b', 'c'], ['a', 'b'], ['a'], ['a', 'b']].map(formatPath)).toEqual(['a.b.c', 'a.b', 'a', 'a.b']);
  });

  it('prints more paths than it remembers, and longer keys', () => {
    const key = 'k'.repeat(300);
    const paths = Array.from({ length: 12_000 }, (_, index) => ['spec', `field${index}`, key, index]);
    expect(paths.map(formatPath)).toEqual(paths.map(([, field, , index]) => `spec.${field}.${key}[${index}]`));
    expect(formatPath(['spec', 'field0'])).toBe('spec.field0');
  });
});
