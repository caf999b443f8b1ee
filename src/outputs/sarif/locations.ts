import type { InputLocation } from '../../core/diagnostic.ts';
import type { SourceTexts } from '../../core/report.ts';
import type { SubjectReference } from '../../core/subject.ts';
import type { JsonValue } from '../json-text.ts';
import { artifactLocation } from './artifact-uri.ts';

/** A longer line is not quoted: a manifest on one line would be written again with every finding. */
const LONGEST_QUOTE = 500;

/**
 * A physicalLocation object (SARIF 2.1.0, 3.29). A region on one line is quoted, and so is the line around it; columns are
 * UTF-16 units in both models, and the end is exclusive in both.
 */
export function physicalLocation(location: InputLocation, sources: SourceTexts): JsonValue {
  const { file, line, column, endLine, endColumn } = location;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const artifact = artifactLocation(file);
  const text = line === endLine ? sources.line(file, line) : undefined;
  if (text === undefined || text.length > LONGEST_QUOTE) return { artifactLocation: artifact, region };
  const quoted = text.slice(column - 1, endColumn - 1);
  const located = { artifactLocation: artifact, region: { ...region, snippet: { text: quoted } } };
  // A context must be larger than its region.
  return quoted === text ? located : { ...located, contextRegion: { startLine: line, endLine, snippet: { text } } };
}

/** The logicalLocation objects (SARIF 2.1.0, 3.33) of an object and, if a path is given, of the field in it. */
export function logicalLocations(object: SubjectReference, path: string): JsonValue[] {
  const { kind, namespace, name } = object;
  const fullyQualifiedName = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  const whole = { name, fullyQualifiedName, kind: 'object' };
  if (path === '') return [whole];
  return [whole, { name: path, fullyQualifiedName: `${fullyQualifiedName} ${path}`, kind: 'property' }];
}
