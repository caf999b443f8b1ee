import type { Surroundings, TextStream } from './command.ts';

/** Surroundings for tests: what is written is kept, time stands still. */
export interface SurroundingsInMemory extends Surroundings {
  readonly written: { stdout: string; stderr: string; readonly files: Record<string, string> };
  /** Milliseconds since 1970. */
  time: number;
}

/** 21 November 2026 at noon, UTC. */
export const noon = Date.UTC(2026, 10, 21, 12);

/** Makes surroundings without a terminal, in a folder that does not exist, unless `parts` says otherwise. */
export function surroundingsInMemory(parts: Partial<Surroundings> = {}): SurroundingsInMemory {
  const written = { stdout: '', stderr: '', files: {} as Record<string, string> };
  function stream(name: 'stdout' | 'stderr'): TextStream {
    return {
      write(text) {
        written[name] += text;
      },
      isTerminal: false,
      columns: undefined,
    };
  }
  return {
    written,
    time: noon,
    version: '1.2.3',
    workingDirectory: '/nowhere',
    environment: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    readStandardInput: () => '',
    whyUnwritable: () => undefined,
    writeFile(path, text) {
      written.files[path] = text;
    },
    now() {
      return this.time;
    },
    untilEnd: () => Promise.resolve('interrupted'),
    ...parts,
  };
}
