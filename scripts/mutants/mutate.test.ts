import { describe, expect, it } from 'vitest';
import { applyMutant } from './mutant.ts';
import { mutantsOf } from './mutate.ts';

const BEFORE = 'export default defineCheck({ evaluate(judged, report) { ';
const AFTER = ' } });\n';

/** What each mutant makes of the body of `evaluate`. */
function mutated(body: string): string[] {
  const source = BEFORE + body + AFTER;
  return mutantsOf(source).map((mutant) => applyMutant(source, mutant).slice(BEFORE.length, -AFTER.length));
}

function whats(body: string): string[] {
  return mutantsOf(BEFORE + body + AFTER).map(({ what }) => what);
}

describe('mutantsOf', () => {
  it('negates what is tested, and takes out what reports', () => {
    expect(mutated('if (a) report.fail(b);')).toEqual(['if (!(a)) report.fail(b);', 'if (a) ;']);
    expect(mutated('if (a) { report.unknown(b); } else report.notApplicable();')).toEqual([
      'if (!(a)) { report.unknown(b); } else report.notApplicable();',
      'if (a) { ; } else report.notApplicable();',
      'if (a) { report.unknown(b); } else ;',
    ]);
  });

  it('says what it changed', () => {
    expect(whats('if (a !== b) report.fail(c);')).toEqual(['!== becomes === in a !== b', 'deletes report.fail(c);']);
  });

  it('negates each operand of && and ||', () => {
    expect(mutated('f(a && (b || c));')).toEqual([
      'f(!(a) && (b || c));',
      'f(a && (!(b) || c));',
      'f(a && (!(b || c)));',
      'f(a && (b || !(c)));',
    ]);
    expect(mutated('f(a ?? b);')).toEqual([]);
  });

  it('drops a !, once', () => {
    expect(mutated('while (!a) f(!b);')).toEqual(['while ((a)) f(!b);', 'while (!a) f((b));']);
  });

  it.each([
    ['a === b', ['a !== b']],
    ['a !== b', ['a === b']],
    ['a > b', ['a >= b']],
    ['a >= b', ['a > b']],
    ['a < b', ['a <= b']],
    ['a <= b', ['a < b']],
    ['a + b', []],
    ["(a as 'x') === b", ["(a as 'x') !== b"]],
  ])('moves the comparison %s', (expression, expected) => {
    expect(mutated(`f(${expression});`)).toEqual(expected.map((text) => `f(${text});`));
  });

  it('negates a tested order besides moving it', () => {
    expect(mutated('g = a > 1 ? b : c;')).toEqual(['g = !(a > 1) ? b : c;', 'g = a >= 1 ? b : c;']);
  });

  it('negates what a predicate gives back, by method or by declared type', () => {
    expect(mutated('f(a.some((b) => c(b)));')).toEqual(['f(a.some((b) => !(c(b))));']);
    expect(mutated('f(a.map((b) => c(b)));')).toEqual([]);
    expect(mutated('const g = (a: A): boolean => c(a); function h(a: A): a is B { return c(a); }')).toEqual([
      'const g = (a: A): boolean => !(c(a)); function h(a: A): a is B { return c(a); }',
      'const g = (a: A): boolean => c(a); function h(a: A): a is B { return !(c(a)); }',
    ]);
  });

  it('takes out guards, and empties branches of more than one statement', () => {
    expect(mutated('for (const b of c) { if (a) continue; if (d) { e(); f(); } else g(); break; }')).toEqual([
      'for (const b of c) { if (!(a)) continue; if (d) { e(); f(); } else g(); break; }',
      'for (const b of c) { if (a) ; if (d) { e(); f(); } else g(); break; }',
      'for (const b of c) { if (a) continue; if (!(d)) { e(); f(); } else g(); break; }',
      'for (const b of c) { if (a) continue; if (d) {} else g(); break; }',
      'for (const b of c) { if (a) continue; if (d) { e(); f(); } else {} break; }',
      'for (const b of c) { if (a) continue; if (d) { e(); f(); } else g(); ; }',
    ]);
  });

  it('takes out an early return, and not the last one', () => {
    expect(mutated('function g() { if (a) return b; return c; } return;')).toEqual([
      'function g() { if (!(a)) return b; return c; } return;',
      'function g() { if (a) ; return c; } return;',
      'function g() { if (a) return b; return c; } ;',
    ]);
  });

  it('leaves a statement that only makes a reporter for later', () => {
    expect(mutated('a.forEach((b) => report.fail(b));')).toEqual([]);
  });

  it('empties texts, and leaves the names of fields and what is typed', () => {
    expect(mutated("f('a', b['c'], { 'd': `e` } as { x: 'f' }, '');")).toEqual([
      "f('', b['c'], { 'd': `e` } as { x: 'f' }, '');",
      "f('a', b[''], { 'd': `e` } as { x: 'f' }, '');",
      "f('a', b['c'], { 'd': '' } as { x: 'f' }, '');",
    ]);
  });

  it('empties lists, and drops one entry at a time', () => {
    expect(mutated("f(new Set(['a', /b/, ...c]), ['d'], []);")).toEqual([
      "f(new Set([]), ['d'], []);",
      "f(new Set([/b/, ...c]), ['d'], []);",
      "f(new Set(['a', /(?!)/, ...c]), ['d'], []);",
      "f(new Set(['a', ...c]), ['d'], []);",
      "f(new Set(['a', /b/, ]), ['d'], []);",
      "f(new Set(['a', /b/, ...c]), [], []);",
    ]);
  });

  it('turns booleans round, once where they are tested', () => {
    expect(mutated('while (true) f(false);')).toEqual(['while (false) f(false);', 'while (true) f(true);']);
  });

  it('changes the constants that the logic uses, and no others', () => {
    const source = `const USED = ['a', 'b'];\nconst UNUSED = ['c'];\n${BEFORE}f(USED);${AFTER}export const examples = { pass: ['d'] };\n`;
    expect(mutantsOf(source).map(({ what }) => what)).toEqual([
      "empties ['a', 'b']",
      "drops 'a' from a list",
      "drops 'b' from a list",
    ]);
  });
});
