import type { Random } from '../../../bench/random.ts';

/** What the parts of one generated document share. */
export interface Writer {
  readonly random: Random;
  /** Names of the anchors whose nodes are complete, by what they name: what aliases may stand for. */
  readonly anchors: { readonly mappings: string[]; readonly others: string[] };
  /** How many anchors were given out. */
  anchorCount: number;
  /** Nodes that may still be written. */
  nodesLeft: number;
  /** Columns that a nested collection is deeper, most of the time. */
  readonly step: number;
  /** True if the document declares the handle `!e!`. */
  readonly hasHandle: boolean;
}

/** Starts a document. */
export function createWriter(random: Random, hasHandle: boolean): Writer {
  return {
    random,
    anchors: { mappings: [], others: [] },
    anchorCount: 0,
    nodesLeft: random.pick([4, 10, 25]),
    step: random.pick([2, 2, 2, 4, 1, 3, 7]),
    hasHandle,
  };
}

/** A new name for an anchor. */
export function nextAnchor(writer: Writer): string {
  writer.anchorCount += 1;
  return `${writer.random.pick(['a', 'base', 'x-', '_'])}${writer.anchorCount}`;
}

/** A name that an alias may use; undefined where there is none yet. */
export function knownAnchor({ random, anchors }: Writer): string | undefined {
  const names = [...anchors.mappings, ...anchors.others];
  return names.length === 0 ? undefined : random.pick(names);
}

/** Spaces between two tokens of a line: one, as a rule. */
export function gap({ random }: Writer): string {
  if (random.chance(0.92)) return ' ';
  return random.chance(0.9) ? random.pick(['  ', '    ']) : random.pick([' \t', '\t']);
}

/** What may stand between the end of a value and its line break: nothing, blanks or a comment. */
export function lineEnd({ random }: Writer): string {
  if (random.chance(0.9)) return '\n';
  return random.pick([' \n', '   \n', ' # comment\n', ' #\n', '\t\n', ' # a: "b\n', '  #x: [\n', '\t# tab\n']);
}

/** Lines that hold no content, now and then. */
export function emptyLines({ random }: Writer, indent: number): string {
  if (random.chance(0.94)) return '';
  const spaces = ' '.repeat(indent);
  return random.pick([
    '\n',
    '# comment\n',
    `${spaces}# comment\n`,
    '  \n',
    '      # deeper\n',
    '\n\n',
    '\t\n',
    ' # - a\n',
  ]);
}
