import { type SensitiveSpan, sensitiveSpans } from '../../kubernetes/sensitive.ts';
import type { SourceTexts } from '../../core/report.ts';
import type { SourceFile } from './source-file.ts';

/** The lines of the files, with everything that must not be shown written as asterisks. */
export function maskedLines(files: readonly SourceFile[]): SourceTexts {
  const byName = new Map(files.map((file) => [file.shown, file]));
  const spansOf = new Map<SourceFile, readonly SensitiveSpan[]>();
  return {
    line(name, line) {
      const file = byName.get(name);
      if (file === undefined) return undefined;
      const lines = file.lines();
      if (line < 1 || line > lines.count) return undefined;
      let spans = spansOf.get(file);
      if (spans === undefined) {
        spans = file.documents.flatMap((document) => sensitiveSpans(file.text, document));
        spansOf.set(file, spans);
      }
      const start = lines.start(line);
      const text = lines.text(line);
      const lost = file.lost.find((part) => part.start <= start + text.length && start < part.end);
      if (lost === undefined) return maskSpans(text, start, spans);
      return maskBrokenLine(text, file.text.slice(lost.start, lost.end).includes('Secret'));
    },
  };
}

function maskSpans(text: string, start: number, spans: readonly SensitiveSpan[]): string {
  let shown = text;
  for (const span of spans) {
    const from = Math.max(span.start - start, 0);
    const to = Math.min(span.end - start, text.length);
    if (from >= to) continue;
    shown = shown.slice(0, from) + shown.slice(from, to).replace(/\S/g, '*') + shown.slice(to);
  }
  return shown;
}

const KEY = /^(\s*(?:-\s+)*(?:[\w./-]+|"[\w./-]+"|'[\w./-]+')\s*:(?=\s|$))(.*)$/;

/**
 * A document that cannot be read has no spans. If it names a Secret, keys and punctuation stay and every value goes; else
 * only what may be an `env[].value`: that key's line, and lines without a key, which may continue one.
 */
function maskBrokenLine(text: string, namesSecret: boolean): string {
  const [, key, value] = KEY.exec(text) ?? [];
  if (key === undefined || value === undefined) return masked(text);
  return namesSecret || /\bvalue\b|[{[]/.test(text) ? key + masked(value) : text;
}

function masked(text: string): string {
  return text.replace(/[^\s[\]{}:,"'|>&*#-]/g, '*');
}
