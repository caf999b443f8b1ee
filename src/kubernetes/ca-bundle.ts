import { cryptography } from './cryptography.ts';

/** What a bundle of certificates is good for at some time. */
export type CaBundleState = 'usable' | 'expired' | 'unreadable';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/** A bound on hostile input: no bundle needs as many. */
const MOST_CERTIFICATES = 1000;

/**
 * Whether a `caBundle` (certificates in PEM, as base64) still lets a server be told: a certificate that has not expired is
 * enough. `now` is in milliseconds since 1970.
 */
export function caBundleState(bundle: string, now: number): CaBundleState {
  const ends = certificateBlocks(Buffer.from(bundle, 'base64').toString('latin1')).flatMap(endOfValidity);
  if (ends.some((end) => end >= now)) return 'usable';
  return ends.length > 0 ? 'expired' : 'unreadable';
}

function certificateBlocks(text: string): string[] {
  return text
    .split(BEGIN, MOST_CERTIFICATES)
    .slice(1)
    .flatMap((rest) => {
      const end = rest.indexOf(END);
      return end === -1 ? [] : [`${BEGIN}${rest.slice(0, end)}${END}`];
    });
}

/** When a certificate expires, in milliseconds since 1970; nothing for what is no certificate. */
function endOfValidity(block: string): number[] {
  try {
    return [Date.parse(new (cryptography().X509Certificate)(block).validTo)];
  } catch {
    return [];
  }
}
