import type { Random } from '../../../bench/random.ts';
import { blockNode } from './block.ts';
import { createWriter } from './writer.ts';

/** A stream of one document, seldom of more, in every style that YAML has. Equal random streams give equal texts. */
export function generateDocument(random: Random): string {
  let text = document(random, true);
  while (random.chance(0.04)) text += random.pick(['', '...\n', '... # end\n']) + document(random, false);
  text = random.chance(0.02) ? `\uFEFF${text}` : text;
  if (random.chance(0.02)) text = text.trimEnd();
  return random.chance(0.05) ? text.replaceAll('\n', random.pick(['\r\n', '\r\n', '\r'])) : text;
}

function document(random: Random, isFirst: boolean): string {
  const directives = isFirst && random.chance(0.06) ? random.pick(DIRECTIVES) : '';
  const hasMarker = !isFirst || directives !== '' || random.chance(0.25);
  const writer = createWriter(random, directives.includes('%TAG !e!'));
  const root = blockNode(writer, -1, 'root', 0);
  const prefix = random.chance(0.1) ? random.pick(['# comment\n', '\n', ' \n', '# a\n\n# b\n']) : '';
  if (!hasMarker) return prefix + root;
  // A collection in block style cannot stand on the line of the marker.
  const isOnLine = /^[ \t]/.test(root) && !/^[ \t]*(?:[-?]\s|[^\s"'[{|>][^\n]*:\s)/.test(root);
  return `${directives}${prefix}---${isOnLine ? '' : random.pick(['\n', '\n', ' \n', ' # comment\n'])}${root}`;
}

const DIRECTIVES = [
  '%YAML 1.1\n',
  '%TAG !e! tag:example.com,2000:\n',
  '%YAML 1.1\n# comment\n%TAG !e! tag:example.com,2000:\n',
  '%YAML 1.1 # comment\n',
  '%TAG !e! !own-\n',
  '%YAML 1.1\n%TAG !e! tag:example.com,2000:\n',
  '%TAG !e! tag:example.com,2000:\n',
  '%YAML 1.2\n',
];
