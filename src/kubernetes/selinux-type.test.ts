import { describe, expect, it } from 'vitest';
import { isContainerSelinuxType } from './selinux-type.ts';

describe('isContainerSelinuxType', () => {
  it.each(['', 'container_t', 'container_init_t', 'container_kvm_t'])('allows %j in every version', (type) => {
    expect(isContainerSelinuxType(type, 0)).toBe(true);
    expect(isContainerSelinuxType(type, Infinity)).toBe(true);
  });

  it('allows container_engine_t from 1.31 on', () => {
    expect(isContainerSelinuxType('container_engine_t', 30)).toBe(false);
    expect(isContainerSelinuxType('container_engine_t', 31)).toBe(true);
  });

  it.each(['spc_t', 'Container_t', 'container_t '])('never allows %j', (type) => {
    expect(isContainerSelinuxType(type, Infinity)).toBe(false);
  });
});
