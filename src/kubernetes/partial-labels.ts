/** Labels of which some are known. */
export interface PartialLabels {
  readonly known: ReadonlyMap<string, string>;
  /** Why the input does not show a label that is not among the known; undefined if there is no such label. */
  whyHidden(key: string): string | undefined;
}
