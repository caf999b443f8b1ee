import { describe, expect, it } from 'vitest';
import { readInventory } from './inventory.ts';

describe('readInventory', () => {
  it('reads rows with their parameters sorted', () => {
    const rows = readInventory(
      'id\tarea\tseverity\tparameters\tframeworks\nage\tstatus\tlow\tdays=7; alarm=[a, b]\t\nhost-pid\tworkload\thigh\t\tnsa:x; cis:1.2\n',
    );
    expect([...rows.values()]).toEqual([
      { id: 'age', area: 'status', severity: 'low', parameters: ['alarm=[a, b]', 'days=7'], controls: [] },
      { id: 'host-pid', area: 'workload', severity: 'high', parameters: [], controls: ['nsa:x', 'cis:1.2'] },
    ]);
  });

  it('refuses a line with more or fewer columns, and an id that is there twice', () => {
    expect(() => readInventory('id\nhost-pid\tworkload\thigh\t\n')).toThrow(
      new Error('line 2 of the inventory has not five columns'),
    );
    expect(() => readInventory('id\na\tb\tc\td\te\tf\n')).toThrow(
      new Error('line 2 of the inventory has not five columns'),
    );
    expect(() => readInventory('id\na\tb\tc\t\t\na\tb\tc\t\t\n')).toThrow(
      new Error('line 3 of the inventory names a again'),
    );
  });

  it('reads the committed file', () => {
    expect(readInventory().get('host-pid')).toEqual({
      id: 'host-pid',
      area: 'workload',
      severity: 'high',
      parameters: [],
      controls: [
        'pss-baseline:hostNamespaces',
        'pss-restricted:hostNamespaces',
        'nsa:host-namespaces',
        'mitre:T1611',
        'cis-1.12:5.2.3',
        'owasp-k8s-2022:K01',
      ],
    });
  });
});
