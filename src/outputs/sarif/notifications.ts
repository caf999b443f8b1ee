import type { Diagnostic } from '../../core/diagnostic.ts';
import { type DiagnosticCode, diagnosticCodes, diagnosticLevel } from '../../core/errors.ts';
import type { SourceTexts } from '../../core/report.ts';
import type { JsonValue } from '../json-text.ts';
import { artifactLocation } from './artifact-uri.ts';
import { physicalLocation } from './locations.ts';
import { plainMessage } from './message.ts';

/** The codes of the diagnostics, sorted, each with its place in the list. */
export function codeIndexes(diagnostics: readonly Diagnostic[]): ReadonlyMap<DiagnosticCode, number> {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  return new Map(codes.map((code, index) => [code, index]));
}

/** The reportingDescriptor object (SARIF 2.1.0, 3.49) of a diagnostic code. */
export function notificationRule(code: DiagnosticCode): JsonValue {
  return {
    id: code,
    shortDescription: { text: diagnosticCodes[code].means },
    defaultConfiguration: { level: diagnosticLevel(code) },
  };
}

/** The notification object (SARIF 2.1.0, 3.58) of a diagnostic; its places are where it is and what belongs to it. */
export function notificationOf(
  diagnostic: Diagnostic,
  indexes: ReadonlyMap<DiagnosticCode, number>,
  sources: SourceTexts,
): JsonValue {
  const { code, message, hint } = diagnostic;
  const locations = locationsOf(diagnostic, sources);
  return {
    descriptor: { id: code, index: indexes.get(code) },
    level: diagnosticLevel(code),
    message: plainMessage(hint === undefined ? message : `${message}; ${hint}`),
    ...(locations.length > 0 && { locations }),
  };
}

function locationsOf({ file, location, related }: Diagnostic, sources: SourceTexts): JsonValue[] {
  const places: JsonValue[] = [];
  if (location !== undefined) places.push(physicalLocation(location, sources));
  else if (file !== undefined) places.push({ artifactLocation: artifactLocation(file) });
  if (related !== undefined) places.push(physicalLocation(related, sources));
  return places.map((place, id) => ({ id, physicalLocation: place }));
}
