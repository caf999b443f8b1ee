import { expect, it } from 'vitest';
import { measureLookAlikes } from './planted-secrets/measure-look-alikes.ts';
import { measurePlanted } from './planted-secrets/measure-planted.ts';
import { isPassed, summaryText } from './planted-secrets/summary.ts';

const SEED = 7;

/** The checks of one kind or one field, which miss nothing. */
const checks = new Set(['secret-in-env', 'secret-in-command', 'secret-in-configmap', 'secret-in-manifest']);

it('finds what is planted, and shows no part of it', async () => {
  const planted = await measurePlanted(194, SEED);
  expect(planted).toHaveLength(200);
  const missed = planted.filter(({ isFound }) => !isFound);
  expect(missed.length).toBeLessThanOrEqual(10);
  expect(missed.filter(({ finder }) => checks.has(finder)).map(({ place, kind }) => `${kind} in ${place}`)).toEqual([]);
  expect(planted.filter(({ leaks }) => leaks.length > 0).map(({ place }) => place)).toEqual([]);
});

it('takes few look-alikes for credentials', async () => {
  const alarms = await measureLookAlikes(500, SEED);
  expect(alarms.length).toBeLessThanOrEqual(10);
});

it('fails on too little found, on anything shown, and on too many alarms', () => {
  const found = { place: 'env', kind: 'password', finder: 'secret-in-env', isFound: true, leaks: [] };
  const alarm = { place: 'env', name: 'A', value: 'b' };
  expect(isPassed([found], [], 50)).toBe(true);
  expect(isPassed([found, { ...found, isFound: false }], [], 50)).toBe(false);
  expect(isPassed([{ ...found, leaks: ['abcd'] }], [], 50)).toBe(false);
  expect(isPassed([found], [alarm], 50)).toBe(true);
  expect(isPassed([found], [alarm, alarm], 50)).toBe(false);
  expect(summaryText([{ ...found, isFound: false, leaks: ['abcd'] }], [alarm], 50)).toBe(`1 credentials planted
found: 0 of 1 (0.0 %)
  secret-in-env: 0 of 1
  missed by secret-in-env: password in env, shown in part
shown in part: 1 of 1
  shown: password in env, 1 runs of four characters
look-alikes that raise an alarm: 1 of 50 (2.0 %)
  alarm: A = b in env
`);
});
