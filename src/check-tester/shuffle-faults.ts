import type { Check, CheckExamples } from '../core/check.ts';
import { splitDocuments } from '../text/yaml/split.ts';
import { listExamples } from './example.ts';
import { type ExampleRun, runExample } from './example-run.ts';

/** Examples whose verdicts or findings change with the order of their documents. */
export function* shuffleFaults(check: Check, examples: CheckExamples): Iterable<string> {
  for (const { name, setting } of listExamples(examples)) {
    const documents = documentsOf(setting.yaml);
    const run = runExample(check, setting);
    // Of two definitions of an object look-ups see the last: there the order has a meaning.
    if (documents.length < 2 || run.hasDuplicates) continue;
    const expected = resultOf(run);
    for (const order of ordersOf(documents.length)) {
      const yaml = order.map((index) => documents[index] ?? '').join('---\n');
      if (resultOf(runExample(check, { ...setting, yaml })) === expected) continue;
      yield `${name}: another result with the documents in the order ${order.map((index) => index + 1).join(', ')}`;
      break;
    }
  }
}

/** The documents of a text, each without its marker and with a line break at its end. */
function documentsOf(text: string): string[] {
  return [...splitDocuments(text)]
    .map(({ start, end }) => text.slice(start, end).replace(/^---[ \t]*(?:\r?\n)?/, ''))
    .map((document) => (document === '' || document.endsWith('\n') ? document : `${document}\n`))
    .filter((document) => document.trim() !== '');
}

/** Every rotation of the order and of its reverse but the order itself: for three documents or fewer, every order. */
function ordersOf(count: number): number[][] {
  const forward = Array.from({ length: count }, (_, index) => index);
  const rotations = [forward, forward.toReversed()].flatMap((order) =>
    forward.map((start) => [...order.slice(start), ...order.slice(0, start)]),
  );
  return rotations.slice(1);
}

/** Verdicts and fingerprints by subject, in an order of their own. */
function resultOf({ subjects }: ExampleRun): string {
  return subjects
    .map(({ subject, verdict, findings }) => {
      const fingerprints = findings.map(({ fingerprint }) => fingerprint).toSorted();
      return [subject, verdict, ...fingerprints].join(' ');
    })
    .toSorted()
    .join('\n');
}
