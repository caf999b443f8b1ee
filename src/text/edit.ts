/** A change of a text: what stands from `start` up to `end` becomes `text`. Offsets count UTF-16 units of the whole text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits that all mean the same text, in any order. Equal edits count once. Edits may touch, but an Error is thrown
 * where two change the same characters, where two put different text into one place, and for offsets outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let copied = 0;
  for (const edit of sortEdits(text.length, edits)) {
    edited += text.slice(copied, edit.start) + edit.text;
    copied = edit.end;
  }
  return edited + text.slice(copied);
}

/**
 * Joins edits of a text of `length` units with edits of what the first ones make of it into edits of the original text, sorted
 * and apart from each other. Throws as `applyEdits` does.
 */
export function composeEdits(length: number, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  return editsOf(length, editPieces(editPieces([{ start: 0, end: length }], first), second));
}

function sortEdits(length: number, edits: readonly TextEdit[]): TextEdit[] {
  const sorted: TextEdit[] = [];
  for (const edit of edits.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    if (!(edit.start >= 0 && edit.start <= edit.end && edit.end <= length)) {
      throw new Error(`the edit ${shown(edit)} lies outside the text, which has ${length} characters`);
    }
    const last = sorted.at(-1);
    if (last !== undefined && isSame(last, edit)) continue;
    if (last !== undefined && overlaps(last, edit)) {
      throw new Error(`the edits ${shown(last)} and ${shown(edit)} change the same place`);
    }
    sorted.push(edit);
  }
  return sorted;
}

function isSame(left: TextEdit, right: TextEdit): boolean {
  return left.start === right.start && left.end === right.end && left.text === right.text;
}

/** For edits in order: an insertion stands before a change that starts at its offset, two insertions have no order. */
function overlaps(earlier: TextEdit, later: TextEdit): boolean {
  return later.start < earlier.end || (later.start === earlier.start && later.end === earlier.end);
}

function shown(edit: TextEdit): string {
  return `[${edit.start}, ${edit.end}) ${JSON.stringify(edit.text)}`;
}

/** A part of an edited text: a stretch of the original, or text that an edit put there. */
type Piece = { readonly start: number; readonly end: number } | string;

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function slice(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

function editPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const edited: Piece[] = [];
  let index = 0;
  let used = 0;
  let offset = 0;

  /** Steps over the pieces up to an offset of their text, keeping or dropping them. */
  function advance(to: number, keeps: boolean): void {
    while (offset < to) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const taken = Math.min(lengthOf(piece) - used, to - offset);
      if (keeps && taken > 0) edited.push(slice(piece, used, used + taken));
      offset += taken;
      used += taken;
      if (used < lengthOf(piece)) continue;
      index += 1;
      used = 0;
    }
  }

  for (const edit of sortEdits(total, edits)) {
    advance(edit.start, true);
    if (edit.text !== '') edited.push(edit.text);
    advance(edit.end, false);
  }
  advance(total, true);
  return edited;
}

function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let end = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > end || text !== '') edits.push({ start: end, end: piece.start, text });
    text = '';
    end = piece.end;
  }
  return edits;
}
