import { areas, checks } from '../../checks/registry.generated.ts';
import type { Check } from '../../core/check.ts';
import { controlsByCheck } from '../../core/framework.ts';
import { severityRank } from '../../core/severity.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import type { Peer } from '../../migration/peer.ts';
import { peers } from '../../migration/peers/registry.generated.ts';
import { type Command, type OptionValues, type Surroundings, textOption } from '../command.ts';
import { listFormatOption, wantsJson } from '../list-format.ts';
import { peerData, peerTable } from '../peer-table.ts';
import { tableText } from '../table-text.ts';

const command: Command = {
  name: 'checks',
  summary: 'list every check',
  arguments: [],
  options: [
    listFormatOption,
    {
      flags: '--peer <tool>',
      description: 'list the ids of another tool, with the checks that answer to them',
      choices: peers.map((peer) => peer.id),
    },
  ],
  examples: [
    { line: 'seawall checks', does: 'one line a check, worst first' },
    { line: 'seawall checks -o json', does: 'the same for programs, with everything a check says' },
    { line: 'seawall checks --peer trivy', does: 'coming from another tool: its ids, ours, and where we differ' },
  ],
  run: listChecks,
};
export default command;

function listChecks(_given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  const peer = peers.find(({ id }) => id === textOption(options, 'peer'));
  if (peer !== undefined) {
    surroundings.stdout.write(peerList(peer, options));
    return Promise.resolve(0);
  }
  const sorted = checks.toSorted(worstFirst);
  const text = wantsJson(options) ? `${JSON.stringify(sorted.map(checkData), null, 2)}\n` : checkTable(sorted);
  surroundings.stdout.write(text);
  return Promise.resolve(0);
}

function peerList(peer: Peer, options: OptionValues): string {
  return wantsJson(options) ? `${JSON.stringify(peerData(peer), null, 2)}\n` : peerTable(peer);
}

function worstFirst(left: Check, right: Check): number {
  return severityRank(left.severity) - severityRank(right.severity) || (left.id < right.id ? -1 : 1);
}

function checkTable(sorted: readonly Check[]): string {
  const rows = sorted.map((check) => [
    check.severity,
    check.id,
    areas[check.id] ?? '',
    check.optIn ? `${check.title} (opt-in)` : check.title,
  ]);
  const footer = `\n${checks.length} checks. More of one: seawall explain ${sorted[0]?.id ?? 'CHECK'}\n`;
  return tableText(['SEVERITY', 'CHECK', 'AREA', 'FAILS WHEN'], rows) + footer;
}

function checkData(check: Check): unknown {
  const { id, severity, title, why, advice, optIn, reads, covers } = check;
  const parameters = Object.fromEntries(
    Object.entries(check.parameters).map(([name, { type, default: value }]) => [name, { type, default: value }]),
  );
  const fix = check.fix === undefined ? null : { effect: check.fix.effect, because: check.fix.because };
  const judges = { subject: check.on.name, part: check.each?.name ?? null };
  const controls = controlsByCheck(frameworks).get(id) ?? [];
  return { id, area: areas[id], severity, title, why, advice, judges, parameters, reads, covers, optIn, fix, controls };
}
