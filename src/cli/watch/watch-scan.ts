import type { Report } from '../../core/report.ts';
import type { OptionValues, Surroundings } from '../command.ts';
import { decideExit } from '../exit-code.ts';
import { writeReport } from '../write-report.ts';
import { createBell } from './bell.ts';
import { changeLine, fileChangesText } from './change-line.ts';
import { configPaths, configState } from './config-watch.ts';
import { createFolderWatch, type WatchedPaths } from './folder-watch.ts';
import { isEmptyDifference, reportDifference } from './report-difference.ts';
import { createSettling } from './settling.ts';
import { tellChange, tellError } from './tell-change.ts';
import { type Judgement, openSession, type WatchSession } from './watch-session.ts';

const PATIENCE = { quiet: 20, most: 300 };

/** What Ctrl-C ends a program with. */
const INTERRUPTED = 130;

/**
 * Scans, writes the report, and then tells of every change until the user ends it, or nobody reads the output any more.
 * @throws UsageError if the command line, or the configuration at the start, is wrong.
 */
export async function watchScan(
  given: readonly string[],
  words: OptionValues,
  surroundings: Surroundings,
): Promise<number> {
  let state = configState(words, surroundings);
  let session: WatchSession | undefined = await openSession(given, words, surroundings);
  let { policy } = session;
  let { report, watched } = session.judge();
  await writeReport(report, session.targets, session.options, surroundings);

  function say(text: string): void {
    if (words['quiet'] !== true) surroundings.stderr.write(`${text}\n`);
  }

  /** The session by the configuration as it stands now; undefined if it is wrong. */
  async function reopened(): Promise<WatchSession | undefined> {
    try {
      return await openSession(given, words, surroundings);
    } catch (error) {
      tellError(error, surroundings);
      return undefined;
    }
  }

  async function lookAgain(): Promise<void> {
    const now = configState(words, surroundings);
    const isReconfigured = now !== state;
    state = now;
    if (isReconfigured) session = await reopened();
    if (session === undefined) return;
    const judged = session.judge();
    await tellIfChanged(session, judged, isReconfigured);
    ({ policy } = session);
    ({ report, watched } = judged);
  }

  async function tellIfChanged(of: WatchSession, judged: Judgement, isReconfigured: boolean): Promise<void> {
    const difference = reportDifference(report, judged.report);
    const what = isReconfigured ? 'the configuration changed' : fileChangesText(judged.changes);
    if (what === undefined && isEmptyDifference(difference)) return;
    const line = changeLine(what ?? 'what is scanned changed', difference, judged.report, surroundings.now());
    const news = { findings: difference.newFindings, diagnostics: difference.newDiagnostics };
    await tellChange(line, judged.report, news, of, surroundings);
  }

  const bell = createBell();
  const settling = createSettling(PATIENCE, () => bell.ring());
  const watch = createFolderWatch(
    () => settling.stir(),
    (why) => say(`${why}: looking for changes every second`),
  );
  const ended = surroundings.untilEnd();
  say(`watching ${filesText(report)}; Ctrl-C ends`);
  for (;;) {
    // What changed before it was watched is seen by looking once more.
    if (watch.follow(withConfig(watched))) settling.stir();
    const event = await Promise.race([ended, bell.rung()]);
    if (event === 'rung') {
      await lookAgain();
      continue;
    }
    settling.stop();
    watch.close();
    return event === 'interrupted' ? INTERRUPTED : decideExit(report, policy).code;
  }

  function withConfig({ folders, paths }: WatchedPaths): WatchedPaths {
    return { folders, paths: new Set([...paths, ...configPaths(words, surroundings)]) };
  }
}

function filesText({ coverage }: Report): string {
  return coverage.files === 1 ? '1 file' : `${coverage.files} files`;
}
