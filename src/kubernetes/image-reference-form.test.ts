import { describe, expect, it } from 'vitest';
import { readImageVersion } from './image-reference-form.ts';

const sha256 = `sha256:${'a1'.repeat(32)}`;
const sha512 = `sha512:${'a1'.repeat(64)}`;

describe('readImageVersion', () => {
  it.each([
    ['web', undefined, undefined],
    ['web:1.4.2', '1.4.2', undefined],
    [`web:${'1'.repeat(128)}`, '1'.repeat(128), undefined],
    ['web:_a.B-c', '_a.B-c', undefined],
    [`web@${sha256}`, undefined, sha256],
    [`web@sha384:${'a1'.repeat(48)}`, undefined, `sha384:${'a1'.repeat(48)}`],
    [`registry.example:5000/shop/web:1.4.2@${sha512}`, '1.4.2', sha512],
    ['Registry/web', undefined, undefined],
    ['localhost/web', undefined, undefined],
    ['[fe80::1]:5000/web', undefined, undefined],
    ['a__b/c-d.e_f---g', undefined, undefined],
    ['a'.repeat(63), undefined, undefined],
    [`${'a'.repeat(64)}:1`, '1', undefined],
  ])('reads %s', (reference, tag, digest) => {
    expect(readImageVersion(reference)).toEqual({ tag, digest });
  });

  it.each([
    ['', 'empty'],
    ['{{ .Values.image }}', 'template'],
    ['registry.example/web:{{tag}}', 'template'],
    ['registry.example/${NAME}:1', 'template'],
    [' web', 'space'],
    ['web\n', 'space'],
    ['shop web', 'space'],
    ['a/'.repeat(600), 'length'],
    [`registry.example/${'a'.repeat(256)}`, 'length'],
    ['web@', 'digest'],
    ['web@latest', 'digest'],
    ['web@sha256:a1', 'digest'],
    [`web@${sha256}a1`, 'digest'],
    [`web@${sha256.toUpperCase()}`, 'digest'],
    [`web@sha1:${'a1'.repeat(20)}`, 'digest'],
    [`web@${sha256}@${sha256}`, 'digest'],
    ['web:', 'tag'],
    ['web:.1', 'tag'],
    ['web:1:2', 'tag'],
    ['web:1+2', 'tag'],
    [`web:${'1'.repeat(129)}`, 'tag'],
    ['Web', 'upperCase'],
    ['registry.example/Shop/web', 'upperCase'],
    ['shop//web', 'form'],
    ['/web', 'form'],
    ['web/', 'form'],
    ['a..b', 'form'],
    ['a___b', 'form'],
    ['-web', 'form'],
    ['registry.example:port/web', 'form'],
    ['-registry.example/web', 'form'],
    ['https://registry.example/web', 'form'],
    ['a'.repeat(64), 'form'],
    ['wéb', 'form'],
  ])('says what is wrong with %s', (reference, fault) => {
    expect(readImageVersion(reference)).toBe(fault);
  });
});
