import { describe, expect, it } from 'vitest';
import { deepFreeze, nodePaths, withChange } from './content.ts';

const document = { spec: { containers: [{ name: 'web' }, { name: 'proxy' }], hostPID: null } };

describe('deepFreeze', () => {
  it('freezes lists and mappings all the way down', () => {
    const copy = structuredClone(document);
    deepFreeze(copy);
    expect(Object.isFrozen(copy.spec.containers[1])).toBe(true);
    expect(() => copy.spec.containers.pop()).toThrow(TypeError);
  });
});

describe('nodePaths', () => {
  it('gives parents before what is below them', () => {
    expect([...nodePaths(document)]).toEqual([
      ['spec'],
      ['spec', 'containers'],
      ['spec', 'containers', 0],
      ['spec', 'containers', 0, 'name'],
      ['spec', 'containers', 1],
      ['spec', 'containers', 1, 'name'],
      ['spec', 'hostPID'],
    ]);
  });
});

describe('withChange', () => {
  it('changes one node of a copy, and keeps the order', () => {
    const changed = withChange(document, ['spec', 'containers', 1, 'name'], (name) => `${String(name)}-2`);
    expect(changed).toEqual({ spec: { containers: [{ name: 'web' }, { name: 'proxy-2' }], hostPID: null } });
    expect(JSON.stringify(changed)).toBe(JSON.stringify(document).replace('proxy', 'proxy-2'));
    expect(document.spec.containers[1]).toEqual({ name: 'proxy' });
  });

  it('adds a field, also one by the name of a prototype', () => {
    expect(withChange({ a: 1 }, ['b'], () => 2)).toEqual({ a: 1, b: 2 });
    const changed = withChange({}, ['__proto__'], () => 2);
    expect(Object.entries(changed)).toEqual([['__proto__', 2]]);
  });

  it('takes out fields and entries', () => {
    expect(withChange(document, ['spec', 'hostPID'], () => undefined)).toEqual({
      spec: { containers: [{ name: 'web' }, { name: 'proxy' }] },
    });
    expect(withChange(document, ['spec', 'containers', 0], () => undefined)).toEqual({
      spec: { containers: [{ name: 'proxy' }], hostPID: null },
    });
  });

  it('changes nothing behind a scalar', () => {
    expect(withChange({ a: 1 }, ['a', 'b'], () => 2)).toEqual({ a: 1 });
  });
});
