import type { Writer } from './writer.ts';

const TAGS = {
  scalar: [
    '!!str',
    '!!str',
    '!!str',
    '!!str',
    '!!str',
    '!own',
    '!own',
    '!',
    '!',
    '!<tag:example.com,2000:x>',
    '!!int',
    '!!float',
    '!!bool',
    '!!null',
    '!!binary',
    '!!timestamp',
    '!!unknown',
  ],
  mapping: ['!!map', '!!map', '!own', '!!set', '!!omap', '!!str', '!'],
  sequence: ['!!seq', '!!seq', '!own', '!!omap', '!!pairs', '!!map', '!'],
} as const;

/** The anchor and tag before a node, with a space behind each; most often nothing. */
export function properties({ random, hasHandle }: Writer, anchor: string | undefined, kind: keyof typeof TAGS): string {
  const name = anchor === undefined ? '' : `&${anchor} `;
  if (!random.chance(hasHandle ? 0.3 : 0.05)) return name;
  const tag = hasHandle && random.chance(0.3) ? '!e!x' : random.pick(TAGS[kind]);
  return random.chance(0.5) ? `${name}${tag} ` : `${tag} ${name}`;
}

/** Keeps the name of an anchor whose node is complete. */
export function remember({ anchors }: Writer, anchor: string | undefined, isMapping: boolean): void {
  if (anchor !== undefined) (isMapping ? anchors.mappings : anchors.others).push(anchor);
}
