import { dirname, join } from 'node:path';
import type { Gap } from '../../core/coverage.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Exception } from '../../core/exception.ts';
import { createInventory } from '../../core/inventory.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import type { ReadInputs, ReadRequest, Source } from '../../core/source.ts';
import { builtInOf } from '../../kubernetes/built-in.ts';
import { exceptionsOf, type PlacedSuppression } from '../../migration/suppression.ts';
import { unmappedDiagnostics } from '../../migration/unmapped.ts';
import { maskCredentials } from '../../text/credential/mask.ts';
import { type FileContent, textContent, unreadContent } from './file-content.ts';
import { type FileReader, plainReader } from './file-reader.ts';
import { foldersAbove, IGNORE_FILES } from './ignore-rules.ts';
import { maskedLines } from './masked-lines.ts';
import { entriesOf, isGlob, shownPath } from './read-paths.ts';
import type { SourceFile } from './source-file.ts';
import { walkFolder } from './walk.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Reads manifests from files, folders and the standard input into one inventory. */
const files: Source = { name: 'files', read: (request) => readFiles(request, plainReader) };
export default files;

/** Reads what the paths lead to, each file by a reader. */
export function readFiles(request: ReadRequest, reader: FileReader): ReadInputs {
  const resources: Resource[] = [];
  const exceptions: Exception[] = [];
  const suppressions: PlacedSuppression[] = [];
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  const read: SourceFile[] = [];
  const patches = new Set<string>();
  const seen = new Set<string>();
  const noted = new Set<string>();
  let otherDocuments = 0;

  function show(path: string): string {
    return shownPath(path, request.workingDirectory);
  }

  function readPath(path: string): void {
    if (patches.has(path) || seen.has(path)) return;
    seen.add(path);
    take(reader.content(path, show(path), request.defaultNamespace));
  }

  function take(content: FileContent): void {
    for (const resource of content.resources) resources.push(resource);
    for (const exception of content.exceptions) exceptions.push(exception);
    for (const suppression of content.suppressions) suppressions.push(suppression);
    for (const diagnostic of content.diagnostics) diagnostics.push(diagnostic);
    for (const gap of content.gaps) gaps.push(gap);
    otherDocuments += content.otherDocuments;
    if (content.file === undefined) return;
    read.push(content.file);
    request.progress(read.length);
  }

  function notCovered(path: string, what: string): void {
    if (noted.has(path)) return;
    noted.add(path);
    const message = `${show(path)} ${what}`;
    diagnostics.push({ code: 'not-covered', message, file: show(path), hint: 'render it and scan the output' });
  }

  function readFolder(folder: string): void {
    const found: string[] = [];
    for (const above of foldersAbove(folder)) for (const name of IGNORE_FILES) reader.looksAt(join(above, name));
    walkFolder(folder, {
      folder: (path) => reader.looksInto(path),
      file: (path) => void found.push(path),
      chart: (path) =>
        notCovered(path, 'is a Helm chart, which is not rendered; its templates and values were not judged'),
      kustomization(path) {
        notCovered(
          path,
          'is a kustomization, which is not built; its files were judged as they are, without its patches',
        );
        for (const patch of reader.patches(path)) patches.add(join(dirname(path), patch));
      },
      unreadable: (path, why) =>
        take(unreadContent(show(path), 'unreadable-input', `${show(path)} cannot be read: ${why}`)),
      limit: (path, why) => take(unreadContent(show(path), 'limit-reached', `${show(path)} was left out: ${why}`)),
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
      take(unreadContent(name, 'unreadable-input', `${name} cannot be read: ${whyUnreadable(error)}`));
      return;
    }
    take(textContent(name, text, request.defaultNamespace));
  }

  for (const entry of entriesOf(request.paths, request.workingDirectory)) {
    if (entry.is === 'standard-input') {
      readStandardInput();
      continue;
    }
    reader.looksAt(entry.path);
    if (entry.is === 'folder') readFolder(entry.path);
    else if (entry.is === 'nothing' && isGlob(entry.path)) {
      take(unreadContent(show(entry.path), 'unreadable-input', `${show(entry.path)} matches no file`));
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
