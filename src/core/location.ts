/** A span of a source text. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * A place in a file that a person can open. A set field is located at its value, or at its key where that is what is wrong;
 * an absent one at the key of its nearest present parent, with the rest of the path in `missing`.
 */
export interface Location extends Span {
  /** The file as the report shows it: relative to the working directory where it lies below it. */
  readonly file: string;
  /** The field path from the object's root, as people write it. */
  readonly path: string;
  /** The part of the field path that the document does not hold. */
  readonly missing?: string;
}
