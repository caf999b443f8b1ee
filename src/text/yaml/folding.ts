/** What stands between two words of a scalar that may run over lines. */
export interface Folding {
  /** Blanks before the first line break. */
  blanks: string;
  firstBreak: string;
  moreBreaks: string;
}

/** What it becomes: the blanks themselves, one space for a single line break, else the breaks behind the first. */
export function foldLines({ blanks, firstBreak, moreBreaks }: Folding): string {
  if (firstBreak === '') return blanks;
  if (firstBreak !== '\n') return firstBreak + moreBreaks;
  return moreBreaks === '' ? ' ' : moreBreaks;
}
