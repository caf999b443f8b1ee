import type { KeyObject } from 'node:crypto';
import { cryptography } from './cryptography.ts';

/** What a server certificate says. */
export interface TlsCertificate {
  /** The end of its validity, in milliseconds since 1970. */
  readonly end: number;
  /** True if it was made for the private key. */
  belongsTo(key: KeyObject): boolean;
}

/** Reads the first certificate of a PEM text, which a server sends as its own; undefined for anything else. */
export function tlsCertificate(pem: string): TlsCertificate | undefined {
  try {
    const certificate = new (cryptography().X509Certificate)(pem);
    const end = Date.parse(certificate.validTo);
    return Number.isNaN(end) ? undefined : { end, belongsTo: (key) => certificate.checkPrivateKey(key) };
  } catch {
    return undefined;
  }
}

/** Reads a private key in PEM; undefined for anything else, and for one that a passphrase protects. */
export function privateKey(pem: string): KeyObject | undefined {
  try {
    return cryptography().createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
