import { describe, expect, it } from 'vitest';
import { beyondInventory } from '../check-tester/beyond-inventory.ts';
import { faultsOf } from '../check-tester/check-tester.ts';
import { readInventory } from '../check-tester/inventory.ts';
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

  it('have all a row in the inventory, or a reason to be beyond it', () => {
    expect(files.map(({ check }) => check.id).filter((id) => !project.inventory.has(id))).toEqual([]);
  });

  it('are beyond the inventory only where it has no row', () => {
    const listed = readInventory();
    expect(beyondInventory.filter(({ id }) => listed.has(id))).toEqual([]);
    expect(beyondInventory.filter(({ because }) => because === '')).toEqual([]);
    expect(listed.size + beyondInventory.length).toBe(project.inventory.size);
  });

  it('are all that the inventory lists, and those beyond it, but those that come with images', () => {
    const written = new Set(files.map(({ check }) => check.id));
    const open = [...project.inventory.keys()].filter((id) => !written.has(id));
    expect(open.toSorted()).toEqual([...checksWithImages].toSorted());
  });
});
