import { describe, expect, it } from 'vitest';
import { allowsEverything, effectiveDirections, rulesOf } from './policy-direction.ts';

describe('effectiveDirections', () => {
  it.each([
    [{}, ['Ingress']],
    [{ egress: [] }, ['Ingress']],
    [{ egress: [{}] }, ['Ingress', 'Egress']],
    [{ policyTypes: null, egress: [{}] }, ['Ingress', 'Egress']],
    [{ policyTypes: ['Egress'] }, ['Egress']],
    [{ policyTypes: ['Egress', 'Ingress'] }, ['Ingress', 'Egress']],
    [{ policyTypes: [], egress: [{}] }, ['Ingress', 'Egress']],
    [{ policyTypes: [] }, ['Ingress']],
  ])('of %j are %j', (spec, expected) => {
    expect(effectiveDirections(spec)).toEqual(expected);
  });
});

describe('allowsEverything', () => {
  it.each([
    [{}, true],
    [{ from: [] }, true],
    [{ from: null, ports: [] }, true],
    [{ ports: [{ port: 80 }] }, false],
    [{ from: [{ namespaceSelector: {} }] }, false],
    [{ from: [{ podSelector: {} }, { ipBlock: { cidr: '0.0.0.0/0' } }] }, true],
    [{ from: [{ ipBlock: { cidr: '::/0' } }] }, true],
    [{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }, false],
    [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 80 }] }, false],
    [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }, false],
    [{ to: [{ podSelector: {} }] }, true],
  ])('says of the ingress rule %j %s', (rule, expected) => {
    expect(allowsEverything(rule, 'Ingress')).toBe(expected);
  });

  it('looks at the peers of the direction', () => {
    const spec = { egress: [{ to: [{ podSelector: {} }] }, { from: [{ podSelector: {} }] }] };
    expect(rulesOf(spec, 'Egress').map((rule) => allowsEverything(rule, 'Egress'))).toEqual([false, true]);
    expect(rulesOf(spec, 'Ingress')).toEqual([]);
  });
});
