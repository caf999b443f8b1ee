import type { Report } from '../../core/report.ts';
import { type News, writeNews } from '../../outputs/pretty/news.ts';
import { type Surroundings, UsageError } from '../command.ts';
import { openSink } from '../output-target.ts';
import { layoutOf, writeReport } from '../write-report.ts';
import type { WatchSession } from './watch-session.ts';

/** Clears a terminal, what was scrolled away included, and starts at its top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Tells of a change: a person who reads the standard output sees the line and what is new; every other output is written
 * anew as a whole. One that cannot be written any more is an error, and no end of the watch.
 */
export async function tellChange(
  line: string,
  report: Report,
  news: News,
  { options, targets }: WatchSession,
  surroundings: Surroundings,
): Promise<void> {
  const screen = targets.find(({ format, file }) => format === 'pretty' && file === undefined);
  if (screen !== undefined) {
    const open = openSink(screen, options, surroundings);
    open.sink.write(`${surroundings.stdout.isTerminal ? CLEAR : '\n'}${line}\n`);
    writeNews(report, news, open.sink, layoutOf(options));
    open.close();
  } else if (options['quiet'] !== true) surroundings.stderr.write(`${line}\n`);
  try {
    const others = targets.filter((target) => target !== screen);
    await writeReport(report, others, options, surroundings);
  } catch (error) {
    tellError(error, surroundings);
  }
}

/**
 * Tells of a wrong configuration, or of an output that cannot be written.
 * @throws whatever else the error is.
 */
export function tellError(error: unknown, { stderr }: Surroundings): void {
  if (!(error instanceof UsageError)) throw error;
  stderr.write(`seawall: ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
}
