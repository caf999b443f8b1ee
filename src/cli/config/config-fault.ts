/** What can be wrong with a configuration. The codes are stable. */
export const configCodes = {
  'config-unreadable': 'The file cannot be opened, is no text, or is over the limit of 1 MiB.',
  'config-syntax': 'The file is no YAML, holds several documents, or holds a key twice.',
  'config-unknown-key': 'A key does not exist here.',
  'config-unknown-check': 'There is no check or area of this name.',
  'config-missing-key': 'A key that must be there is missing.',
  'config-wrong-type': 'A value is of the wrong type, such as a text where a list belongs.',
  'config-wrong-value': 'A value is of the right type and means nothing here.',
} as const;

export type ConfigCode = keyof typeof configCodes;

/** One thing that is wrong with a configuration. */
export interface ConfigFault {
  readonly code: ConfigCode;
  readonly message: string;
  /** Where it stands in the file; undefined if it is about the file as a whole. */
  readonly at: { readonly line: number; readonly column: number } | undefined;
}
