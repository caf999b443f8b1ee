import type { Field, ListSchema, ObjectSchema, Schema } from './schema.ts';

/** Finds a definition by its short name. */
export type Definitions = (name: string) => ObjectSchema;

const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

const SIMPLE: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ['s', { is: 'string' }],
  ['b', { is: 'boolean' }],
  ['i', { is: 'integer', bits: 32 }],
  ['l', { is: 'integer', bits: 64 }],
  ['d', { is: 'number' }],
  ['y', { is: 'bytes' }],
  ['t', { is: 'time', micro: false }],
  ['m', { is: 'time', micro: true }],
  ['q', { is: 'quantity' }],
  ['x', { is: 'int-or-string' }],
  ['*', { is: 'any' }],
  ['o', { is: 'object', name: '', fields: () => NO_FIELDS, keepsUnknown: true, replacedWhole: false }],
]);

const FLAGGED = /^([[{e])(?:\(([^)]*)\))?(.*)$/;

/**
 * The schema that a code of the generated file stands for: one letter for a scalar (`s` string, `b` boolean, `i` and `l`
 * integers of 32 and 64 bits, `d` number, `y` base64, `t` and `m` times, `q` quantity, `x` number or string), `o` any
 * object, `*` anything, `e(A|B)` an enumeration with `~`
 * for blanks, `[` a list, `{` a map, `#` a definition. Flags of a list stand in
 * parentheses: `a` atomic, `s` set, `m:KEYS` map, `p:KEY` merged by strategic merge patches.
 */
export function readCode(code: string, definitions: Definitions): Schema {
  if (code.startsWith('#')) return definitions(code.slice(1));
  const simple = SIMPLE.get(code);
  if (simple !== undefined) return simple;
  const [, form, flags = '', rest = ''] = FLAGGED.exec(code) ?? [];
  if (form === 'e') return { is: 'string', values: flags.replaceAll('~', ' ').split('|') };
  if (form === '[') return listOf(readCode(rest, definitions), flags);
  if (form === '{') return { is: 'map', values: readCode(rest, definitions), replacedWhole: flags === 'a' };
  throw new Error(`the code ${code} is not understood`);
}

function listOf(items: Schema, flags: string): ListSchema {
  let type: ListSchema['type'];
  let keys: readonly string[] = [];
  let mergeKey: string | undefined;
  for (const flag of flags.split(';')) {
    const text = flag.slice(2);
    if (flag === 'a') type = 'atomic';
    if (flag === 's') type = 'set';
    if (flag.startsWith('p:')) mergeKey = text;
    if (!flag.startsWith('m:')) continue;
    type = 'map';
    keys = text.split(',');
  }
  return { is: 'list', items, type, keys, mergeKey };
}

const FIELD = /^(.*?)(!?)=(.*?)(?:@(\d+)-(\d+))?$/;

/** The fields of a definition's line as the minor version has them. */
export function readFields(words: readonly string[], minor: number, definitions: Definitions): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const word of words) {
    const [, name = '', mark, code = '', from = '0', to = '999'] = FIELD.exec(word) ?? [];
    if (minor < Number(from) || minor > Number(to)) continue;
    fields.set(name, { schema: readCode(code, definitions), isRequired: mark === '!' });
  }
  return fields;
}
