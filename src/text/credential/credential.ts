import type { TextSpan } from '../text-span.ts';

/** Where a text holds a credential, and of what kind. The value itself is never passed on: only its place and its length. */
export interface Credential extends TextSpan {
  /** What it is, as words that continue "a ": `GitHub token`, `password`, `private key`. */
  readonly kind: string;
}

/** The credentials in the order of a text, those that overlap as the first of them, stretched over all. */
export function inOrder(credentials: readonly Credential[]): Credential[] {
  const apart: Credential[] = [];
  for (const credential of credentials.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const before = apart.at(-1);
    if (before === undefined || credential.start >= before.end) apart.push(credential);
    else if (credential.end > before.end) apart[apart.length - 1] = { ...before, end: credential.end };
  }
  return apart;
}
