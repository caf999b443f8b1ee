import type { Random } from '../../../bench/random.ts';
import type { Writer } from './writer.ts';

function pieces(text: string): string[] {
  return text.split('¦');
}

const FIRST_WORDS = pieces(
  'name¦web¦nginx:1.27¦http://host.example:80/a?b=c#d¦a-b_c.d/e¦-x¦?x¦:x¦a#b¦x y¦it\'s¦say "hi"¦a, b¦a [b] {c}¦100%¦é¦日本語¦\u{1F600}¦a\u00a0b¦x:y¦a\tb¦=¦<¦a&b¦a*b¦--',
);
const WORDS = [...FIRST_WORDS, ...pieces('@¦%a¦50 %¦<<¦*¦!x¦-¦[¦}¦|¦`')];
/** Plain scalars that some version of YAML takes for more than text, or nearly. */
const SPECIAL = pieces(
  'yes¦No¦ON¦off¦y¦N¦true¦False¦TRUE¦tRUE¦null¦Null¦~¦NULL¦nULL¦0¦1¦-1¦+1¦007¦08¦0o17¦0O17¦0x1F¦0X1f¦0b101¦0B1¦-0x1¦+0b1¦1_000¦_1¦1_¦0_7¦1__0¦1.0¦1.¦.5¦-.5¦+.5¦1e3¦1E3¦1e+3¦1.5e3¦1.5e-3¦1e¦1e400¦-1e400¦.1_0¦1_0.5¦1.5_0¦.inf¦-.Inf¦.INF¦.nan¦.NaN¦+.inf¦Inf¦nan¦-0¦-0.0¦0.0¦12:30¦1:2:3¦-1:30¦12:30.5¦190:20:30¦12:60¦2001-01-01¦2001-1-1¦2001-01-01 12:00:00¦2001-01-01T12:00:00Z¦2001-12-14t21:59:43.10-05:00¦2001-13-01¦9007199254740993¦9223372036854775807¦9223372036854775808¦-9223372036854775808¦-9223372036854775809¦18446744073709551615¦18446744073709551616¦0x7FFFFFFFFFFFFFFF¦0xFFFFFFFFFFFFFFFFFF¦123456789012345678901234567890¦3.14159265358979323846¦1e20¦1e-7¦123456.7¦1234567.8¦<<¦=¦.¦..¦+¦-a¦0x¦0b¦0b2¦0o8¦09.5¦1,000¦e3¦1e5_0',
);
const ESCAPES = pieces(
  '\\n¦\\t¦\\"¦\\\\¦\\0¦\\a¦\\b¦\\v¦\\f¦\\r¦\\e¦\\ ¦\\N¦\\_¦\\L¦\\P¦\\x41¦\\u00e9¦\\U0001F600¦\\/¦\\\t',
);

/** A plain scalar of one line. */
export function plainScalar({ random }: Writer): string {
  if (random.chance(0.45)) return random.pick(SPECIAL);
  const first = random.pick(random.chance(0.02) ? WORDS : FIRST_WORDS);
  const words = Array.from({ length: random.pick([0, 0, 0, 1, 2]) }, () => random.pick(WORDS));
  return [first, ...words].join(random.pick([' ', ' ', '  ']));
}

/** A word that is safe as a plain scalar anywhere. */
export function plainWord(random: Random): string {
  return random.pick([
    'a',
    'b',
    'c',
    'name',
    'spec',
    'kind',
    'x-y',
    'app.example/name',
    'é',
    '日本',
    'k1',
    'k2',
    'two words',
  ]);
}

/** A plain scalar over lines, those behind the first indented. */
export function plainLines({ random }: Writer, indent: number): string {
  const first = random.pick(['one', 'two words', 'a-b', '12', 'x:y', 'é']);
  const others = Array.from({ length: random.integer(1, 2) }, () =>
    random.chance(0.05) ? '#x' : random.pick(['one', 'two', '3', '- c', '? d', '&a']),
  );
  return joinedLines(random, [first, ...others], indent);
}

/** Lines of a scalar, joined by breaks and indentation that folding takes away. */
function joinedLines(random: Random, lines: readonly string[], indent: number): string {
  const spaces = ' '.repeat(indent + random.pick([0, 0, 0, 1, 3]));
  const [first = '', ...rest] = lines;
  return (
    first +
    rest.map((line) => random.pick(['\n', '\n', '\n', ' \n', '\n\n', '\n \n', '\n\n\n']) + spaces + line).join('')
  );
}

/** A scalar in quotes; over lines now and then where that is allowed. */
export function quotedScalar(writer: Writer, indent: number, mayFold: boolean): string {
  const { random } = writer;
  const lineCount = mayFold && random.chance(0.2) ? random.integer(2, 3) : 1;
  const isDouble = random.chance(0.5);
  const lines = Array.from({ length: lineCount }, () => (isDouble ? doubleLine(random) : singleLine(random)));
  const quote = isDouble ? '"' : "'";
  const glue = isDouble && lineCount > 1 && random.chance(0.2) ? '\\' : '';
  const [first = '', ...rest] = lines;
  return quote + joinedLines(random, [first + glue, ...rest], Math.max(indent, 1)) + quote;
}

function singleLine(random: Random): string {
  return parts(random, (word) => word.replaceAll("'", "''"));
}

function doubleLine(random: Random): string {
  const text = parts(random, (word) => word.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
  return random.chance(0.3)
    ? text + (random.chance(0.01) ? '\\uD83D\\uDE00' : random.pick(ESCAPES)) + random.pick(['', 'x'])
    : text;
}

function parts(random: Random, escape: (word: string) => string): string {
  const count = random.pick([0, 1, 1, 2]);
  const words = Array.from({ length: count }, () => escape(random.pick(random.chance(0.3) ? SPECIAL : WORDS)));
  return words.join(random.pick([' ', '  ', ': ', ' #', ', ']));
}

/** A block scalar with its header and lines, below a collection at a column (-1 for the root). */
export function blockScalar({ random }: Writer, column: number): string {
  const chomping = random.pick(['', '', '-', '+']);
  const depth = random.pick([1, 2, 2, 4]);
  const spaces = ' '.repeat(Math.max(column, 0) + depth);
  const isIndented = random.chance(0.15);
  const indicator = isIndented ? String(depth) : '';
  const order = random.chance(0.5) ? indicator + chomping : chomping + indicator;
  const header = random.pick(['|', '|', '>']) + order + random.pick(['', '', '', ' ', ' # comment', '\t']);
  const start = isIndented && random.chance(0.4) ? ' ' : '';
  return `${header}\n${blockLines(random, spaces, start)}`;
}

const BLOCK_LINES = pieces(
  'one¦two words¦# no comment¦a: b¦- c¦"q"¦  deeper¦ one deeper¦\ttab¦trailing ¦é\u{1F600}¦\\n¦%a¦x\ty',
);

function blockLines(random: Random, spaces: string, start: string): string {
  const count = random.pick([0, 1, 1, 2, 3, 4]);
  let text = random.chance(0.08) ? random.pick(['\n', ' \n', `${spaces}\n`]) : '';
  for (let line = 0; line < count; line += 1) {
    const content = random.pick(BLOCK_LINES);
    // A first line that is deeper would set the indentation.
    text += spaces + (line === 0 ? start + content.trimStart() : content) + '\n';
    if (random.chance(0.12)) text += random.pick(['\n', '\n\n', `${spaces}\n`, `${spaces}  \n`, ' \n']);
  }
  return text;
}
