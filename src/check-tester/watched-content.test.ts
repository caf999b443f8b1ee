import { describe, expect, it } from 'vitest';
import { asList, asObject, isObject, ownValue } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { watchedContent } from './watched-content.ts';

function readsOf(use: (content: Readonly<Record<string, unknown>>) => void): string[] {
  const reads: string[] = [];
  use(watchedContent({ spec: { list: ['a', { b: 1 }], text: 'c' } }, (path) => reads.push(formatPath(path))));
  return reads;
}

describe('watchedContent', () => {
  it('tells of fields that are read, present or not, and of entries', () => {
    const reads = readsOf((content) => {
      const spec = asObject(content['spec']);
      expect(asObject(asList(spec['list'])[1])['b']).toBe(1);
      expect(spec['absent']).toBeUndefined();
    });
    expect(reads).toEqual(['spec', 'spec.list', 'spec.list[1]', 'spec.list[1].b', 'spec.absent']);
  });

  it('tells of fields that are looked for', () => {
    expect(readsOf((content) => 'status' in content)).toEqual(['status']);
    expect(readsOf((content) => ownValue(content, 'status'))).toEqual(['status']);
    expect(readsOf((content) => Object.entries(content))).toEqual(['spec', 'spec']);
  });

  it('takes no method, length or entry that is not there for a field', () => {
    const reads = readsOf((content) => {
      const list = asList(asObject(content['spec'])['list']);
      expect(list.map((entry) => isObject(entry))).toEqual([false, true]);
      expect(list[7]).toBeUndefined();
      expect(content['constructor']).toBe(Object);
    });
    expect(reads).toEqual(['spec', 'spec.list', 'spec.list[0]', 'spec.list[0]', 'spec.list[1]', 'spec.list[1]']);
  });
});
