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
});
