import { isObject, type JsonObject } from './json.ts';
import type { Report } from './report.ts';

/** Writes every credential in a text as asterisks. */
export type Mask = (text: string) => string;

/** What is ours or the user's own, or is asked for by its exact text: names of files, by which people find a place. */
const KEPT: ReadonlySet<string> = new Set(['tool', 'inputs', 'checks', 'sources', 'file', 'fingerprint']);

/** What was masked before, with the same mask: texts and, by identity, parts of reports. */
export interface MaskMemory {
  readonly texts: Pick<Map<string, string>, 'get' | 'set'>;
  readonly parts: Pick<WeakMap<object, unknown>, 'get' | 'has' | 'set'>;
}

/**
 * The report with every text that comes from the inputs masked: names, parts, paths, facts, messages with their data, what
 * is missing, diagnostics, and whatever a report holds tomorrow. The one way of findings into a report. What is the same
 * object in two places stays so, as outputs tell findings apart by identity.
 */
export function maskReport(
  report: Report,
  mask: Mask,
  { texts, parts }: MaskMemory = { texts: new Map(), parts: new Map() },
): Report {
  /** Remembered: most texts of a report stand there many times. */
  function maskText(text: string): string {
    const masked = texts.get(text) ?? mask(text);
    texts.set(text, masked);
    return masked;
  }

  function maskValue(value: unknown): unknown {
    if (typeof value === 'string') return maskText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (parts.has(value)) return parts.get(value);
    const masked = maskObject(value);
    parts.set(value, masked);
    return masked;
  }

  function maskObject(value: object): unknown {
    if (Array.isArray(value)) return value.map(maskValue);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [maskValue(key), maskValue(item)]));
    return isObject(value) ? maskFields(value) : value;
  }

  function maskFields(fields: JsonObject): JsonObject {
    const masked: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(fields)) masked[key] = KEPT.has(key) ? value : maskValue(value);
    const { message, data } = fields;
    if (typeof message === 'string' && isObject(data)) masked['message'] = maskText(withMaskedData(message, data));
    return masked;
  }

  /** What is a credential by itself is one in the message too, whatever stands around it there. */
  function withMaskedData(message: string, data: JsonObject): string {
    let text = message;
    for (const value of Object.values(data)) {
      if (typeof value === 'string' && maskText(value) !== value) text = text.replaceAll(value, () => maskText(value));
    }
    return text;
  }

  return { ...report, ...maskFields({ ...report }) };
}
