import { describe, expect, it } from 'vitest';
import { isSeverity, parseNamespace, parseProvider, parseTargetVersion } from './scan-values.ts';

describe('a value of a scan', () => {
  it('is taken as given', () => {
    expect(parseNamespace('shop-2')).toBe('shop-2');
    expect(parseTargetVersion('v1.34.2')).toEqual({ major: 1, minor: 34 });
    expect(parseProvider('aws')).toBe('aws');
    expect(['high', 'never', undefined].map(isSeverity)).toEqual([true, false, false]);
  });

  it.each([
    [() => parseNamespace('Shop'), '"Shop" is no name of a namespace', 'small letters, digits and dashes, 63 at most'],
    [() => parseTargetVersion('new'), '"new" is no Kubernetes version', 'write it like 1.34'],
    [() => parseProvider('awz'), 'there is no provider "awz"', 'did you mean: aws'],
    [
      () => parseProvider('elsewhere'),
      'there is no provider "elsewhere"',
      'providers: alibaba, aws, azure, bare-metal, digitalocean, gcp, hetzner, ibm, linode, openstack, oracle, vsphere',
    ],
  ])('is a usage error where it means nothing', (parse, message, hint) => {
    expect(parse).toThrow(expect.objectContaining({ message, hint }));
  });
});
