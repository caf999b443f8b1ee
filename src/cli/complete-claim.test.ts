import { describe, expect, it } from 'vitest';
import { UsageError } from './command.ts';
import { parseCompleteClaim } from './complete-claim.ts';

describe('parseCompleteClaim', () => {
  it.each([
    ['all', undefined, undefined],
    ['@shop', undefined, 'shop'],
    ['all@shop', undefined, 'shop'],
    ['Pod', ['Pod'], undefined],
    ['NetworkPolicy,ServiceAccount', ['NetworkPolicy', 'ServiceAccount'], undefined],
    ['NetworkPolicy@shop', ['NetworkPolicy'], 'shop'],
    ['networking.k8s.io/NetworkPolicy,Pod@shop', ['networking.k8s.io/NetworkPolicy', 'Pod'], 'shop'],
  ])('reads %j', (value, kinds, namespace) => {
    expect(parseCompleteClaim(value)).toEqual({ kinds, namespace });
  });

  it.each([
    ['pods', 'pods'],
    ['Pod,', ''],
    ['Pod, Secret', ' Secret'],
    ['apps/v1/Deployment', 'apps/v1/Deployment'],
    ['v1/Pod', 'v1/Pod'],
    ['Pod,all', 'all'],
    ['Network-Policy', 'Network-Policy'],
    ['*', '*'],
  ])('refuses %j because of %j', (value, kind) => {
    const hint = 'write it as in manifests: --complete=NetworkPolicy,ServiceAccount@shop';
    expect(() => parseCompleteClaim(value)).toThrow(new UsageError(`--complete=${value}: "${kind}" is no kind`, hint));
  });

  it.each([
    ['Pods', 'Pods', 'Pod'],
    ['Secret,Networkpolicy@shop', 'Networkpolicy', 'NetworkPolicy'],
    ['networking.k8s.io/NetworkPolcy', 'networking.k8s.io/NetworkPolcy', 'networking.k8s.io/NetworkPolicy'],
  ])('refuses %j, which would claim nothing', (value, name, meant) => {
    expect(() => parseCompleteClaim(value)).toThrow(
      new UsageError(
        `--complete=${value}: no check looks for "${name}"; did you mean ${meant}?`,
        'write the group of a custom kind: --complete=shop.example/Order',
      ),
    );
  });

  it('takes custom kinds', () => {
    expect(parseCompleteClaim('Gadget,shop.example/Pods').kinds).toEqual(['Gadget', 'shop.example/Pods']);
  });

  it('refuses what names nothing, or two namespaces', () => {
    const nothing = new UsageError('--complete= names nothing', 'write --complete for everything');
    expect(() => parseCompleteClaim('')).toThrow(nothing);
    const two = 'repeat the option: --complete=@shop --complete=@jobs';
    expect(() => parseCompleteClaim('Pod@shop,jobs')).toThrow(
      new UsageError('--complete=Pod@shop,jobs names two namespaces', two),
    );
  });

  it.each(['@', 'Pod@', 'all@'])('refuses %j, which names no namespace', (value) => {
    expect(() => parseCompleteClaim(value)).toThrow(
      new UsageError(`--complete=${value} names no namespace behind the @`),
    );
  });
});
