import { describe, expect, it } from 'vitest';
import { caBundleState } from './ca-bundle.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

const untilYear2120 = `-----BEGIN CERTIFICATE-----
MIHGMHoCAQEwBQYDK2VwMA8xDTALBgNVBAMMBHNob3AwIBcNMjAwMTAxMDAwMDAw
WhgPMjEyMDAxMDEwMDAwMDBaMA8xDTALBgNVBAMMBHNob3AwKjAFBgMrZXADIQAa
7nP63u8tNmj4k4RAxXNoHK3coMDRYky4wsUefLbqEDAFBgMrZXADQQD24VwoHwy3
2jXo8C6Xhab6UzKyXNN29nzMqhZJseRJ9pUZ3rjfepaW0ritgUCpd7Z1EZhS0rvK
5wGJT+17G5MM
-----END CERTIFICATE-----
`;

const untilYear2025 = `-----BEGIN CERTIFICATE-----
MIHEMHgCAQEwBQYDK2VwMA8xDTALBgNVBAMMBHNob3AwHhcNMjAwMTAxMDAwMDAw
WhcNMjUwMTAxMDAwMDAwWjAPMQ0wCwYDVQQDDARzaG9wMCowBQYDK2VwAyEANpW3
83x1svbswNWkPIwILITd/v4pR1i3Jshh8CQeb5QwBQYDK2VwA0EAye6x/V8VSJwh
4IceF+fo4SsAx+TO5ZnWxd0vja7u+6QdxVzqkYf7iyGTwAs77Gu3TX58r64xdPFX
d9Q9kaI7Dw==
-----END CERTIFICATE-----
`;

function stateOf(text: string, at = now): string {
  return caBundleState(Buffer.from(text).toString('base64'), at);
}

describe('caBundleState', () => {
  it('is usable while one certificate is valid', () => {
    expect(stateOf(untilYear2120)).toBe('usable');
    expect(stateOf(`# old\n${untilYear2025}# new\n${untilYear2120}`)).toBe('usable');
    expect(stateOf(`${untilYear2120}${untilYear2025}`)).toBe('usable');
  });

  it('is expired behind the last second of every certificate', () => {
    expect(stateOf(untilYear2025)).toBe('expired');
    expect(stateOf(untilYear2025, Date.parse('2025-01-01T00:00:00Z'))).toBe('usable');
    expect(stateOf(untilYear2025, Date.parse('2025-01-01T00:00:01Z'))).toBe('expired');
  });

  it.each([
    ['nothing', ''],
    ['a text', 'see the secret'],
    ['a block without end', untilYear2120.slice(0, 100)],
    ['a damaged certificate', untilYear2120.replace('MIHGMHo', 'MIHHMHo')],
    ['many beginnings', '-----BEGIN CERTIFICATE-----'.repeat(5000)],
  ])('is unreadable if it holds %s', (_what, text) => {
    expect(stateOf(text)).toBe('unreadable');
    expect(stateOf(`${text}\n${untilYear2025}`)).toBe(text.length > 9999 ? 'unreadable' : 'expired');
  });

  it('is unreadable if it is no base64', () => {
    expect(caBundleState('${CA_BUNDLE}', now)).toBe('unreadable');
    expect(caBundleState(untilYear2120, now)).toBe('unreadable');
  });
});
