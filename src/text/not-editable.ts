import type { Path } from '../core/path.ts';

/** Thrown where a field cannot be edited without changing something else; the message says why. */
export class NotEditable extends Error {
  /** The field that was to be edited. */
  readonly path: Path;
  constructor(path: Path, why: string) {
    super(why);
    this.name = 'NotEditable';
    this.path = path;
  }
}
