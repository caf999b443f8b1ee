import { describe, expect, it } from 'vitest';
import { readInventory } from './inventory.ts';

describe('readInventory', () => {
  it('reads rows with their parameters sorted', () => {
    const rows = readInventory(
      'id\tarea\tseverity\topt_in\tparameters\nage\tstatus\tlow\tyes\tdays=7; alarm=[a, b]\nhost-pid\tworkload\thigh\tno\t\n',
    );
    expect([...rows.values()]).toEqual([
      { id: 'age', area: 'status', severity: 'low', optIn: true, parameters: ['alarm=[a, b]', 'days=7'] },
      { id: 'host-pid', area: 'workload', severity: 'high', optIn: false, parameters: [] },
    ]);
  });

  it('refuses a line with more or fewer columns, and an id that is there twice', () => {
    expect(() => readInventory('id\nhost-pid\tworkload\thigh\n')).toThrow(
      new Error('line 2 of the inventory has not five columns'),
    );
    expect(() => readInventory('id\na\tb\tc\tno\td\te\n')).toThrow(
      new Error('line 2 of the inventory has not five columns'),
    );
    expect(() => readInventory('id\na\tb\tc\tno\t\na\tb\tc\tno\t\n')).toThrow(
      new Error('line 3 of the inventory names a again'),
    );
  });

  it('reads the committed file', () => {
    expect(readInventory().get('privileged-container')).toEqual({
      id: 'privileged-container',
      area: 'workload',
      severity: 'high',
      optIn: false,
      parameters: [],
    });
  });
});
