import { describe, expect, it } from 'vitest';
import { exemptionsOf, isExemptByRuntimeClass, noExemptions, requestExemption } from './exemptions.ts';

const exemptions = exemptionsOf({
  exemptions: { usernames: ['admin'], namespaces: ['kube-system', 7], runtimeClasses: ['kata'] },
});

describe('exemptionsOf', () => {
  it('reads a configuration, however it is', () => {
    expect(exemptions).toEqual({ usernames: ['admin'], namespaces: ['kube-system'], runtimeClasses: ['kata'] });
    expect(exemptionsOf({})).toEqual(noExemptions);
    expect(exemptionsOf({ exemptions: { usernames: 'admin' } })).toEqual(noExemptions);
  });
});

describe('requestExemption', () => {
  it('looks at the namespace first, then at the user', () => {
    expect(requestExemption(exemptions, { namespace: 'kube-system', username: 'admin' })).toBe('namespace');
    expect(requestExemption(exemptions, { namespace: 'shop', username: 'admin' })).toBe('user');
    expect(requestExemption(exemptions, { namespace: 'shop', username: 'administrator' })).toBeUndefined();
  });

  it('exempts nothing without a name', () => {
    const lists = { usernames: [''], namespaces: [''], runtimeClasses: [''] };
    expect(requestExemption(lists, { namespace: '', username: '' })).toBeUndefined();
    expect(isExemptByRuntimeClass(lists, { runtimeClassName: '' })).toBe(false);
  });
});

describe('isExemptByRuntimeClass', () => {
  it('asks for the exact class', () => {
    expect(isExemptByRuntimeClass(exemptions, { runtimeClassName: 'kata' })).toBe(true);
    expect(isExemptByRuntimeClass(exemptions, { runtimeClassName: 'kata-qemu' })).toBe(false);
    expect(isExemptByRuntimeClass(exemptions, {})).toBe(false);
  });
});
