import type { JsonValue } from '../json-text.ts';

/**
 * A text as a message object (SARIF 2.1.0, 3.11) in plain text. Braces are doubled, as they are placeholders there (3.11.5), and what would be read as
 * a link is parted, as no link in a message is ours (3.11.6).
 */
export function plainMessage(text: string): JsonValue {
  return { text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}
