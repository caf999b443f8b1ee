import { all, any, known, no, not, type Truth, unknown, yes } from '../../core/truth.ts';
import type { PartialLabels } from '../partial-labels.ts';

/** Whether a selector of Calico selects what has some labels. */
export type CalicoSelector = (labels: PartialLabels) => Truth;

/** Longer expressions, and such as are nested deeper, are not read. */
const LONGEST = 4_096;
const DEEPEST = 32;

/** A sign, a text in quotes, or a word: a label or an operator. */
const TOKEN = /\s*(?:(?<sign>==|!=|&&|\|\||[!(){},])|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<word>[\w./-]+))/gy;

interface Token {
  readonly is: 'sign' | 'text' | 'word';
  readonly value: string;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

/** Reads an expression such as `app == 'web' && !has(stage)`; undefined for what Calico refuses, or what is too large. */
export function calicoSelector(text: string): CalicoSelector | undefined {
  const tokens = tokensOf(text.trim());
  if (tokens === undefined) return undefined;
  const reader: Reader = { tokens, at: 0 };
  const selector = anyOf(reader, 0);
  return reader.at === tokens.length ? selector : undefined;
}

function tokensOf(text: string): Token[] | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    end = match.index + match[0].length;
    const { sign, single, double, word } = match.groups ?? {};
    if (sign !== undefined) tokens.push({ is: 'sign', value: sign });
    else if (word !== undefined) tokens.push({ is: 'word', value: word });
    else tokens.push({ is: 'text', value: single ?? double ?? '' });
  }
  return end === text.length ? tokens : undefined;
}

function anyOf(reader: Reader, depth: number): CalicoSelector | undefined {
  const parts = separated(reader, '||', () => allOf(reader, depth));
  return parts && ((labels) => any(parts, (part) => part(labels)));
}

function allOf(reader: Reader, depth: number): CalicoSelector | undefined {
  const parts = separated(reader, '&&', () => operand(reader, depth));
  return parts && ((labels) => all(parts, (part) => part(labels)));
}

function separated(
  reader: Reader,
  sign: string,
  read: () => CalicoSelector | undefined,
): readonly CalicoSelector[] | undefined {
  const parts: CalicoSelector[] = [];
  do {
    const part = read();
    if (part === undefined) return undefined;
    parts.push(part);
  } while (take(reader, 'sign', sign));
  return parts;
}

function operand(reader: Reader, depth: number): CalicoSelector | undefined {
  if (depth > DEEPEST) return undefined;
  if (take(reader, 'sign', '!')) {
    const inner = operand(reader, depth + 1);
    return inner && ((labels) => not(inner(labels)));
  }
  if (take(reader, 'sign', '(')) {
    const inner = anyOf(reader, depth + 1);
    return take(reader, 'sign', ')') ? inner : undefined;
  }
  const word = next(reader, 'word');
  if (word === undefined) return undefined;
  return take(reader, 'sign', '(') ? call(word, reader) : comparison(word, reader);
}

/** `all()`, `global()` for what lies in no namespace, `has(label)`. */
function call(name: string, reader: Reader): CalicoSelector | undefined {
  const key = next(reader, 'word');
  if (!take(reader, 'sign', ')')) return undefined;
  if (name === 'has') return key === undefined ? undefined : test(key, (value) => value !== undefined);
  if (key !== undefined) return undefined;
  if (name === 'all') return () => yes;
  return name === 'global' ? () => no : undefined;
}

function comparison(key: string, reader: Reader): CalicoSelector | undefined {
  if (take(reader, 'sign', '==')) return withText(reader, key, (value, text) => value === text);
  if (take(reader, 'sign', '!=')) return withText(reader, key, (value, text) => value !== text);
  if (take(reader, 'word', 'contains')) return withText(reader, key, (value = '', text) => value.includes(text));
  for (const side of ['starts', 'ends'] as const) {
    if (!take(reader, 'word', side)) continue;
    if (!take(reader, 'word', 'with')) return undefined;
    return withText(reader, key, (value = '', text) =>
      side === 'starts' ? value.startsWith(text) : value.endsWith(text),
    );
  }
  const isNegated = take(reader, 'word', 'not');
  if (!take(reader, 'word', 'in')) return undefined;
  const texts = textSet(reader);
  return texts && test(key, (value) => (value !== undefined && texts.has(value)) !== isNegated);
}

function withText(
  reader: Reader,
  key: string,
  holds: (value: string | undefined, text: string) => boolean,
): CalicoSelector | undefined {
  const text = next(reader, 'text');
  return text === undefined ? undefined : test(key, (value) => holds(value, text));
}

/** `{'a', 'b'}`. */
function textSet(reader: Reader): ReadonlySet<string> | undefined {
  if (!take(reader, 'sign', '{')) return undefined;
  const texts = new Set<string>();
  do {
    const text = next(reader, 'text');
    if (text !== undefined) texts.add(text);
  } while (take(reader, 'sign', ','));
  return take(reader, 'sign', '}') ? texts : undefined;
}

function test(key: string, holds: (value: string | undefined) => boolean): CalicoSelector {
  return (labels) => {
    const reason = labels.known.has(key) ? undefined : labels.whyHidden(key);
    return reason === undefined ? known(holds(labels.known.get(key))) : unknown(reason);
  };
}

/** Goes past a token of a kind if it comes next, and gives its value. */
function next(reader: Reader, is: Token['is']): string | undefined {
  const token = reader.tokens[reader.at];
  if (token?.is !== is) return undefined;
  reader.at += 1;
  return token.value;
}

/** Goes past one token if it comes next. */
function take(reader: Reader, is: Token['is'], value: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.is !== is || token.value !== value) return false;
  reader.at += 1;
  return true;
}
