import { isObject, type JsonObject } from './json.ts';
import type { Report } from './report.ts';

/** Writes every credential in a text as asterisks. */
export type Mask = (text: string) => string;

/** What is ours or the user's own, or is asked for by its exact text: names of files, by which people find a place. */
const KEPT: ReadonlySet<string> = new Set([
  'tool',
  'inputs',
  'checks',
  'sources',
  'file',
  'fingerprint',
  'check',
  'severity',
  'messageId',
]);

/** What was masked before, with the same mask: texts, and findings by identity. */
export interface MaskMemory {
  readonly texts: Pick<Map<string, string>, 'get' | 'set'>;
  readonly findings: Pick<WeakMap<object, unknown>, 'get' | 'set'>;
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
  { texts, findings }: MaskMemory = { texts: new Map(), findings: new Map() },
): Report {
  /** Only what is masked changes its identity, which is rare. */
  const changed = new Map<object, unknown>();

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
    return isFinding(value) ? maskFinding(value) : maskObject(value);
  }

  /** Remembered: a finding stands with its subject and where it is folded. */
  function maskFinding(finding: JsonObject): unknown {
    const remembered = findings.get(finding);
    if (remembered !== undefined) return remembered;
    const masked = maskObject(finding);
    findings.set(finding, masked);
    return masked;
  }

  function maskObject(value: object): unknown {
    const before = changed.get(value);
    if (before !== undefined) return before;
    const masked = maskInside(value);
    if (masked !== value) changed.set(value, masked);
    return masked;
  }

  function maskInside(value: object): unknown {
    if (Array.isArray(value)) return maskItems(value);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [maskValue(key), maskValue(item)]));
    return isObject(value) ? maskFields(value) : value;
  }

  function maskItems(items: readonly unknown[]): readonly unknown[] {
    let masked: unknown[] | undefined;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      const shown = maskValue(item);
      if (shown === item) continue;
      masked ??= [...items];
      masked[index] = shown;
    }
    return masked ?? items;
  }

  function maskFields(fields: JsonObject): JsonObject {
    // A copy of anything but a plain object shows its own fields alone: what is behind them is not masked.
    let masked: Record<string, unknown> | undefined = isPlain(fields) ? undefined : { ...fields };
    for (const key in fields) {
      const value = fields[key];
      if (!mayHoldText(value) || KEPT.has(key) || (masked !== undefined && !Object.hasOwn(masked, key))) continue;
      const shown = maskValue(value);
      if (shown === value) continue;
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

function isFinding(value: object): value is JsonObject {
  return 'fingerprint' in value;
}

/** False for numbers and for what is not there, as most fields of a report are. */
function mayHoldText(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
