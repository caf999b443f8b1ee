import { isDeepStrictEqual } from 'node:util';
import type { Fix, FixTarget } from '../core/check.ts';
import { formatPath, type Path } from '../core/path.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import type { ReadText, TextDocument } from '../text/document.ts';
import { applyEdits, composeEdits, type TextEdit } from '../text/edit.ts';
import { NotEditable } from '../text/not-editable.ts';
import { readText } from '../text/read.ts';
import { removedPath } from '../text/removed-path.ts';
import { appendEdit, removeEdit, setEdit } from '../text/yaml/edit.ts';
import { type FieldEdit, intendedValue, pathAfterRemoval, recordFix } from './field-edit.ts';

/** Where the text of a resource stands. */
export interface EditableText {
  /** The whole file. */
  readonly text: string;
  /** The document that holds the resource. */
  readonly document: TextDocument;
  /** From the document's root to the object: an item of a list kind. Empty for an object that is the document. */
  readonly prefix: Path;
}

/** Finds the text of a resource; undefined where there is none to edit. */
export type FindText = (resource: Resource) => EditableText | undefined;

/**
 * The edits of texts that a fix asks for, by the file of `Origin.file`; sorted, apart from each other, and on the texts as they
 * are. Paths of a fix mean the object as it was read; its edits take effect in their order, each on what the ones
 * before it made of the text. Each is checked by reading the text again: it changes its field and nothing else.
 * @throws NotEditable, with the reason, where that cannot be; then nothing of the fix is to be applied.
 */
export function textEditsOf<View>(
  fix: Fix<View>,
  finding: FixTarget,
  judged: View,
  documentFor: FindText,
): ReadonlyMap<string, readonly TextEdit[]> {
  const files = editedFiles(recordFix(fix, finding, judged), documentFor);
  return new Map(files.map(({ name, edits }) => [name, edits]));
}

/** The texts that a fix leads to, by file; files it does not change are left out. Throws as `textEditsOf` does. */
export function applyFix<View>(
  fix: Fix<View>,
  finding: FixTarget,
  judged: View,
  documentFor: FindText,
): ReadonlyMap<string, string> {
  const files = editedFiles(recordFix(fix, finding, judged), documentFor);
  return new Map(files.map(({ name, text }) => [name, text]));
}

/** A file as the edits so far left it. */
interface EditedFile {
  readonly name: string;
  /** The length of the original text. */
  readonly length: number;
  /** Where its documents start. */
  readonly starts: readonly number[];
  text: string;
  read: ReadText;
  /** From the original text to this one. */
  edits: readonly TextEdit[];
  /** What was taken out, in order, by the number of its document. */
  readonly removed: { readonly document: number; readonly path: Path }[];
}

function editedFiles(edits: readonly FieldEdit[], documentFor: FindText): EditedFile[] {
  const files = new Map<string, EditedFile>();
  for (const edit of edits) {
    const { resource, path } = edit.at;
    const found = documentFor(resource);
    if (found === undefined) throw new NotEditable(path, `${resourceTitle(resource)} stands in no text to edit`);
    const name = resource.origin.file;
    const file = files.get(name) ?? openFile(name, found.text);
    files.set(name, file);
    editField(file, edit, found);
  }
  return [...files.values()].filter((file) => file.edits.length > 0);
}

function openFile(name: string, text: string): EditedFile {
  const read = readText(text, name);
  const starts = read.documents.map(({ start }) => start);
  return { name, length: text.length, starts, text, read, edits: [], removed: [] };
}

function editField(file: EditedFile, edit: FieldEdit, { document: original, prefix }: EditableText): void {
  const index = file.starts.indexOf(original.start);
  const document = file.read.documents[index];
  if (document === undefined) throw new NotEditable(edit.at.path, `${file.name} is not the text that was read`);
  const path = pathNow(file, index, [...prefix, ...edit.at.path]);
  if (path === undefined) {
    if (edit.is === 'remove') return;
    throw new NotEditable(edit.at.path, `${formatPath(edit.at.path)} is removed by the same fix`);
  }
  const edits = editsOf(file.text, document, edit, path);
  if (edits.length === 0) return;
  const text = applyEdits(file.text, edits);
  const read = readText(text, file.name);
  const intended = valuesOf(file.read).with(index, intendedValue(document.value, edit, path));
  if (!isDeepStrictEqual(valuesOf(read), intended)) {
    throw new NotEditable(edit.at.path, `an edit of ${formatPath(edit.at.path)} would change more than this field`);
  }
  const removed = edit.is === 'remove' ? removedPath(document.value, path) : undefined;
  if (removed !== undefined) file.removed.push({ document: index, path: removed });
  file.edits = composeEdits(file.length, file.edits, edits);
  file.text = text;
  file.read = read;
}

function valuesOf({ documents }: ReadText): unknown[] {
  return documents.map(({ value }) => value);
}

/** Where a field stands after the removals so far; undefined if it went with one. */
function pathNow(file: EditedFile, document: number, path: Path): Path | undefined {
  return file.removed
    .filter((removed) => removed.document === document)
    .reduce<Path | undefined>((now, removed) => now && pathAfterRemoval(now, removed.path), path);
}

function editsOf(text: string, document: TextDocument, edit: FieldEdit, path: Path): TextEdit[] {
  if (edit.is === 'remove') return removeEdit(text, document, path);
  return edit.is === 'set' ? setEdit(text, document, path, edit.value) : appendEdit(text, document, path, edit.value);
}
