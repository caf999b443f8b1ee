import type { Gap } from '../../core/coverage.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { DiagnosticCode } from '../../core/errors.ts';
import type { Exception } from '../../core/exception.ts';
import type { Resource } from '../../core/resource.ts';
import { annotationExceptions } from '../../kubernetes/exceptions.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { resourceSuppressions } from '../../migration/resource-suppressions.ts';
import type { PlacedSuppression } from '../../migration/suppression.ts';
import type { TextDocument, TextProblem } from '../../text/document.ts';
import { readText } from '../../text/read.ts';
import { credentialDiagnostics } from './credentials-in-text.ts';
import { commentExceptions } from './exceptions.ts';
import { isKustomization, isKustomizationFile } from './kustomization.ts';
import { objectsOf } from './objects.ts';
import { fileOrigin, locationOf } from './origin.ts';
import { commentSuppressionsIn } from './peer-comments.ts';
import type { FileText } from './read-file.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

/** What one file contributes to a scan. */
export interface FileContent {
  /** Undefined if it could not be read. */
  readonly file: SourceFile | undefined;
  readonly resources: readonly Resource[];
  readonly exceptions: readonly Exception[];
  readonly suppressions: readonly PlacedSuppression[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
  /** Documents that are no Kubernetes object. */
  readonly otherDocuments: number;
}

/** What a file contributes that the report shows by a name. */
export function fileContent(shown: string, read: FileText, defaultNamespace: string): FileContent {
  if (read.is === 'text') return textContent(shown, read.text, defaultNamespace);
  const code = read.is === 'too-large' ? 'limit-reached' : 'unreadable-input';
  return unreadContent(shown, code, `${shown} cannot be read: ${read.why}`);
}

/** What is left of an input that was not read: a gap, and word of it. */
export function unreadContent(
  file: string,
  code: Extract<DiagnosticCode, 'limit-reached' | 'unreadable-input'>,
  message: string,
): FileContent {
  const diagnostics = [{ code, message, file }];
  return {
    file: undefined,
    resources: [],
    exceptions: [],
    suppressions: [],
    diagnostics,
    gaps: [{ file, why: message }],
    otherDocuments: 0,
  };
}

/** What a text contributes. */
export function textContent(shown: string, text: string, defaultNamespace: string): FileContent {
  const { documents, problems } = readText(text, shown);
  const lost = problems.map((problem) => problem.lost).filter((part) => part !== undefined);
  const file = sourceFile(shown, text, documents, lost);
  const resources: Resource[] = [];
  const exceptions: Exception[] = [];
  const suppressions: PlacedSuppression[] = [];
  const others: TextDocument[] = [];
  for (const [index, document] of documents.entries()) {
    const objects = objectsOf(document.value);
    if (objects.length === 0 && document.value !== null) others.push(document);
    for (const { content, path } of objects) {
      const read = kubernetesResource(content, fileOrigin(file, document, index, path), defaultNamespace);
      // Kustomizations are told apart by their files alone.
      const resource = isKustomization(content) && read.name === '' ? { ...read, name: shown } : read;
      resources.push(resource);
      for (const exception of annotationExceptions(resource)) exceptions.push(exception);
      for (const suppression of resourceSuppressions(resource)) suppressions.push(suppression);
    }
  }
  for (const exception of commentExceptions(file)) exceptions.push(exception);
  for (const suppression of commentSuppressionsIn(file)) suppressions.push(suppression);
  const diagnostics = problems.map((problem) => problemDiagnostic(file, problem));
  // A file without any object is the settings of another program, unless its name says that it is a kustomization.
  const isOurs = resources.length > 0 || isKustomizationFile(shown);
  for (const diagnostic of credentialDiagnostics(file, problems, isOurs ? others : [])) diagnostics.push(diagnostic);
  const gaps = problems.flatMap(({ lost: part, message }) =>
    part === undefined ? [] : [{ file: shown, why: message }],
  );
  return { file, resources, exceptions, suppressions, diagnostics, gaps, otherDocuments: others.length };
}

const DIAGNOSTIC_CODES = {
  'ignored-text': 'ignored-text',
  'duplicate-key': 'duplicate-key',
  limit: 'limit-reached',
  syntax: 'broken-document',
} as const;

function problemDiagnostic(file: SourceFile, problem: TextProblem): Diagnostic {
  const { kind, message, offset } = problem;
  const location = locationOf(file, offset, offset + 1);
  const said = { code: DIAGNOSTIC_CODES[kind], message, file: file.shown, location };
  if (kind !== 'duplicate-key') return said;
  const earlier = problem.earlierOffset ?? offset;
  return { ...said, related: locationOf(file, earlier, earlier + 1) };
}
