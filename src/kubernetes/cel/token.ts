/** A piece of an expression, and where it begins. */
export type Token = { readonly at: number } & (
  | { readonly is: 'identifier'; readonly text: string }
  /** A field name in backticks, which nothing else can be. */
  | { readonly is: 'quoted-identifier'; readonly text: string }
  | { readonly is: 'symbol'; readonly text: string }
  | { readonly is: 'int'; readonly value: bigint }
  | { readonly is: 'uint'; readonly value: bigint }
  | { readonly is: 'double'; readonly value: number }
  | { readonly is: 'string'; readonly value: string }
  | { readonly is: 'bytes'; readonly value: Uint8Array }
  | { readonly is: 'end' }
);
