/** Another scanner: which checks here answer to its ids, and where we differ. Facts of ours; no words of the tool but names. */
export interface Peer {
  /** In small letters: `kube-linter`. */
  readonly id: string;
  /** As its makers write it. */
  readonly title: string;
  /** The ids that checks here answer to: all of them together are what the id is about. */
  readonly counterparts: readonly Counterpart[];
  /** By check of ours: where it judges otherwise than the tool, and why, as a clause. */
  readonly differences: Readonly<Record<string, string>>;
  /** The ids that nothing here answers to. */
  readonly unanswered: readonly Unanswered[];
}

export interface Counterpart {
  readonly id: string;
  /** What the tool calls it, where the id does not say it. */
  readonly name?: string;
  readonly checks: readonly string[];
}

export interface Unanswered {
  readonly ids: readonly string[];
  readonly name?: string;
  /** Why there is none, as a clause. */
  readonly because: string;
}
