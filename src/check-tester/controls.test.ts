import { describe, expect, it } from 'vitest';
import { readControls } from './controls.ts';
import { readInventory } from './inventory.ts';

describe('readControls', () => {
  it('reads the controls of each check', () => {
    expect([...readControls('id\tframeworks\nhost-pid\tnsa:x; cis:1.2\nnaked-pod\t\n')]).toEqual([
      ['host-pid', ['nsa:x', 'cis:1.2']],
      ['naked-pod', []],
    ]);
  });

  it('refuses a line with more or fewer columns, and an id that is there twice', () => {
    expect(() => readControls('id\tframeworks\na\n')).toThrow(new Error('line 2 of the controls has not two columns'));
    expect(() => readControls('id\tframeworks\na\tb\tc\n')).toThrow(
      new Error('line 2 of the controls has not two columns'),
    );
    expect(() => readControls('id\tframeworks\na\t\na\t\n')).toThrow(new Error('line 3 of the controls names a again'));
  });

  it('has the checks of the inventory', () => {
    expect([...readControls().keys()]).toEqual([...readInventory().keys()]);
  });
});
