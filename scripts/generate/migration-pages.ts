import { groupBy } from '../../src/core/group-by.ts';
import type { Form, Written } from '../../src/migration/forms.ts';
import type { Peer } from '../../src/migration/peer.ts';
import type { PeerId } from '../../src/migration/peer-id.ts';
import type { GeneratedFile } from './producer.ts';

/** One page for each tool that users come from, and their index with the suppressions that are understood. */
export async function migrationPages(): Promise<GeneratedFile[]> {
  const { checks } = await import('../../src/checks/registry.generated.ts');
  const { forms } = await import('../../src/migration/forms.ts');
  const { allPeerIds } = await import('../../src/migration/peer-id.ts');
  const { peers } = await import('../../src/migration/peers/registry.generated.ts');
  const written = new Set<string>(checks.map(({ id }) => id));
  return [
    ...peers.map((peer) => ({
      path: `docs/migration/${peer.id}.md`,
      text: peerPage(peer, allPeerIds(peer), (check) => written.has(check)),
    })),
    { path: 'docs/migration/README.md', text: indexPage(peers, forms, (peer) => allPeerIds(peer)) },
  ];
}

/** The page of a tool: its ids with ours, then those without a counterpart. */
export function peerPage(peer: Peer, ids: readonly PeerId[], isWritten: (check: string) => boolean): string {
  const answered = ids.filter(({ checks }) => checks.length > 0);
  const without = ids.filter(({ checks }) => checks.length === 0);
  const hasNames = answered.some(({ name }) => name !== undefined);
  const head = hasNames
    ? '| id | name | checks | where we differ |\n|---|---|---|---|'
    : '| id | checks | where we differ |\n|---|---|---|';
  const rows = answered.map(({ id, name = '', checks, differences }) => {
    const links = checks.map((check) => (isWritten(check) ? `[${check}](../checks/${check}.md)` : check)).join(', ');
    const differs = differences.map(({ check, how }) => (checks.length === 1 ? how : `${check}: ${how}`)).join('; ');
    return `| \`${id}\` |${hasNames ? ` ${name} |` : ''} ${links} | ${differs} |`;
  });
  const sections = [
    `# Coming from ${peer.title}`,
    `\`seawall explain ${example(peer)}\` tells what answers here to an id of ${peer.title}, \`seawall checks --peer ${peer.id}\` lists them all. Where`.concat(
      '\nseveral checks stand side by side, all of them together are what the id is about.',
    ),
    [head, ...rows].join('\n'),
  ];
  if (without.length > 0) sections.push('## Without a counterpart', withoutTable(without));
  return `${sections.join('\n\n')}\n`;
}

/** The id that the page names: one that cannot be taken for a check of ours. */
function example({ id, counterparts }: Peer): string {
  const first = counterparts[0]?.id ?? '';
  return /^[a-z-]+$/.test(first) ? `${id}:${first}` : first;
}

/** Ids with names stand in rows of their own; others side by side where they share their reason. */
function withoutTable(without: readonly PeerId[]): string {
  if (without.some(({ name }) => name !== undefined)) {
    const rows = without.map(({ id, name = '', because = '' }) => `| \`${id}\` | ${name} | ${because} |`);
    return ['| id | name | why |', '|---|---|---|', ...rows].join('\n');
  }
  const rows = [...groupBy(without, ({ because = '' }) => because)].map(
    ([because, ids]) => `| ${ids.map(({ id }) => `\`${id}\``).join(', ')} | ${because} |`,
  );
  return ['| ids | why |', '|---|---|', ...rows].join('\n');
}

function indexPage(peers: readonly Peer[], forms: readonly Form[], idsOf: (peer: Peer) => readonly PeerId[]): string {
  const tools = peers.map((peer) => {
    const ids = idsOf(peer);
    const without = ids.filter(({ checks }) => checks.length === 0).length;
    return `| [${peer.title}](${peer.id}.md) | ${ids.length - without} | ${without} |`;
  });
  const rows = forms.map(({ peer, written, holdsFor }) => `| ${peer.title} | ${asCode(written)} | ${holdsFor} |`);
  return [
    '# Coming from another tool',
    introduction,
    ['| tool | ids with a counterpart | ids without |', '|---|---|---|', ...tools].join('\n'),
    '## Suppressions that are understood',
    suppressions,
    ['| tool | written as | holds for |', '|---|---|---|', ...rows].join('\n'),
    limits,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function asCode(written: Written): string {
  if (written.as === 'comment') return `\`# ${written.text}\``;
  return `${written.as} \`${written.key}: "${written.value}"\``;
}

const introduction = `\`seawall explain ID\` takes the ids of these tools: \`seawall explain KSV-0017\`, or \`seawall explain kube-linter:run-as-non-root\`
where a name alone could be one of ours. \`seawall checks --peer trivy\` lists a whole tool, with \`-o json\` for programs.`;

const suppressions = `What a manifest tells one of these tools not to report is an [accepted finding](../exceptions.md) here, of every check that answers
to the id. It needs no reason where the tool asks for none: the report then says by whose comment, annotation or label. They are honoured
for files only.`;

const limits = `Seawall says nothing of one that matches no finding: the other tool may need it. An id that nothing here answers to is told once, with a
count (\`peer-exception-unmapped\`), and so is how many findings were accepted by what ignores everything (\`peer-exception-broad\`).
Overrides of kubeaudit for one capability or one mount accept nothing here: an exception would hold for the others too.
\`kube-score/enable\` turns checks on and needs no counterpart.`;
