import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { pullPolicy } from './pull-policy.ts';

const target = { targetVersion: { major: 1, minor: 36 } };
const rule = pullPolicy('image', 'policy');
const digest = `sha256:${'a'.repeat(64)}`;

describe('pullPolicy', () => {
  it.each([
    'nginx',
    'nginx:latest',
    'library/nginx',
    'registry.example:5000/team/nginx',
    'localhost/nginx',
    'Registry/nginx',
    '[fe80::1]:5000/nginx',
    'a__b/c-d.e_f---g',
    `nginx:latest@${digest}`,
  ])('pulls %s always', (image) => {
    expect(rule({ image }, target)).toEqual({ image, policy: 'Always' });
  });

  it.each([
    'nginx:1.27',
    `nginx@${digest}`,
    `nginx:1.27@${digest}`,
    'registry.example:5000/team/nginx:1.27',
    '',
    ' nginx',
    'Nginx',
    'team/Nginx',
    'nginx:',
    'nginx:.latest',
    'nginx@latest',
    'nginx:latest@sha256:abc',
    'registry.example:port/nginx',
    '-a/nginx',
    'a.-b/nginx',
    'a..b',
    'a___b',
    'team//nginx',
    '/nginx',
    'a'.repeat(64),
    'a/'.repeat(150),
    `${'a.'.repeat(600)}b/nginx`,
  ])('pulls %j if it is not there', (image) => {
    expect(rule({ image }, target)).toEqual({ image, policy: 'IfNotPresent' });
  });

  it('takes an absent image for an empty one, and leaves one that is no text', () => {
    expect(rule({}, target)).toEqual({ policy: 'IfNotPresent' });
    expect(rule({ image: null }, target)).toEqual({ image: null, policy: 'IfNotPresent' });
    expect(rule({ image: 1, policy: '' }, target)).toEqual({ image: 1 });
  });

  it('replaces an empty policy and keeps another', () => {
    expect(rule({ image: 'nginx', policy: '' }, target)).toEqual({ image: 'nginx', policy: 'Always' });
    const given = { image: 'nginx', policy: 'Never' };
    expect(rule(given, target)).toBe(given);
  });

  it('does not know the policy of an image that is not known', () => {
    const image = new UnknownValue('a variable');
    expect(rule({ image }, target)).toEqual({ image, policy: image });
  });
});
