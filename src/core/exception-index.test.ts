import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exception, LineScope, MatchedFinding, ObjectScope } from './exception.ts';
import { createExceptionIndex } from './exception-index.ts';

const location = { file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 };
const object: ObjectScope = { of: 'object', kind: 'Pod', namespace: 'shop', name: 'web', containers: [] };

function linesOf(firstLine: number, lastLine: number): LineScope {
  return { of: 'lines', file: 'a.yaml', firstLine, lastLine };
}

function exception(scope: Exception['scope'], check = 'host-pid'): Exception {
  return { check, reason: 'why', until: undefined, scope, location };
}

function findingAt(line: number, parts: Partial<MatchedFinding> = {}): MatchedFinding {
  return {
    check: 'host-pid',
    subject: { kind: 'Pod', namespace: 'shop', name: 'web' },
    locations: [{ ...location, line, path: 'spec' }],
    fingerprint: '0000000000000000',
    ...parts,
  };
}

/** The numbers of the exceptions that a finding lies in. */
function matching(exceptions: readonly Exception[], finding: MatchedFinding): number[] {
  return [...createExceptionIndex(exceptions)(finding)].flat().toSorted((left, right) => left - right);
}

describe('exceptions of lines', () => {
  it.each([
    [2, []],
    [3, [0]],
    [5, [0]],
    [6, []],
  ])('match a finding on line %i of lines 3 to 5: %j', (line, expected) => {
    expect(matching([exception(linesOf(3, 5))], findingAt(line))).toEqual(expected);
  });

  it('go by the place to edit first', () => {
    const [first] = findingAt(9).locations;
    const [second] = findingAt(4).locations;
    const locations = [first, second].filter((one) => one !== undefined);
    expect(matching([exception(linesOf(3, 5))], findingAt(9, { locations }))).toEqual([]);
    expect(matching([exception(linesOf(3, 5))], findingAt(9, { locations: [] }))).toEqual([]);
  });

  it('need the same check and the same file', () => {
    const exceptions = [exception(linesOf(3, 5), 'host-ipc'), exception({ ...linesOf(3, 5), file: 'b.yaml' })];
    expect(matching(exceptions, findingAt(4))).toEqual([]);
  });

  it('are those that comparing each with each finds', () => {
    const range = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(fc.array(range), fc.nat({ max: 62 }), (ranges, line) => {
        const exceptions = ranges.map(([first, length]) => exception(linesOf(first, first + length)));
        const expected = ranges.flatMap(([first, length], number) =>
          first <= line && line <= first + length ? [number] : [],
        );
        expect(matching(exceptions, findingAt(line))).toEqual(expected);
      }),
      { seed: 20_260, numRuns: 300 },
    );
  });

  it('are found without looking at all: those of one range are one group', () => {
    const exceptions = Array.from({ length: 1_000 }, () => exception(linesOf(1, 9)));
    const groups = [...createExceptionIndex(exceptions)(findingAt(4))];
    expect(groups.map((group) => group.length)).toEqual([1_000]);
  });
});

describe('exceptions of objects', () => {
  it.each([
    [{}, [0]],
    [{ kind: 'apps/Deployment' }, []],
    [{ namespace: undefined }, []],
    [{ namespace: 'other' }, []],
    [{ name: 'api' }, []],
  ])('with %j match: %j', (parts, expected) => {
    expect(matching([exception({ ...object, ...parts })], findingAt(9))).toEqual(expected);
  });

  it('match wherever the finding lies, in a file or not', () => {
    expect(matching([exception(object)], findingAt(9, { locations: [] }))).toEqual([0]);
  });

  it.each([
    ['container "web"', ['web'], [0]],
    ['init container "web"', ['web'], [0]],
    ['container "web"', ['api', 'web'], [0]],
    ['container "web-2"', ['web'], []],
    ['container "web"', ['eb'], []],
    ['container number 1', ['web'], []],
    ['container "a\nb"', ['a\nb'], [0]],
    ['container "web"', [''], []],
    [undefined, ['web'], []],
  ])('match a finding of %j for the containers %j: %j', (part, containers, expected) => {
    const finding = findingAt(9, part === undefined ? {} : { part });
    expect(matching([exception({ ...object, containers })], finding)).toEqual(expected);
  });

  it('match together with those of lines, in any number', () => {
    const exceptions = [exception(linesOf(9, 9)), exception(object), exception({ ...object, containers: ['web'] })];
    expect(matching(exceptions, findingAt(9, { part: 'container "web"' }))).toEqual([0, 1, 2]);
  });
});

describe('exceptions of the configuration', () => {
  const terms = { of: 'findings', checks: new Set(['host-pid', 'host-ipc']), isPartial: false } as const;

  it('match findings of their checks that meet their terms', () => {
    const exceptions = [
      exception({ ...terms, matches: () => true }, 'host-*'),
      exception({ ...terms, matches: () => false }, 'host-*'),
      exception({ ...terms, matches: ({ subject }) => subject.name === 'web' }, 'host-*'),
    ];
    expect(matching(exceptions, findingAt(1))).toEqual([0, 2]);
    expect(matching(exceptions, findingAt(1, { check: 'host-ipc' }))).toEqual([0, 2]);
    expect(matching(exceptions, findingAt(1, { check: 'host-port' }))).toEqual([]);
  });

  it('match findings by their fingerprints', () => {
    const fingerprints = ['0000000000000000', '0000000000000001'];
    const exceptions = [exception({ of: 'fingerprints', fingerprints, isPartial: false }, '')];
    expect(matching(exceptions, findingAt(1))).toEqual([0]);
    expect(matching(exceptions, findingAt(1, { fingerprint: '0000000000000002' }))).toEqual([]);
  });
});

describe('exceptions of everything', () => {
  it('match any check on their lines', () => {
    const exceptions = [exception(linesOf(3, 5), '*'), exception(linesOf(3, 5), 'host-ipc')];
    expect(matching(exceptions, findingAt(4))).toEqual([0]);
    expect(matching(exceptions, findingAt(6))).toEqual([]);
  });

  it('match any check on their object, or on its containers', () => {
    const exceptions = [exception(object, '*'), exception({ ...object, containers: ['web'] }, '*'), exception(object)];
    expect(matching(exceptions, findingAt(9))).toEqual([0, 2]);
    expect(matching(exceptions, findingAt(9, { part: 'container "web"' }))).toEqual([0, 1, 2]);
  });
});
