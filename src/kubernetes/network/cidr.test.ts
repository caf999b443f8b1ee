import { describe, expect, it } from 'vitest';
import { contains, isEverything, parseCidr } from './cidr.ts';

function holds(outer: string, inner: string): boolean | undefined {
  const [one, other] = [parseCidr(outer), parseCidr(inner)];
  return one && other && contains(one, other);
}

describe('CIDR blocks', () => {
  it.each([
    ['10.0.0.0/8', '10.1.2.3', true],
    ['10.0.0.0/8', '11.0.0.0/16', false],
    ['169.254.0.0/16', '169.254.169.254', true],
    ['169.254.169.254/32', '169.254.169.254', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['fd00::/8', 'fd00:ec2::254', true],
    ['fd00:ec2::254/128', 'fd00:ec2::254', true],
    ['fd01::/16', 'fd00:ec2::254', false],
    ['0.0.0.0/0', 'fd00::1', false],
    ['::ffff:10.0.0.0/104', '::ffff:10.1.2.3', true],
    ['::/0', '1:2:3:4:5:6:7:8', true],
  ])('%s holds %s: %s', (outer, inner, expected) => {
    expect(holds(outer, inner)).toBe(expected);
  });

  it.each(['', '10.0.0/8', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', 'fe80::1%eth0', '::/129', '10.0.0.256'])(
    'does not read "%s"',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  it('are everything with no fixed bit', () => {
    expect(['0.0.0.0/0', '::/0', '10.0.0.0/0', '0.0.0.0/1', 'all'].map(isEverything)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
