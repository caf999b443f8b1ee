import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern, PatternError } from './linear-pattern.ts';

describe('linearPattern', () => {
  it.each([
    ['team-(a|b|)', ['team-a', 'team-b', 'team-'], ['team', 'team-c', 'team-ab', 'a team-a']],
    ['[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}', ['ops@shop.example'], ['ops', '@shop.example', 'ops@shop.e']],
    ['^v\\d+(?:\\.\\d+){2}$', ['v1.2.3'], ['v1.2', 'v1.2.3.4', '1.2.3']],
    ['a{2}|b{1,2}|c{2,}', ['aa', 'b', 'bb', 'cc', 'cccc'], ['a', 'aaa', 'bbb', 'c', '']],
    ['a*?b+?c??', ['b', 'aabb', 'abc'], ['a', 'abcc']],
    ['[^a-c\\d]', ['d', '-', 'é', '😀'], ['a', '1', '', 'dd']],
    ['[]x][-y]', [']-', 'xy'], ['x]']],
    ['\\D\\W\\S\\.\\t', ['a-b.\t'], ['1-b.\t', 'aab.\t', 'a- .\t', 'a-bx\t']],
    ['.*', ['', 'abc'], ['a\nb']],
    ['', [''], ['a']],
    ['(a*)*', ['', 'aaa'], ['b']],
    ['a$b|^$|c^d', [''], ['ab', 'cd', 'a']],
    ['[\\n\\]]', ['\n', ']'], ['n', '\\']],
  ])('%s', (pattern, fitting, others) => {
    const fits = linearPattern(pattern);
    expect(fitting.filter((text) => !fits(text))).toEqual([]);
    expect(others.filter((text) => fits(text))).toEqual([]);
  });

  it.each([
    ['(a', 'a group is not closed'],
    ['a)', 'a group is closed that was not opened'],
    ['[a', 'a class is not closed'],
    ['*a', 'nothing stands before *'],
    ['a**', 'a repetition is repeated'],
    ['(?=a)', 'groups with (? are not known, but for (?:'],
    ['(a)\\1', 'the escape \\1 is not known'],
    ['a\\', 'the escape \\ is not known'],
    ['\\bword', 'the escape \\b is not known'],
    ['[[:alpha:]]', 'named classes are not known'],
    ['[z-a]', 'a range of a class is not understood'],
    ['a{3,2}', 'a repetition ends before it begins'],
    ['a{1001}', 'it repeats too often'],
    ['(a{1000}){1000}', 'it is too large'],
    ['('.repeat(101), 'its groups are too deep'],
  ])('refuses %s', (pattern, message) => {
    expect(() => linearPattern(pattern)).toThrow(new PatternError(message));
  });

  it('takes patterns that make a backtracking matcher hang', () => {
    expect(linearPattern('(a|a)*(a*)*b')('a'.repeat(5_000))).toBe(false);
  });

  it('agrees with RegExp', () => {
    const atoms = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(?:ab|b)', '(a|)', '\\w');
    const piece = fc.tuple(atoms, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}')).map(([a, r]) => a + r);
    const pattern = fc.array(fc.oneof(piece, fc.constant('|')), { maxLength: 5 }).map((pieces) => pieces.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        expect(linearPattern(source)(subject)).toBe(new RegExp(`^(?:${source})$`, 'u').test(subject));
      }),
    );
  });
});
