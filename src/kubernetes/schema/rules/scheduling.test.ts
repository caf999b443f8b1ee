import { describe, expect, it } from 'vitest';
import { containerLines } from './pod-lines.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

describe('tolerations', () => {
  it('pass in their usual forms', () => {
    const tolerations = [
      { operator: 'Exists' },
      { key: 'a', value: 'b', effect: 'NoSchedule' },
      { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 1 },
    ];
    expect(containerLines({}, { tolerations })).toEqual([]);
  });

  it('say what they tolerate', () => {
    const tolerations = [
      {},
      { key: 'a', tolerationSeconds: 1 },
      { key: 'a', operator: 'Exists', value: 'b' },
      { key: 'a', operator: 'Is' },
    ];
    expect(containerLines({}, { tolerations })).toEqual([
      'spec.tolerations[3].operator: Unsupported value: "Is": supported values: "Equal", "Exists", "Gt", "Lt"',
      'spec.tolerations[0].operator: Invalid value: "": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      'spec.tolerations[1].effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set',
      'spec.tolerations[2].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
    ]);
  });
});

describe('affinities', () => {
  it('of nodes have terms and weights', () => {
    const matchExpressions = [
      { key: 'a', operator: 'In' },
      { key: 'b', operator: 'Exists', values: ['c'] },
      { key: 'd', operator: 'Gt', values: ['1', '2'] },
    ];
    const nodeAffinity = {
      [required]: { nodeSelectorTerms: [] },
      [preferred]: [{ weight: 101, preference: { matchExpressions } }],
    };
    const at = `spec.affinity.nodeAffinity.${preferred}[0]`;
    expect(containerLines({}, { affinity: { nodeAffinity } })).toEqual([
      `spec.affinity.nodeAffinity.${required}.nodeSelectorTerms: Required value: must have at least one node selector term`,
      `${at}.weight: Invalid value: 101: must be between 1 and 100, inclusive`,
      `${at}.preference.matchExpressions[0].values: Required value: must be specified when \`operator\` is 'In' or 'NotIn'`,
      `${at}.preference.matchExpressions[1].values: Forbidden: may not be specified when \`operator\` is 'Exists' or 'DoesNotExist'`,
      `${at}.preference.matchExpressions[2].values: Required value: must be specified single value when \`operator\` is 'Lt' or 'Gt'`,
    ]);
  });

  it('of pods have topology keys and selectors', () => {
    const term = { topologyKey: '/', labelSelector: { matchLabels: { a: 'b c' } } };
    const affinity = {
      podAffinity: { [required]: [{}] },
      podAntiAffinity: { [preferred]: [{ weight: 1, podAffinityTerm: term }] },
    };
    const at = `spec.affinity.podAntiAffinity.${preferred}[0].podAffinityTerm`;
    expect(containerLines({}, { affinity }).map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
      `spec.affinity.podAffinity.${required}[0].topologyKey`,
      `${at}.topologyKey`,
      `${at}.topologyKey`,
      `${at}.topologyKey`,
      `${at}.labelSelector.matchLabels`,
    ]);
  });
});

it('spread constraints have a skew', () => {
  const topologySpreadConstraints = [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }];
  expect(containerLines({}, { topologySpreadConstraints })).toEqual([
    'spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero',
  ]);
});
