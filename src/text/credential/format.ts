/** How a provider writes its credentials: a literal that is searched for first, and the pattern of the whole around it. */
export interface CredentialFormat {
  readonly kind: string;
  /** Stands in every credential of the format; the search is for this. Letters count in their case. */
  readonly literal: string;
  /** How many characters of the credential stand before the literal. */
  readonly before?: number;
  /** Sticky, from the start of the credential. Every repetition is bounded or of one class of characters. */
  readonly pattern: RegExp;
  /** Characters at the start of the match that are no part of the credential: `AccountKey=`. */
  readonly lead?: number;
}

/** A format whose credentials start with a literal, followed by a pattern. */
export function startingWith(kind: string, literal: string, rest: string): CredentialFormat {
  return { kind, literal, pattern: new RegExp(escaped(literal) + rest, 'y') };
}

/** A format with a literal before the credential that is no part of it. */
export function behind(kind: string, literal: string, rest: string): CredentialFormat {
  return { ...startingWith(kind, literal, rest), lead: literal.length };
}

/** A format whose literal stands in its middle. */
export function around(kind: string, before: number, literal: string, pattern: string): CredentialFormat {
  return { kind, literal, before, pattern: new RegExp(pattern, 'y') };
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
