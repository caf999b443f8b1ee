import { isObject, type JsonObject } from './json.ts';
import type { Report } from './report.ts';

/** Writes every credential in a text as asterisks. */
export type Mask = (text: string) => string;

/** What is ours or the user's own, or is asked for by its exact text: names of files, by which people find a place. */
const KEPT: ReadonlySet<string> = new Set(['tool', 'inputs', 'checks', 'sources', 'file', 'fingerprint']);

/** What was masked before, with the same mask: texts and, by identity, parts of reports. */
export interface MaskMemory {
  readonly texts: Pick<Map<string, string>, 'get' | 'set'>;
  readonly parts: Pick<WeakMap<object, unknown>, 'get' | 'set'>;
}

/**
 * The report with every text that comes from the inputs masked: names, parts, paths, facts, messages with their data, what
 * is missing, diagnostics, and whatever a report holds tomorrow. The one way of findings into a report. What is the same
 * object in two places stays so, as outputs tell findings apart by identity; what holds nothing to mask stays the object it
 * is.
 */
export function maskReport(
  report: Report,
  mask: Mask,
  { texts, parts }: MaskMemory = { texts: new Map(), parts: new Map() },
): Report {
  /** Remembered: most texts of a report stand there many times. */
  function maskText(text: string): string {
    const remembered = texts.get(text);
    if (remembered !== undefined) return remembered;
    const masked = mask(text);
    texts.set(text, masked);
    return masked;
  }

  function maskValue(value: unknown): unknown {
    if (typeof value === 'string') return maskText(value);
    if (typeof value !== 'object' || value === null) return value;
    const remembered = parts.get(value);
    if (remembered !== undefined) return remembered;
    const masked = maskObject(value);
    parts.set(value, masked);
    return masked;
  }

  function maskObject(value: object): unknown {
    if (Array.isArray(value)) return maskItems(value);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [maskValue(key), maskValue(item)]));
    return isObject(value) ? maskFields(value) : value;
  }

  function maskItems(items: readonly unknown[]): readonly unknown[] {
    const masked = items.map(maskValue);
    return masked.every((item, index) => item === items[index]) ? items : masked;
  }

  function maskFields(fields: JsonObject): JsonObject {
    // A copy of anything but a plain object shows its own fields alone: what is behind them is not masked.
    let masked: Record<string, unknown> | undefined = isPlain(fields) ? undefined : { ...fields };
    for (const key of Object.keys(fields)) {
      const shown = KEPT.has(key) ? fields[key] : maskValue(fields[key]);
      if (shown === fields[key]) continue;
      masked ??= { ...fields };
      masked[key] = shown;
    }
    const { message, data } = fields;
    if (typeof message !== 'string' || !isObject(data)) return masked ?? fields;
    const text = maskText(withMaskedData(message, data));
    return text === message ? (masked ?? fields) : { ...fields, ...masked, message: text };
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

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
