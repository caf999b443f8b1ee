import { dirname, join } from 'node:path';
import type { Gap } from '../../core/coverage.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Exception } from '../../core/exception.ts';
import { createInventory } from '../../core/inventory.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import type { ReadInputs, ReadRequest, Source } from '../../core/source.ts';
import { builtInOf } from '../../kubernetes/built-in.ts';
import { annotationExceptions } from '../../kubernetes/exceptions.ts';
import { kubernetesResource } from '../../kubernetes/resource.ts';
import { resourceSuppressions } from '../../migration/resource-suppressions.ts';
import { exceptionsOf, type PlacedSuppression } from '../../migration/suppression.ts';
import { unmappedDiagnostics } from '../../migration/unmapped.ts';
import { maskCredentials } from '../../text/credential/mask.ts';
import type { TextProblem } from '../../text/document.ts';
import { readText } from '../../text/read.ts';
import { commentExceptions } from './exceptions.ts';
import { patchFiles } from './kustomization.ts';
import { maskedLines } from './masked-lines.ts';
import { objectsOf } from './objects.ts';
import { fileOrigin, locationOf } from './origin.ts';
import { commentSuppressionsIn } from './peer-comments.ts';
import { readTextFile } from './read-file.ts';
import { entriesOf, isGlob, shownPath } from './read-paths.ts';
import { type SourceFile, sourceFile } from './source-file.ts';
import { walkFolder } from './walk.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads manifests from files, folders and the standard input into one inventory. */
const files: Source = { name: 'files', read: readFiles };
export default files;

function readFiles(request: ReadRequest): ReadInputs {
  const resources: Resource[] = [];
  const exceptions: Exception[] = [];
  const suppressions: PlacedSuppression[] = [];
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  const read: SourceFile[] = [];
  const patches = new Set<string>();
  const seen = new Set<string>();
  let otherDocuments = 0;

  function show(path: string): string {
    return shownPath(path, request.workingDirectory);
  }

  function readPath(path: string): void {
    if (patches.has(path) || seen.has(path)) return;
    seen.add(path);
    const content = readTextFile(path);
    if (content.is === 'text') readContent(show(path), content.text);
    else {
      const code = content.is === 'too-large' ? 'limit-reached' : 'unreadable-input';
      gap(code, show(path), `${show(path)} cannot be read: ${content.why}`);
    }
  }

  function readContent(shown: string, text: string): void {
    const { documents, problems } = readText(text, shown);
    const lost = problems.map((problem) => problem.lost).filter((part) => part !== undefined);
    const file = sourceFile(shown, text, documents, lost);
    read.push(file);
    request.progress(read.length);
    for (const problem of problems) report(file, problem);
    for (const [index, document] of documents.entries()) {
      const objects = objectsOf(document.value);
      if (objects.length === 0 && document.value !== null) otherDocuments += 1;
      for (const { content, path } of objects) {
        const origin = fileOrigin(file, document, index, path);
        const resource = kubernetesResource(content, origin, request.defaultNamespace);
        resources.push(resource);
        for (const exception of annotationExceptions(resource)) exceptions.push(exception);
        for (const suppression of resourceSuppressions(resource)) suppressions.push(suppression);
      }
    }
    for (const exception of commentExceptions(file)) exceptions.push(exception);
    for (const suppression of commentSuppressionsIn(file)) suppressions.push(suppression);
  }

  function report(file: SourceFile, problem: TextProblem): void {
    const location = locationOf(file, problem.offset, problem.offset + 1);
    if (problem.kind === 'duplicate-key') {
      const earlier = problem.earlierOffset ?? problem.offset;
      const related = locationOf(file, earlier, earlier + 1);
      diagnostics.push({ code: 'duplicate-key', message: problem.message, file: file.shown, location, related });
      return;
    }
    const code = DIAGNOSTIC_CODES[problem.kind];
    if (problem.lost !== undefined) gaps.push({ file: file.shown, why: problem.message });
    diagnostics.push({ code, message: problem.message, file: file.shown, location });
  }

  function gap(code: 'limit-reached' | 'unreadable-input', file: string, message: string): void {
    gaps.push({ file, why: message });
    diagnostics.push({ code, message, file });
  }

  function notCovered(path: string, what: string): void {
    if (seen.has(path)) return;
    seen.add(path);
    const message = `${show(path)} ${what}`;
    diagnostics.push({ code: 'not-covered', message, file: show(path), hint: 'render it and scan the output' });
  }

  function readFolder(folder: string): void {
    const found: string[] = [];
    walkFolder(folder, {
      file: (path) => void found.push(path),
      chart: (path) =>
        notCovered(path, 'is a Helm chart, which is not rendered; its templates and values were not judged'),
      kustomization(path) {
        notCovered(
          path,
          'is a kustomization, which is not built; its files were judged as they are, without its patches',
        );
        const content = readTextFile(path);
        const value = content.is === 'text' ? readText(content.text, path).documents[0]?.value : undefined;
        for (const patch of patchFiles(value)) patches.add(join(dirname(path), patch));
      },
      unreadable: (path, why) => gap('unreadable-input', show(path), `${show(path)} cannot be read: ${why}`),
      limit: (path, why) => gap('limit-reached', show(path), `${show(path)} was left out: ${why}`),
    });
    // Only now are all patches known: a kustomization may name some in folders that come before its own.
    for (const path of found) if (request.leftOut?.includes(path) !== true) readPath(path);
  }

  function readStandardInput(): void {
    const { name } = request.standardInput;
    let text: string;
    try {
      text = request.standardInput.read();
    } catch (error) {
      gap('unreadable-input', name, `${name} cannot be read: ${whyUnreadable(error)}`);
      return;
    }
    readContent(name, text);
  }

  for (const entry of entriesOf(request.paths, request.workingDirectory)) {
    if (entry.is === 'standard-input') readStandardInput();
    else if (entry.is === 'folder') readFolder(entry.path);
    else if (entry.is === 'nothing' && isGlob(entry.path)) {
      gap('unreadable-input', show(entry.path), `${show(entry.path)} matches no file`);
    } else readPath(entry.path);
  }

  const inventory = createInventory(resources, {
    id: 'files',
    defaultNamespace: request.defaultNamespace,
    coverage: { claims: request.claims, gaps },
    builtIn: builtInOf(request.targetVersion),
  });
  for (const { earlier, later } of inventory.duplicates) diagnostics.push(duplicateObject(earlier, later));
  for (const diagnostic of unmappedDiagnostics(suppressions)) diagnostics.push(diagnostic);
  return {
    inventories: [inventory],
    // Those in our own form come first: they say more.
    exceptions: [...exceptions, ...suppressions.flatMap(exceptionsOf)],
    diagnostics,
    sources: maskedLines(read),
    mask: maskCredentials,
    files: read.length,
    otherDocuments,
  };
}

const DIAGNOSTIC_CODES = {
  'ignored-text': 'ignored-text',
  'duplicate-key': 'duplicate-key',
  limit: 'limit-reached',
  syntax: 'broken-document',
} as const;

function duplicateObject(earlier: Resource, later: Resource): Diagnostic {
  const location = later.origin.locate(['metadata', 'name'])[0];
  const related = earlier.origin.locate(['metadata', 'name'])[0];
  return {
    code: 'duplicate-object',
    message: `${resourceTitle(later)} is defined here again`,
    hint: 'judged both; look-ups see this one',
    file: later.origin.file,
    ...(location && { location }),
    ...(related && { related }),
  };
}
