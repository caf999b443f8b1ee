/** Another scanner: which checks here answer to its ids, and where we differ. Facts of ours; no words of the tool but names. */
export interface Peer {
  /** In small letters: `kube-linter`. */
  readonly id: string;
  /** As its makers write it. */
  readonly title: string;
  /** The ids that checks here answer to: all of them together are what the id is about. */
  readonly counterparts: readonly Counterpart[];
  /** Where checks of ours judge otherwise than the tool, and why. */
  readonly differences: readonly Difference[];
  /** The ids that nothing here answers to. */
  readonly unanswered: readonly Unanswered[];
}

export interface Counterpart {
  readonly id: string;
  /** What the tool calls it, where the id does not say it. */
  readonly name?: string;
  readonly checks: readonly string[];
}

export interface Difference {
  readonly check: string;
  /** The ids of the tool that it is about; unset, all that the check answers to. */
  readonly ids?: readonly string[];
  /** As a clause. */
  readonly how: string;
}

export interface Unanswered {
  readonly ids: readonly string[];
  readonly name?: string;
  /** Why there is none, as a clause. */
  readonly because: string;
}
