import { describe, expect, it } from 'vitest';
import { compareReleases } from '../release.ts';
import { componentVulnerabilities } from './components.ts';
import { runtimeVulnerabilities } from './container-runtimes.ts';
import { kubernetesVulnerabilities } from './kubernetes.ts';

const entries = [
  ...kubernetesVulnerabilities.map(({ id, affected }) => [id, affected] as const),
  ...runtimeVulnerabilities.map(({ id, affected }) => [id, affected] as const),
  ...componentVulnerabilities.map(({ ids, affected }) => [ids.join(), affected] as const),
];

describe('the tables of vulnerabilities', () => {
  it.each(entries)('%s has ranges in order, each with a fix', (_id, affected) => {
    const ends = affected.flatMap(({ introduced, fixed }) => [introduced, fixed ?? introduced]);
    expect(ends.slice(1).every((end, index) => compareReleases(ends[index] ?? end, end) < 0)).toBe(true);
  });

  it('name each entry once', () => {
    const ids = kubernetesVulnerabilities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
