/** What a value of a Kubernetes object must be: of a built-in kind or, with `limits`, of a custom resource. */
export type Schema = (
  | { readonly is: 'string'; readonly values?: readonly string[] }
  | { readonly is: 'boolean' }
  | { readonly is: 'integer'; readonly bits: 32 | 64 }
  | { readonly is: 'number' }
  /** Base64. */
  | { readonly is: 'bytes' }
  /** RFC 3339, with seconds or with microseconds. */
  | { readonly is: 'time'; readonly micro: boolean }
  | { readonly is: 'quantity' }
  | { readonly is: 'int-or-string' }
  | { readonly is: 'any' }
  | ListSchema
  | { readonly is: 'map'; readonly values: Schema; readonly replacedWhole: boolean }
  | ObjectSchema
) & { readonly limits?: Limits };

export interface ListSchema {
  readonly is: 'list';
  readonly items: Schema;
  /** How server-side apply sees it; undefined where the document does not say. */
  readonly type: 'atomic' | 'set' | 'map' | undefined;
  /** The fields that tell the entries of a `map` list apart. */
  readonly keys: readonly string[];
  /** The field by which a strategic merge patch matches entries, empty for scalars; undefined if it replaces the list. */
  readonly mergeKey: string | undefined;
}

export interface ObjectSchema {
  readonly is: 'object';
  /** `core.v1.Container`; empty for an object of a custom resource. */
  readonly name: string;
  /** Read when first asked for, since definitions may hold themselves. */
  fields(): ReadonlyMap<string, Field>;
  /** Fields that the schema does not name are kept as they are. */
  readonly keepsUnknown: boolean;
  readonly replacedWhole: boolean;
}

export interface Field {
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** What only the schema of a custom resource can ask of a value. */
export interface Limits {
  readonly isNullable?: boolean;
  /** Enumerated values of any type. */
  readonly values?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isMinimumExclusive?: boolean;
  readonly isMaximumExclusive?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly format?: string;
}

/** The schema of a kind, and where its objects live. */
export interface KindSchema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: ObjectSchema;
  readonly isNamespaced: boolean;
  /** False for a custom resource: the API server checks its schema, and has no rules of its own for it. */
  readonly isBuiltIn: boolean;
}
