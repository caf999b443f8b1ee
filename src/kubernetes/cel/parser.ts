import type { Expression, ListItem, Literal, MapEntry } from './expression.ts';
import { CelSyntaxError } from './fault.ts';
import { tokenise } from './lexer.ts';
import { globalMacro, memberMacro } from './macros.ts';
import type { Token } from './token.ts';

/** How deep brackets, conditionals and signs may lie in each other. */
const DEEPEST = 100;

const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else for function if import in let loop package namespace return var void while'.split(' '),
);

const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['<', '<=', '>', '>=', '==', '!=', 'in']),
  new Set(['+', '-']),
  new Set(['*', '/', '%']),
];

/** Reads an expression. @throws CelSyntaxError */
export function parseExpression(text: string): Expression {
  const tokens = tokenise(text);
  let position = 0;
  let depth = 0;

  function current(): Token {
    return tokens[position] ?? { is: 'end', at: text.length };
  }

  function isAt(symbol: string): boolean {
    const token = current();
    return token.is === 'symbol' && token.text === symbol;
  }

  function take(symbol: string): boolean {
    if (!isAt(symbol)) return false;
    position += 1;
    return true;
  }

  function expect(symbol: string): void {
    if (!take(symbol)) throw new CelSyntaxError(`${symbol} is missing`, current().at);
  }

  function expression(): Expression {
    depth += 1;
    if (depth > DEEPEST) throw new CelSyntaxError('the expression is nested too deeply', current().at);
    const test = disjunction();
    const whole = take('?') ? conditional(test) : test;
    depth -= 1;
    return whole;
  }

  function conditional(test: Expression): Expression {
    const yes = disjunction();
    expect(':');
    return { is: 'conditional', test, yes, no: expression(), at: test.at };
  }

  function disjunction(): Expression {
    return operandsOf('or', '||', () => operandsOf('and', '&&', () => binary(0)));
  }

  function operandsOf(is: 'and' | 'or', symbol: string, next: () => Expression): Expression {
    const first = next();
    const operands = [first];
    while (take(symbol)) operands.push(next());
    return operands.length === 1 ? first : { is, operands, at: first.at };
  }

  function binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    for (let operator = operatorOf(operators); operator !== undefined; operator = operatorOf(operators)) {
      position += 1;
      const args = [left, binary(level + 1)];
      left = { is: 'call', name: `_${operator}_`, target: undefined, args, at: left.at };
    }
    return left;
  }

  function operatorOf(operators: ReadonlySet<string>): string | undefined {
    const token = current();
    const isWord = token.is === 'identifier' || token.is === 'symbol';
    return isWord && operators.has(token.text) ? token.text : undefined;
  }

  function unary(): Expression {
    const { at } = current();
    for (const operator of ['!', '-']) {
      if (!isAt(operator)) continue;
      let count = 0;
      while (take(operator)) count += 1;
      const number = operator === '-' && count === 1 ? negativeNumber(at) : undefined;
      if (number !== undefined) return members(number);
      const operand = members(primary());
      if (count % 2 === 1) return { is: 'call', name: `${operator}_`, target: undefined, args: [operand], at };
      const once: Expression = { is: 'call', name: `${operator}_`, target: undefined, args: [operand], at };
      return { is: 'call', name: `${operator}_`, target: undefined, args: [once], at };
    }
    return members(primary());
  }

  /** A number behind a minus is one literal, so that the smallest int can be written. */
  function negativeNumber(at: number): Expression | undefined {
    const token = current();
    if (token.is === 'int') {
      position += 1;
      return { is: 'literal', value: { is: 'int', value: -token.value }, at };
    }
    if (token.is !== 'double') return undefined;
    position += 1;
    return { is: 'literal', value: { is: 'double', value: -token.value }, at };
  }

  function members(first: Expression): Expression {
    let operand = first;
    for (;;) {
      const { at } = operand;
      if (take('.')) operand = member(operand);
      else if (take('[')) {
        const isOptional = take('?');
        operand = { is: 'index', operand, index: expression(), isOptional, at };
        expect(']');
      } else return operand;
    }
  }

  function member(operand: Expression): Expression {
    const { at } = operand;
    const isOptional = take('?');
    const field = fieldName();
    if (isOptional || !isAt('(')) {
      if (isAt('{')) return message(field, at);
      return { is: 'select', operand, field, isOptional, at };
    }
    const args = argumentsOf();
    return memberMacro(operand, field, args, at) ?? { is: 'call', name: field, target: operand, args, at };
  }

  function fieldName(): string {
    const token = current();
    const isName = token.is === 'identifier' ? !KEYWORDS.has(token.text) : token.is === 'quoted-identifier';
    if (!isName || !('text' in token)) throw new CelSyntaxError('the name of a field is missing', token.at);
    position += 1;
    return token.text;
  }

  function argumentsOf(): Expression[] {
    expect('(');
    const args: Expression[] = [];
    if (take(')')) return args;
    do args.push(expression());
    while (take(','));
    expect(')');
    return args;
  }

  function primary(): Expression {
    const token = current();
    const { at } = token;
    if (take('(')) {
      const inner = expression();
      expect(')');
      return inner;
    }
    if (take('[')) return { is: 'list', items: listItems(), at };
    if (take('{')) return { is: 'map', entries: mapEntries(), at };
    if (take('.') || token.is === 'identifier') return name(at);
    const value = literalOf(token);
    if (value === undefined) throw new CelSyntaxError('a value is missing', at);
    if (value.is === 'int' && value.value === 2n ** 63n) throw new CelSyntaxError('a number is too large', at);
    position += 1;
    return { is: 'literal', value, at };
  }

  function name(at: number): Expression {
    const token = current();
    if (token.is !== 'identifier') throw new CelSyntaxError('a name is missing', token.at);
    position += 1;
    if (token.text === 'null') return { is: 'literal', value: { is: 'null' }, at };
    if (token.text === 'true' || token.text === 'false') {
      return { is: 'literal', value: { is: 'bool', value: token.text === 'true' }, at };
    }
    if (RESERVED.has(token.text)) throw new CelSyntaxError(`${token.text} is a reserved word`, token.at);
    if (isAt('{')) return message(token.text, at);
    if (!isAt('(')) return { is: 'identifier', name: token.text, at };
    const args = argumentsOf();
    return globalMacro(token.text, args, at) ?? { is: 'call', name: token.text, target: undefined, args, at };
  }

  function listItems(): ListItem[] {
    const items: ListItem[] = [];
    while (!take(']')) {
      if (items.length > 0) expect(',');
      if (items.length > 0 && take(']')) return items;
      const isOptional = take('?');
      items.push({ value: expression(), isOptional });
    }
    return items;
  }

  function mapEntries(): MapEntry[] {
    const entries: MapEntry[] = [];
    while (!take('}')) {
      if (entries.length > 0) expect(',');
      if (entries.length > 0 && take('}')) return entries;
      const isOptional = take('?');
      const key = expression();
      expect(':');
      entries.push({ key, value: expression(), isOptional });
    }
    return entries;
  }

  /** An object of a type, which only policies that change objects make: its fields are read and forgotten. */
  function message(typeName: string, at: number): Expression {
    expect('{');
    for (let isFirst = true; !take('}'); isFirst = false) {
      if (!isFirst) expect(',');
      if (!isFirst && take('}')) break;
      take('?');
      fieldName();
      expect(':');
      expression();
    }
    return { is: 'message', name: typeName, at };
  }

  const whole = expression();
  if (current().is !== 'end') throw new CelSyntaxError('the expression does not end here', current().at);
  return whole;
}

function literalOf(token: Token): Literal | undefined {
  switch (token.is) {
    case 'int':
    case 'uint':
      return { is: token.is, value: token.value };
    case 'double':
      return { is: 'double', value: token.value };
    case 'string':
      return { is: 'string', value: token.value };
    case 'bytes':
      return { is: 'bytes', value: token.value };
    default:
      return undefined;
  }
}
