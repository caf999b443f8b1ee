import { safeParse } from 'zod/mini';
import type { Path } from '../../core/path.ts';
import { findPath, type Limits, type TextDocument, type TextProblem } from '../../text/document.ts';
import { createLines, type Lines } from '../../text/lines.ts';
import { cell, followPath, KEY_START } from '../../text/positions.ts';
import { readYaml } from '../../text/yaml/read.ts';
import type { CheckCatalogue } from '../check-selection.ts';
import type { ConfigFault } from './config-fault.ts';
import { type Config, configSchema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';

/** The start and the end of a value, as lines and columns from 1. */
export interface ConfigSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A configuration and where its values stand, or everything that is wrong with it. */
export type ReadConfig =
  | { readonly is: 'config'; readonly config: Config; locate(path: Path): ConfigSpan }
  | { readonly is: 'wrong'; readonly faults: readonly ConfigFault[] };

const limits: Limits = { size: 1024 * 1024, depth: 20, expandedNodes: 200_000, documents: 2 };

/** Reads the text of a configuration. */
export function readConfig(text: string, catalogue: CheckCatalogue): ReadConfig {
  const lines = createLines(text);
  const { documents, problems } = readYaml(text, limits);
  const faults = problems.map((problem) => problemFault(problem, lines));
  const second = documents[1];
  if (second !== undefined) {
    const message = 'a configuration is one document, and here starts another';
    faults.push({ code: 'config-syntax', message, at: lines.at(second.start) });
  }
  const document = documents[0];
  if (document === undefined) {
    return faults.length > 0
      ? { is: 'wrong', faults }
      : { is: 'config', config: {}, locate: () => ({ line: 1, column: 1, endLine: 1, endColumn: 1 }) };
  }
  const value = document.value ?? {};
  const schema = configSchema(catalogue);
  const parsed = safeParse(schema, value);
  if (parsed.success && faults.length === 0) {
    return { is: 'config', config: parsed.data, locate: (path) => spanOf(document, path, lines) };
  }
  for (const { code, message, path, isKey } of schemaFaults(parsed.error?.issues ?? [], schema, value)) {
    const offset = isKey ? keyOffset(document, path) : findPath(document, path).start;
    faults.push({ code, message, at: lines.at(offset) });
  }
  return { is: 'wrong', faults: faults.toSorted(inReadingOrder) };
}

function problemFault({ message, offset }: TextProblem, lines: Lines): ConfigFault {
  return { code: 'config-syntax', message, at: lines.at(offset) };
}

function keyOffset(document: TextDocument, path: Path): number {
  const { node } = followPath(document.positions, path);
  const start = cell(document.positions, node, KEY_START);
  return start === -1 ? findPath(document, path).start : start;
}

function spanOf(document: TextDocument, path: Path, lines: Lines): ConfigSpan {
  const { start, end } = findPath(document, path);
  const last = lines.at(end);
  return { ...lines.at(start), endLine: last.line, endColumn: last.column };
}

function inReadingOrder(left: ConfigFault, right: ConfigFault): number {
  return (left.at?.line ?? 0) - (right.at?.line ?? 0) || (left.at?.column ?? 0) - (right.at?.column ?? 0);
}
