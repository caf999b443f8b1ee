import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, and, any, known, no, not, or, type Truth, unknown, yes } from './truth.ts';

const open = unknown('the role');

const truth: fc.Arbitrary<Truth> = fc.oneof(
  fc.constantFrom(yes, no),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((missing) => unknown(...missing)),
);

/** The truth without what is missing. */
function bare(value: Truth): Truth['is'] {
  return value.is;
}

describe('and, or, not', () => {
  it.each([
    [yes, yes, 'yes', 'yes'],
    [yes, no, 'no', 'yes'],
    [yes, open, 'unknown', 'yes'],
    [no, yes, 'no', 'yes'],
    [no, no, 'no', 'no'],
    [no, open, 'no', 'unknown'],
    [open, yes, 'unknown', 'yes'],
    [open, no, 'no', 'unknown'],
    [open, open, 'unknown', 'unknown'],
  ])('%j with %j: and is %s, or is %s', (left, right, conjunction, disjunction) => {
    expect(and(left, right).is).toBe(conjunction);
    expect(or(left, right).is).toBe(disjunction);
  });

  it('turns yes and no around and leaves unknown as it is', () => {
    expect(not(yes)).toBe(no);
    expect(not(no)).toBe(yes);
    expect(not(open)).toEqual({ is: 'unknown', missing: ['the role'] });
  });

  it('is yes for the conjunction of nothing and no for the disjunction of nothing', () => {
    expect(and()).toBe(yes);
    expect(or()).toBe(no);
  });

  it('collects what is missing, each once and in order, and drops it once the answer is known', () => {
    expect(and(unknown('a', 'b'), yes, unknown('b', 'c'))).toEqual({ is: 'unknown', missing: ['a', 'b', 'c'] });
    expect(or(unknown('a', 'b'), no, unknown('b', 'c'))).toEqual({ is: 'unknown', missing: ['a', 'b', 'c'] });
    expect(and(unknown('a'), no)).toEqual({ is: 'no' });
    expect(or(unknown('a'), yes)).toEqual({ is: 'yes' });
  });

  it('takes a boolean for what is known for sure', () => {
    expect(known(true)).toBe(yes);
    expect(known(false)).toBe(no);
  });

  it('stays unknown where nothing is named as missing', () => {
    expect(and(yes, unknown())).toEqual({ is: 'unknown', missing: [] });
  });
});

describe('the laws of three-valued logic', () => {
  const settings = { seed: 20_260 };

  it('holds: De Morgan', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(not(and(...truths))).toEqual(or(...truths.map(not)));
        expect(not(or(...truths))).toEqual(and(...truths.map(not)));
      }),
      settings,
    );
  });

  it('holds: double negation and idempotence', () => {
    fc.assert(
      fc.property(truth, (value) => {
        expect(not(not(value))).toEqual(value);
        expect(and(value, value)).toEqual(value);
        expect(or(value, value)).toEqual(value);
      }),
      settings,
    );
  });

  it('holds: commutative and associative, but for the order of what is missing', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(bare(and(a, b))).toBe(bare(and(b, a)));
        expect(bare(or(a, b))).toBe(bare(or(b, a)));
        expect(and(and(a, b), c)).toEqual(and(a, and(b, c)));
        expect(or(or(a, b), c)).toEqual(or(a, or(b, c)));
      }),
      settings,
    );
  });

  it('holds: absorption and distribution', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(bare(and(a, or(a, b)))).toBe(bare(a));
        expect(bare(or(a, and(a, b)))).toBe(bare(a));
        expect(bare(and(a, or(b, c)))).toBe(bare(or(and(a, b), and(a, c))));
      }),
      settings,
    );
  });

  it('holds: what is unknown may turn out either way without contradicting the answer', () => {
    fc.assert(
      fc.property(fc.array(truth), fc.infiniteStream(fc.boolean()), (truths, outcomes) => {
        const settled = truths.map((value) => (value.is === 'unknown' ? known(outcomes.next().value === true) : value));
        for (const operation of [and, or]) {
          const before = operation(...truths);
          if (before.is !== 'unknown') expect(operation(...settled)).toEqual(before);
        }
      }),
      settings,
    );
  });

  it('holds: any is or, all is and', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(any(truths, (value) => value)).toEqual(or(...truths));
        expect(all(truths, (value) => value)).toEqual(and(...truths));
      }),
      settings,
    );
  });
});

function asked(run: (look: (value: number) => Truth) => void): number[] {
  const seen: number[] = [];
  run((value) => {
    seen.push(value);
    return value === 0 ? open : known(value === 2);
  });
  return seen;
}

describe('any and all', () => {
  it('stop at the first item that decides', () => {
    expect(asked((look) => void any([0, 1, 2, 3], look))).toEqual([0, 1, 2]);
    expect(asked((look) => void all([0, 2, 1, 3], look))).toEqual([0, 2, 1]);
  });

  it('look at everything where nothing decides', () => {
    expect(asked((look) => void any([0, 1, 3], look))).toEqual([0, 1, 3]);
    expect(asked((look) => void all([0, 2, 2], look))).toEqual([0, 2, 2]);
  });

  it('close an iterator that they leave early', () => {
    let isClosed = false;
    function* items(): Iterable<number> {
      try {
        yield 1;
        yield 2;
      } finally {
        isClosed = true;
      }
    }
    expect(any(items(), () => yes)).toBe(yes);
    expect(isClosed).toBe(true);
  });
});
