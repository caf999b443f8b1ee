import type { Check, CheckExamples } from '../core/check.ts';
import { workloadKinds } from '../kubernetes/pod-template.ts';
import { coversKind } from './covers-kind.ts';
import { listExamples } from './example.ts';
import { runExample } from './example-run.ts';
import { EVERY_KIND } from './watched-inventory.ts';

/**
 * Where `reads` and the look-ups differ. A kind in `reads` that no example makes the check look up is one too many,
 * unless it judges that kind; looking up others of its own kind is reading too. Custom resources hold pods too, so who reads every kind of workload may look at all.
 */
export function* lookupFaults(check: Check, examples: CheckExamples): Iterable<string> {
  const asked = new Set<string>();
  for (const { setting } of listExamples(examples)) {
    for (const kind of runExample(check, setting).asked) asked.add(kind);
  }
  const readsWorkloads = asked.has(EVERY_KIND) && workloadKinds.every((kind) => check.reads.includes(kind));
  if (readsWorkloads) for (const kind of workloadKinds) asked.add(kind);
  for (const kind of asked) {
    if (kind === EVERY_KIND && readsWorkloads) continue;
    if (kind === EVERY_KIND) yield 'it looks at objects of every kind';
    else if (!check.reads.includes(kind)) {
      yield `it looks up ${kind}, which reads does not name`;
    }
  }
  const shown = check.on.shows ?? [];
  for (const kind of shown) {
    if (!check.reads.includes(kind)) yield `its subject shows ${kind}, which reads does not name`;
  }
  for (const kind of check.reads) {
    if (!asked.has(kind) && !shown.includes(kind) && !coversKind(check.on, kind))
      yield `reads names ${kind}, which no example makes it look up`;
  }
  if (new Set(check.reads).size < check.reads.length) yield 'reads names a kind twice';
}
