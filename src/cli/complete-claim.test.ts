import { describe, expect, it } from 'vitest';
import { clusterScopedKinds } from '../kubernetes/kind.ts';
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
    for (const kind of [
      'Gadget',
      'Rule',
      'Restore',
      'VerticalPodAutoscaler',
      'shop.example/Pods',
      'shop.example/Secret',
    ])
      expect(parseCompleteClaim(kind).kinds).toEqual([kind]);
    const ofOtherGroup = 'gateway.networking.x-k8s.io/HTTPRoute';
    expect(parseCompleteClaim(ofOtherGroup).kinds).toEqual([ofOtherGroup]);
  });

  it('takes every kind of Kubernetes', () => {
    for (const kind of ['PersistentVolume', 'Event', ...clusterScopedKinds])
      expect(parseCompleteClaim(kind).kinds).toEqual([kind]);
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
