/** A claim that the input holds every object of these kinds in this namespace. */
export interface CompleteClaim {
  /** Kinds, by `group/Kind` or by the bare kind; undefined for all. */
  readonly kinds: readonly string[] | undefined;
  /** Undefined for all namespaces. */
  readonly namespace: string | undefined;
}

/** Something that should have been read and was not. */
export interface Gap {
  readonly file: string;
  readonly why: string;
}

/** Which kinds and namespaces an inventory holds whole. A gap may hide any object, so it voids every claim. */
export interface Coverage {
  readonly claims: readonly CompleteClaim[];
  readonly gaps: readonly Gap[];
}

/** True if every object of the kind, in the namespace if one is given, is in the inventory. */
export function isCovered(coverage: Coverage, kind: string, namespace: string | undefined): boolean {
  if (coverage.gaps.length > 0) return false;
  return coverage.claims.some(
    (claim) =>
      (claim.namespace === undefined || claim.namespace === namespace) &&
      (claim.kinds === undefined || claim.kinds.includes(kind) || claim.kinds.includes(bareKind(kind))),
  );
}

/** `Deployment` of `apps/Deployment`. */
export function bareKind(kind: string): string {
  return kind.slice(kind.lastIndexOf('/') + 1);
}
