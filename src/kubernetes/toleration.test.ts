import { describe, expect, it } from 'vitest';
import { tolerates } from './toleration.ts';

const taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' };

describe('tolerates', () => {
  it.each([
    [{ operator: 'Exists' }, true],
    [{ key: 'gpu', operator: 'Exists' }, true],
    [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }, true],
    [{ key: 'gpu', value: 'yes' }, true],
    [{ key: 'gpu', operator: 'Equal', value: 'yes', effect: '' }, true],
    [{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, false],
    [{ key: 'disk', operator: 'Exists' }, false],
    [{ key: 'gpu', value: 'no' }, false],
    [{ key: 'gpu' }, false],
    [{ key: 'gpu', operator: 'Lt', value: 'yes' }, false],
    [{}, false],
    [{ operator: 'Equal', value: 'yes' }, false],
  ])('says of %j %s', (toleration, expected) => {
    expect(tolerates(toleration, taint)).toBe(expected);
  });

  it('takes an unset value for an empty one', () => {
    expect(tolerates({ key: 'gpu' }, { ...taint, value: '' })).toBe(true);
  });
});
