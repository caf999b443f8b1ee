import { expect, it } from 'vitest';
import { readerRows } from './sections/reader.ts';

it('judges the speed and the memory of the reader by the medians of the rounds', () => {
  const time = [
    { ours: 20, theirs: 42 },
    { ours: 10, theirs: 19 },
    { ours: 10, theirs: 30 },
  ];
  const retained = [{ ours: 4_000_000, theirs: 10_000_000 }];
  expect(readerRows({ time, retained })).toEqual([
    ['ratio', 'goal', 'of', 'readYaml', 'parseEvents'],
    ['2.10 (2.00–2.55)', '≥ 2 ok', 'speed', '10.0 ms', '30.0 ms'],
    ['0.40', '≤ 0.334 over', 'retained memory', '4.00 MB', '10 MB'],
  ]);
});
