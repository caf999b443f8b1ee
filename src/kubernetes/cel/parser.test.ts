import { describe, expect, it } from 'vitest';
import { CelSyntaxError } from './fault.ts';
import { parseExpression } from './parser.ts';

function faultOf(text: string): readonly [number, string] {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof CelSyntaxError) return [error.offset, error.message];
    throw error;
  }
  throw new Error('it was read');
}

describe('parseExpression', () => {
  it.each([
    ['', 0, 'a value is missing'],
    ['a +', 3, 'a value is missing'],
    ['a b', 2, 'the expression does not end here'],
    ['(a', 2, ') is missing'],
    ['[a b]', 3, ', is missing'],
    ['{a}', 2, ': is missing'],
    ['a ? b', 5, ': is missing'],
    ['a.', 2, 'the name of a field is missing'],
    ['a.in', 2, 'the name of a field is missing'],
    ['.1a', 2, 'the expression does not end here'],
    ['. 1', 2, 'a name is missing'],
    ['a = b', 2, 'a character is not understood'],
    ['"a', 0, 'a text in quotes does not end'],
    ['x + "a\n"', 4, 'a text in quotes does not end'],
    [String.raw`"\q"`, 0, 'an escape is not known'],
    [String.raw`"\ud800"`, 0, 'an escape names no character'],
    [String.raw`"\x4"`, 0, 'an escape is not known'],
    [String.raw`b"\u00fc"`, 0, 'bytes take no escape of a character'],
    ['9223372036854775808', 0, 'a number is too large'],
    ['-9223372036854775809', 1, 'a number is too large'],
    ['18446744073709551616u', 0, 'a number is too large'],
    ['1e999', 0, 'a number is too large'],
    ['for', 0, 'for is a reserved word'],
    ['has(a)', 0, 'has() takes a field'],
    ['has(a.?b)', 0, 'has() takes a field'],
    ['a.all(1, true)', 6, 'all() takes the name of a variable first'],
    ['('.repeat(101), 100, 'the expression is nested too deeply'],
    ['a'.repeat(65_537), 65_536, 'the expression is too long'],
  ])('%j fails at %i: %s', (text, offset, message) => {
    expect(faultOf(text)).toEqual([offset, message]);
  });

  it('says where each expression begins', () => {
    expect(parseExpression(' a.b + 1')).toEqual({
      is: 'call',
      name: '_+_',
      target: undefined,
      at: 1,
      args: [
        { is: 'select', field: 'b', isOptional: false, at: 1, operand: { is: 'identifier', name: 'a', at: 1 } },
        { is: 'literal', value: { is: 'int', value: 1n }, at: 7 },
      ],
    });
  });

  it('binds as CEL does', () => {
    expect(parseExpression('a || b && c == d')).toMatchObject({
      is: 'or',
      operands: [{ is: 'identifier' }, { is: 'and' }],
    });
    expect(parseExpression('a - b - c')).toMatchObject({ name: '_-_', args: [{ name: '_-_' }, { name: 'c' }] });
    expect(parseExpression('-a.b')).toMatchObject({ name: '-_', args: [{ is: 'select' }] });
    expect(parseExpression('a ? b : c ? d : e')).toMatchObject({ is: 'conditional', no: { is: 'conditional' } });
    expect(parseExpression('a.map(x, x, y)')).toMatchObject({ macro: 'map', variable: 'x', result: { name: 'y' } });
    expect(parseExpression('a.namespace.all')).toMatchObject({ field: 'all', operand: { field: 'namespace' } });
  });
});
