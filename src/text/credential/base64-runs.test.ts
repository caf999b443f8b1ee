import { describe, expect, it } from 'vitest';
import { nextBase64Run } from './base64-runs.ts';

function runs(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let run = nextBase64Run(text, 0); run !== undefined; run = nextBase64Run(text, run.end)) {
    found.push([run.start, run.end]);
  }
  return found;
}

const run = 'Zm9vL2Jhcitiejk9';

describe('nextBase64Run', () => {
  it.each([
    ['', []],
    [run.slice(1), []],
    [run, [[0, 16]]],
    [`${run}==`, [[0, 18]]],
    [`${run}===`, [[0, 18]]],
    [`=${run}=`, [[1, 18]]],
    [`a ${run} b`, [[2, 18]]],
    [`${run.slice(1)} ${run.slice(1)}-${run}x`, [[32, 49]]],
    [
      `${run} ${run}${run}`,
      [
        [0, 16],
        [17, 49],
      ],
    ],
    [
      `${run}=${run}`,
      [
        [0, 17],
        [17, 33],
      ],
    ],
    [`ü${run}ü`, [[1, 17]]],
  ])('in %j are %j', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });

  it('finds a run wherever it starts', () => {
    for (let lead = 0; lead < 40; lead += 1)
      expect(runs(`${'ab '.repeat(40).slice(0, lead)} ${run} ab`)).toEqual([[lead + 1, lead + 17]]);
  });
});
