import { normalize, resolve } from 'node:path';
import { nearest } from '../core/nearest.ts';
import type { Sink } from '../core/output.ts';
import { outputs } from '../outputs/registry.generated.ts';
import { type OptionValues, type Surroundings, textOption, UsageError } from './command.ts';

/** One `-o FORMAT[=FILE]`. */
export interface OutputTarget {
  readonly format: keyof typeof outputs;
  /** Undefined: the standard output. */
  readonly file: string | undefined;
}

/** Refuses files that cannot be written, before the scan. */
export function checkWritable(targets: readonly OutputTarget[], surroundings: Surroundings): void {
  for (const { file } of targets) {
    const why =
      file === undefined ? undefined : surroundings.whyUnwritable(resolve(surroundings.workingDirectory, file));
    if (why !== undefined)
      throw new UsageError(`${file} cannot be written: ${why}`, 'name a file in a folder that exists');
  }
}

/** Reads `-o` values; without any, a person reads the standard output. */
export function parseOutputTargets(values: readonly string[]): OutputTarget[] {
  const targets = values.length === 0 ? [parseTarget('pretty')] : values.map(parseTarget);
  const files = targets.map(({ file }) => (file === undefined ? undefined : normalize(file)));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (new Set(files).size < files.length) {
    throw new UsageError(
      `two outputs go to ${twice === undefined ? 'the standard output' : twice}`,
      'write: -o pretty -o sarif=report.sarif',
    );
  }
  return targets;
}

function parseTarget(value: string): OutputTarget {
  const equals = value.indexOf('=');
  const format = equals === -1 ? value : value.slice(0, equals);
  const file = equals === -1 ? undefined : value.slice(equals + 1);
  if (!isFormat(format)) {
    const close = nearest(format, Object.keys(outputs));
    const known = Object.keys(outputs).join(', ');
    throw new UsageError(
      `there is no output format "${format}"`,
      close === undefined ? `formats: ${known}` : `did you mean: ${close}`,
    );
  }
  if (file === '') throw new UsageError(`-o ${value} names no file`);
  return { format, file: file === '-' ? undefined : file };
}

function isFormat(format: string): format is keyof typeof outputs {
  return Object.hasOwn(outputs, format);
}

/** Whether to write colors: as asked, else if the stream is a terminal and NO_COLOR is not set. */
export function usesColor(options: OptionValues, surroundings: Surroundings): boolean {
  const when = textOption(options, 'color') ?? 'auto';
  if (when !== 'auto') return when === 'always';
  const { environment, stdout } = surroundings;
  if (environment['NO_COLOR'] || environment['TERM'] === 'dumb') return false;
  return stdout.isTerminal || !['', '0', undefined].includes(environment['FORCE_COLOR']);
}

/** A sink that collects writes into chunks, and what ends it. */
export interface OpenSink {
  readonly sink: Sink;
  close(): void;
}

const CHUNK = 65_536;
const NARROWEST = 40;

/** Opens the standard output, or a file that is written when the sink is closed. */
export function openSink(target: OutputTarget, options: OptionValues, surroundings: Surroundings): OpenSink {
  const { stdout, workingDirectory } = surroundings;
  const isStandardOutput = target.file === undefined;
  const file = target.file === undefined ? undefined : resolve(workingDirectory, target.file);
  let pending: string[] = [];
  let size = 0;
  function flush(): void {
    if (file === undefined && pending.length > 0) stdout.write(pending.join(''));
    if (file === undefined) pending = [];
    size = 0;
  }
  return {
    sink: {
      write(text) {
        pending.push(text);
        size += text.length;
        if (file === undefined && size > CHUNK) flush();
      },
      columns: Math.max((isStandardOutput ? stdout.columns : undefined) ?? 80, NARROWEST),
      color: isStandardOutput && usesColor(options, surroundings),
      links: isStandardOutput && stdout.isTerminal && usesColor(options, surroundings),
      absolutePath: (shown) => resolve(workingDirectory, shown),
    },
    close() {
      if (file === undefined) flush();
      else writeWhole(file, pending.join(''), surroundings);
    },
  };
}

function writeWhole(file: string, text: string, surroundings: Surroundings): void {
  try {
    surroundings.writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot write the output: ${reason}`, 'name a file in a folder that exists: -o json=FILE');
  }
}
