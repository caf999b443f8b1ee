/** Thrown inside the reader for what Kubernetes does not take; `readYaml` makes a problem of it. */
export class Refusal extends Error {
  readonly kind: 'syntax' | 'limit';
  /** Where in the text. */
  readonly offset: number;
  constructor(kind: 'syntax' | 'limit', message: string, offset: number) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.offset = offset;
  }
}
