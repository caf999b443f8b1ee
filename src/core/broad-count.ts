import type { Diagnostic, InputLocation } from './diagnostic.ts';
import type { Exception } from './exception.ts';

/** Counts what exceptions of everything accept: nobody has looked at these findings one by one. */
export interface BroadCount {
  /** Notes a finding that the exception accepted. */
  add(exception: Exception): void;
  /** One for each tool whose form was used. */
  diagnostics(): Diagnostic[];
}

interface Tally {
  readonly places: Set<Exception>;
  readonly first: InputLocation;
  findings: number;
}

/** Starts a count. */
export function createBroadCount(): BroadCount {
  const tallies = new Map<string, Tally>();
  return {
    add(exception) {
      const { peer = 'another tool' } = exception;
      const tally = tallies.get(peer) ?? { places: new Set(), first: exception.location, findings: 0 };
      tallies.set(peer, tally);
      tally.places.add(exception);
      tally.findings += 1;
    },
    diagnostics() {
      return [...tallies].map(([peer, { places, first, findings }]) => ({
        code: 'peer-exception-broad',
        message: `${peer} is told to ignore everything in ${counted(places.size, 'place')}; accepted there: ${counted(findings, 'finding')}`,
        hint: 'name the checks that are meant',
        file: first.file,
        location: first,
      }));
    },
  };
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
