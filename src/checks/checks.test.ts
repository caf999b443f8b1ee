import { describe, expect, it } from 'vitest';
import { faultsOf } from '../check-tester/check-tester.ts';
import { loadChecks } from '../check-tester/load-checks.ts';
import { projectOf } from '../check-tester/project.ts';
import { checksWithImages } from '../frameworks/checks-with-images.ts';
import { checks } from './registry.generated.ts';

const files = await loadChecks();
const project = projectOf(files);

describe('the checks', () => {
  it.each(files)('$path is without fault', (file) => {
    expect(faultsOf(file, project)).toEqual([]);
  });

  it('are those of the registry', () => {
    expect(checks.map(({ id }) => id)).toEqual(files.map(({ check }) => check.id));
  });

  it('have all a row in the inventory', () => {
    expect(files.map(({ check }) => check.id).filter((id) => !project.inventory.has(id))).toEqual([]);
  });

  it('are all that the inventory lists, but those that come with images', () => {
    const written = new Set(files.map(({ check }) => check.id));
    const open = [...project.inventory.keys()].filter((id) => !written.has(id));
    expect(open.toSorted()).toEqual([...checksWithImages].toSorted());
  });
});
