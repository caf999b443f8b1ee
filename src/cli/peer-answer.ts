import { areas, checks } from '../checks/registry.generated.ts';
import type { PeerId } from '../migration/peer-id.ts';
import { checkPage } from './documentation.ts';

/** What `explain` says of ids of other tools; the page follows where one check answers to all of them. */
export function peerAnswer(ids: readonly PeerId[]): string {
  const answering = [...new Set(ids.flatMap((id) => id.checks))];
  const [only, ...others] = answering;
  const page = only === undefined || others.length > 0 ? undefined : checkPage(only);
  const text = ids.map(answerOf).join('\n');
  if (page !== undefined) return `${text}\n${page}`;
  return answering.length > 1 ? `${text}\nMore of one: seawall explain ${only}\n` : text;
}

function answerOf({ peer, id, name, checks: answering, differences, because }: PeerId): string {
  const called = `${peer.title} ${id}${name === undefined ? '' : ` (${name})`}`;
  if (answering.length === 0) return `${called} has no counterpart here: ${because}.\n`;
  const lines = answering.map((check) => `  ${check}  ${titleOf(check)}\n`);
  const differing = new Set(
    differences.map(({ check, how }) =>
      answering.length === 1 ? `  We differ: ${how}.\n` : `  ${check} differs: ${how}.\n`,
    ),
  );
  const isThere = answering.some((check) => checks.some(({ id: own }) => own === check));
  const heading = isThere ? 'is judged here by' : 'is not judged by this version; it will be by';
  return [`${called} ${heading}:\n`, ...lines, ...differing].join('');
}

function titleOf(id: string): string {
  const check = checks.find((each) => each.id === id);
  return check === undefined ? '(not in this version)' : `${check.severity}, ${areas[id]}: ${check.title}`;
}
