import { describe, expect, it } from 'vitest';
import { toyControl, toyFramework } from '../core/toy-world.ts';
import { checksWithImages } from '../frameworks/checks-with-images.ts';
import { frameworks } from '../frameworks/registry.generated.ts';
import { readControls } from './controls.ts';
import { frameworkFaults } from './framework-faults.ts';
import { loadChecks } from './load-checks.ts';
import { sampleCheck } from './sample-check.ts';

describe('frameworkFaults', () => {
  const framework = toyFramework([toyControl('1', ['sample-check']), toyControl('2', ['sample-check', 'later'])]);
  const decided = { 'sample-check': ['toys:1', 'toys:2'], later: ['toys:2'] };

  function faults(
    inventory: Readonly<Record<string, readonly string[]>>,
    withImages: readonly string[] = [],
  ): string[] {
    const project = {
      checks: [sampleCheck],
      controls: new Map(Object.entries(inventory)),
      withImages: new Set(withImages),
    };
    return [...frameworkFaults([framework], project)];
  }

  it('lets a check of the inventory be named before it is written', () => {
    expect(faults(decided)).toEqual([]);
  });

  it('lets a check be named that comes with images', () => {
    expect(faults(decided, ['later'])).toEqual([]);
  });

  it('finds a check that nothing knows, written or not', () => {
    const inventory = { 'sample-check': ['toys:1', 'toys:2'] };
    expect(faults(inventory)).toEqual(['toys:2 names later, which is no check']);
    expect(faults({ ...inventory, other: [] })).toEqual(['toys:2 names later, which is no check']);
  });

  it('finds a check beyond the inventory that answers a control', () => {
    expect(faults({ later: ['toys:2'] })).toEqual([
      'toys:1, toys:2 names sample-check, which the inventory does not have',
    ]);
  });

  it('finds a name that differs from the inventory, on either side', () => {
    expect(faults({ 'sample-check': ['toys:1', 'toys:3'], later: ['toys:2'] })).toEqual([
      'toys:2 names sample-check, and the inventory does not',
      'toys:3 does not name sample-check, as the inventory does',
    ]);
  });

  it('finds a wait for images that is over, or that nobody decided', () => {
    expect(faults(decided, ['later', 'sample-check', 'never'])).toEqual([
      'sample-check is written and need not wait for images',
      'never waits for images, and the inventory does not have it',
    ]);
  });
});

describe('the frameworks', () => {
  it('name the checks that were decided', async () => {
    const checks = (await loadChecks()).map(({ check }) => check);
    const project = { checks, controls: readControls(), withImages: checksWithImages };
    expect([...frameworkFaults(frameworks, project)]).toEqual([]);
  });

  it('have the controls that were counted, by who answers them', () => {
    const counts = frameworks.map(({ id, controls }) => {
      const by = (who: string) => controls.filter(({ answeredBy }) => answeredBy === who).length;
      return [id, by('checks'), by('node inventory'), by('manual')];
    });
    expect(counts).toEqual([
      ['cis-1.12', 33, 97, 1],
      ['mitre', 28, 0, 5],
      ['nsa', 23, 6, 1],
      ['owasp-k8s-2022', 8, 2, 0],
      ['pss-baseline', 12, 0, 0],
      ['pss-restricted', 15, 0, 0],
      ['soc2', 9, 1, 2],
    ]);
  });

  it.each(frameworks)('$id has each control and each of its checks once', ({ controls }) => {
    const ids = controls.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const control of controls) {
      const checks = control.answeredBy === 'checks' ? control.checks : [];
      expect(checks).toEqual([...new Set(checks)]);
    }
  });

  it.each(frameworks)('$id gives its reasons in sentences', ({ controls }) => {
    for (const control of controls) {
      const sentences = [control.reason, ...('byHand' in control ? [control.byHand] : [])];
      expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
    }
  });
});
