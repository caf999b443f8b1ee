import type { Failure, Outcome } from './engine.ts';
import { type Fact, namedField } from './fact.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Inventory } from './inventory.ts';
import { fillMessage } from './message.ts';
import { formatPath } from './path.ts';
import { resourceIdentity } from './resource.ts';
import type { Judged, SubjectReference } from './subject.ts';

/** The findings of a failed outcome, in the order the check reported them. */
export function makeFindings(outcome: Outcome, view: Judged, inventory: Inventory): Finding[] {
  const seen = new Map<string, number>();
  return outcome.failures.map((failure) => {
    const fact = factOf(failure, view, inventory);
    const field =
      failure.fact === failure.at ? fact.field : namedField(failure.at.resource.content, failure.at.path, []);
    const identity = [outcome.check.id, inventory.id, resourceIdentity(view.reference), field, failure.message];
    const key = identity.join('\n');
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return findingOf(outcome, failure, view, fact, fingerprintOf(occurrence === 1 ? key : `${key}\n${occurrence}`));
  });
}

function findingOf(outcome: Outcome, failure: Failure, view: Judged, fact: Fact, fingerprint: string): Finding {
  const { check } = outcome;
  const message = check.messages[failure.message] ?? failure.message;
  const locations = failure.at.resource.origin.locate(failure.at.path, failure.at.part);
  const path = formatPath(failure.at.path);
  const finding = {
    check: check.id,
    severity: typeof message === 'string' ? check.severity : message.severity,
    inventory: fact.inventory,
    subject: subjectOf(view.reference),
    messageId: failure.message,
    message: fillMessage(message, failure.data),
    data: failure.data,
    locations,
    // One text for both, where they are the same.
    path: locations.find((location) => location.path === path)?.path ?? path,
    fact,
    fingerprint,
    assuming: failure.assuming,
  };
  return failure.part === undefined ? finding : { ...finding, part: failure.part };
}

/** The subject of the last finding, which most findings share with the one before. */
let latest: SubjectReference = { kind: '', namespace: undefined, name: '' };

function subjectOf({ kind, namespace, name }: SubjectReference): SubjectReference {
  if (latest.name === name && latest.namespace === namespace && latest.kind === kind) return latest;
  latest = { kind, namespace, name };
  return latest;
}

function factOf(failure: Failure, view: Judged, inventory: Inventory): Fact {
  const { resource, path } = failure.fact;
  const isOwn = resource === view.anchor.resource;
  const isImplied = isOwn && view.anchor.path.length > 0;
  return {
    inventory: inventory.id,
    object: resourceIdentity(isImplied ? view.reference : resource),
    field: isImplied ? '' : namedField(resource.content, path, isOwn ? (view.factRoot ?? []) : []),
  };
}
