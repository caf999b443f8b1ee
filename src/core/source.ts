import type { Version } from './check.ts';
import type { CompleteClaim } from './coverage.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Exception } from './exception.ts';
import type { Inventory } from './inventory.ts';
import type { Mask } from './mask-report.ts';
import type { SourceTexts } from './report.ts';

/** What a scan asks a source to read. */
export interface ReadRequest {
  /** Files, folders and globs; `-` for the standard input. */
  readonly paths: readonly string[];
  /** Files that are none of the input where a folder holds them: absolute paths. */
  readonly leftOut?: readonly string[];
  /** Relative paths start here, and shown paths are relative to it. */
  readonly workingDirectory: string;
  /** The namespace of objects that name none. */
  readonly defaultNamespace: string;
  readonly claims: readonly CompleteClaim[];
  /** The version of Kubernetes whose own objects look-ups see, beside those that are read. */
  readonly targetVersion: Version;
  /** The text of `-`, and the name it goes by. */
  readonly standardInput: { readonly name: string; read(): string };
  /** Told how far the reading is. */
  progress(filesRead: number): void;
}

/** What a source read. */
export interface ReadInputs {
  readonly inventories: readonly Inventory[];
  readonly exceptions: readonly Exception[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  /** Writes the credentials in a text that comes from the inputs as asterisks, before a report shows it. */
  readonly mask: Mask;
  readonly files: number;
  readonly otherDocuments: number;
}

/** A reader of one form of input into inventories. A source never judges. */
export interface Source {
  readonly name: string;
  read(request: ReadRequest): ReadInputs;
}
