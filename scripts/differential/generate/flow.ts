import { properties, remember } from './properties.ts';
import { plainWord, quotedScalar } from './scalars.ts';
import { knownAnchor, nextAnchor, type Writer } from './writer.ts';

/** A flow collection, whose lines behind the first are indented by at least `indent`. */
export function flowCollection(writer: Writer, indent: number, depth = 0): string {
  const { random } = writer;
  const isMapping = random.chance(0.5);
  const entries = Array.from({ length: random.pick([0, 1, 2, 2, 3]) }, () =>
    isMapping ? flowEntry(writer, indent, depth) : flowItem(writer, indent, depth),
  );
  const close = random.chance(0.08) && entries.length > 0 ? ',' : '';
  const inner = entries.map((entry) => space(writer, indent) + entry + random.pick(['', '', '', ' '])).join(',');
  const content = inner + close + space(writer, indent);
  return isMapping ? `{${content}}` : `[${content}]`;
}

/** What may stand between the tokens of a flow collection. */
function space({ random }: Writer, indent: number): string {
  if (random.chance(0.88)) return random.pick(['', ' ', ' ']);
  const spaces = ' '.repeat(Math.max(indent, 1) + random.pick([0, 1, 4]));
  return random.pick([
    `\n${spaces}`,
    `\n\n${spaces}`,
    ` # comment\n${spaces}`,
    '\t',
    `\n${spaces}# comment\n${spaces}`,
    '  ',
  ]);
}

function flowItem(writer: Writer, indent: number, depth: number): string {
  const { random } = writer;
  if (random.chance(0.06)) return `${flowKey(writer, indent)}: ${flowValue(writer, indent, depth)}`;
  if (random.chance(0.01)) return `? ${flowKey(writer, indent)} : ${flowValue(writer, indent, depth)}`;
  return flowValue(writer, indent, depth);
}

function flowEntry(writer: Writer, indent: number, depth: number): string {
  const { random } = writer;
  const key = flowKey(writer, indent);
  if (random.chance(0.08)) return key;
  if (random.chance(0.03)) return `? ${key}`;
  if (random.chance(0.05)) return `${key}:`;
  if (key.endsWith('"') && random.chance(0.1)) return `${key}:${flowValue(writer, indent, depth)}`;
  if (random.chance(0.03)) return `? ${key} : ${flowValue(writer, indent, depth)}`;
  return `${key}${random.pick(['', '', '', ' '])}:${space(writer, indent) || ' '}${flowValue(writer, indent, depth)}`;
}

function flowKey(writer: Writer, indent: number): string {
  const { random } = writer;
  if (random.chance(0.2)) return quotedScalar(writer, indent, false);
  if (random.chance(0.05)) return random.pick(['1', 'yes', '1.5', 'null', 'true', '0x10', '12:30']);
  return plainWord(random);
}

function flowValue(writer: Writer, indent: number, depth: number): string {
  const { random } = writer;
  writer.nodesLeft -= 1;
  const alias = random.chance(0.05) ? knownAnchor(writer) : undefined;
  if (alias !== undefined) return `*${alias} `;
  const anchor = random.chance(0.04) ? nextAnchor(writer) : undefined;
  if (depth < 4 && writer.nodesLeft > 0 && random.chance(0.2)) {
    const collection = flowCollection(writer, indent, depth + 1);
    remember(writer, anchor, collection.startsWith('{'));
    return properties(writer, anchor, collection.startsWith('{') ? 'mapping' : 'sequence') + collection;
  }
  remember(writer, anchor, false);
  return properties(writer, anchor, 'scalar') + flowScalar(writer, indent);
}

function flowScalar(writer: Writer, indent: number): string {
  const { random } = writer;
  if (random.chance(0.35)) return quotedScalar(writer, indent, true);
  if (random.chance(0.05)) return `one\n${' '.repeat(Math.max(indent, 1))}two`;
  if (random.chance(0.04)) return random.pick(['-x', 'a?b', ':x', '?x', '-', 'a b ?c', '@', '%x']);
  return random.pick([
    'a',
    'b c',
    '1',
    '1.5',
    'yes',
    'null',
    '~',
    'x:y',
    'a#b',
    '-1',
    'http://host.example/a',
    'é',
    '0o7',
    '1e3',
  ]);
}
