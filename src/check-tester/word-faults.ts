import { basename, dirname } from 'node:path/posix';
import type { Check, CheckExamples } from '../core/check.ts';
import { messageText } from '../core/message.ts';
import { severities } from '../core/severity.ts';
import { areas } from './inventory.ts';

/** An annotation `seawall.dev/ignore.ID` may have 63 characters behind its slash. */
const LONGEST_ID = 56;

/** What is wrong with the name, the place and the words of a check, without judging anything. */
export function* wordFaults(path: string, check: Check, examples: CheckExamples): Iterable<string> {
  const { id, title, why, advice, messages, severity, fix } = check;
  const area = dirname(path);
  if (id !== basename(path, '.ts')) yield `the id is ${JSON.stringify(id)}, not the file's name`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) yield 'the id is not of lower-case words joined by hyphens';
  if (id.length > LONGEST_ID) yield `the id has ${id.length} characters; the limit is ${LONGEST_ID}`;
  if (!areas.has(area)) yield `there is no area ${JSON.stringify(area)}`;
  if (!severities.includes(severity)) yield `there is no severity ${JSON.stringify(severity)}`;
  yield* statementFaults('title', title);
  yield* sentenceFaults('why', why);
  yield* sentenceFaults('advice', advice);
  const named = Object.entries(messages);
  if (named.length === 0) yield 'it has no message';
  for (const [name, message] of named) {
    yield* statementFaults(`message ${name}`, messageText(message));
    if (typeof message !== 'string' && !severities.includes(message.severity)) {
      yield `message ${name} has no severity ${JSON.stringify(message.severity)}`;
    }
  }
  if (fix !== undefined) {
    if (fix.effect !== 'safe' && fix.effect !== 'changes-behaviour') yield 'the fix has no effect';
    yield* statementFaults('fix.because', fix.because);
  }
  if (examples.pass.length === 0) yield 'it has no pass example';
  if (examples.fail.length === 0) yield 'it has no fail example';
  // One that fails on a partial scan too looks for an excuse only: not to find it settles the verdict.
  const needsWhole = examples.fail.every(({ complete }) => complete === true);
  if (check.reads.length > 0 && needsWhole && (examples.unknown ?? []).length === 0) {
    yield 'it looks other objects up and has no unknown example';
  }
}

function* statementFaults(field: string, text: string): Iterable<string> {
  yield* textFaults(field, text);
  if (text.endsWith('.')) yield `${field} ends with a full stop`;
}

function* sentenceFaults(field: string, text: string): Iterable<string> {
  yield* textFaults(field, text);
  if (text !== '' && !text.endsWith('.')) yield `${field} does not end with a full stop`;
}

function* textFaults(field: string, text: string): Iterable<string> {
  if (text.trim() === '') yield `${field} is empty`;
  else if (text !== text.trim() || /[\r\n]/.test(text)) yield `${field} is not on one line, or has spaces around it`;
}
