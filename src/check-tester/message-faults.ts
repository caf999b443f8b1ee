import type { Check, CheckExamples } from '../core/check.ts';
import { findingText } from '../core/finding.ts';
import { listExamples } from './example.ts';
import { runExample } from './example-run.ts';

/** Messages that no failing example shows, that are not declared, and placeholders without data. */
export function* messageFaults(check: Check, examples: CheckExamples): Iterable<string> {
  const shown = new Set<string>();
  for (const { name, shows, setting } of listExamples(examples)) {
    for (const finding of runExample(check, setting).findings) {
      if (shows === 'fail') shown.add(finding.messageId);
      const text = findingText(finding);
      if (!Object.hasOwn(check.messages, finding.messageId))
        yield `${name}: reports message ${finding.messageId}, which it does not declare`;
      else if (/\{\w+\}/.test(text)) yield `${name}: a placeholder has no data in ${JSON.stringify(text)}`;
    }
  }
  for (const message of Object.keys(check.messages)) {
    if (!shown.has(message)) yield `no fail example shows message ${message}`;
  }
}
