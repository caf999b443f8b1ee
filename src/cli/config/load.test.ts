import { describe, expect, it } from 'vitest';
import { asObject } from '../../core/json.ts';
import { toyCheck } from '../../core/toy-world.ts';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import type { OptionValues } from '../command.ts';
import { surroundingsInMemory } from '../surroundings-in-memory.ts';
import { LARGEST_CONFIG, type LoadedConfig, loadConfig } from './load.ts';

const catalogue = { checks: [toyCheck('host-pid')], areas: { 'host-pid': 'workload' } };

async function loaded(workingDirectory: string, options: OptionValues = {}): Promise<LoadedConfig | undefined> {
  return await loadConfig(options, surroundingsInMemory({ workingDirectory }), catalogue);
}

describe('loadConfig', () => {
  it('loads what it finds, or what is named, or nothing', async () => {
    using tree = temporaryTree({ 'seawall.yaml': 'namespace: found', 'other.yaml': 'namespace: named', 'deploy/': '' });
    expect((await loaded(tree.root))?.config).toEqual({ namespace: 'found' });
    expect((await loaded(tree.path('deploy'), { config: '../other.yaml' }))?.config).toEqual({ namespace: 'named' });
    expect(await loaded(tree.root, { config: false })).toBeUndefined();
    expect(await loaded(tree.path('deploy'))).toBeUndefined();
  });

  it('knows where it stands', async () => {
    using tree = temporaryTree({ '.git/': '', 'seawall.yaml': '\nnamespace: shop', 'deploy/': '' });
    const config = await loaded(tree.path('deploy'));
    expect(config).toMatchObject({
      file: tree.path('seawall.yaml'),
      path: tree.path('seawall.yaml'),
      folder: tree.root,
    });
    expect(config?.pathOf('base/a.yaml')).toBe('deploy/base/a.yaml');
    expect(config?.pathOf(tree.path('b.yaml'))).toBe('b.yaml');
    expect(config?.pathOf('/elsewhere/c.yaml').startsWith('../')).toBe(true);
    expect(config?.locate(['namespace'])).toEqual({
      file: tree.path('seawall.yaml'),
      line: 2,
      column: 12,
      endLine: 2,
      endColumn: 16,
    });
  });

  it('tells every fault with its place', async () => {
    using tree = temporaryTree({ 'seawall.yaml': 'fail-no: high\nskip: [host-pdi]\n' });
    await expect(loaded(tree.root)).rejects.toThrow(
      expect.objectContaining({
        message: 'the configuration has 2 faults',
        hint:
          'seawall.yaml:1:1: config-unknown-key: there is no key "fail-no" here; did you mean "fail-on"\n' +
          'seawall.yaml:2:8: config-unknown-check: there is no check or area "host-pdi"; did you mean: host-pid',
      }),
    );
  });

  it('stops at a hundred faults', async () => {
    const keys = Array.from({ length: 102 }, (_, index) => `zzz${index}zzz: 1\n`);
    using tree = temporaryTree({ 'seawall.yaml': keys.join('') });
    const error = await loaded(tree.root).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: 'the configuration has 102 faults' });
    expect(asObject(error)['hint']).toMatch(/\n… and 2 more$/);
  });

  it.each([
    ['absent.yaml', 'it does not exist'],
    ['folder', 'it is no file'],
    ['binary.yaml', 'it is no text: it holds a null byte'],
    ['large.yaml', `it has ${LARGEST_CONFIG + 1} bytes; the limit is ${LARGEST_CONFIG}`],
  ])('says why %s cannot be read', async (config, why) => {
    using tree = temporaryTree({ 'folder/': '', 'binary.yaml': 'a\0b', 'large.yaml': '#'.repeat(LARGEST_CONFIG + 1) });
    await expect(loaded(tree.root, { config })).rejects.toThrow(
      expect.objectContaining({
        message: 'the configuration has 1 fault',
        hint: `${config}: config-unreadable: the configuration cannot be read: ${why}`,
      }),
    );
  });

  it('follows a link that was found only in the repository', async () => {
    using outside = temporaryTree({ 'secret.yaml': 'namespace: shop' });
    using tree = temporaryTree({
      '.git/': '',
      'out/seawall.yaml': `-> ${outside.path('secret.yaml')}`,
      'in/seawall.yaml': '-> ../shared.yaml',
      'shared.yaml': 'namespace: shop',
    });
    await expect(loaded(tree.path('out'))).rejects.toThrow(
      expect.objectContaining({
        hint: 'seawall.yaml: config-unreadable: the configuration cannot be read: a link leads out of the repository',
      }),
    );
    expect((await loaded(tree.path('in')))?.reach).toBe(tree.root);
    const named = await loaded(tree.path('out'), { config: 'seawall.yaml' });
    expect([named?.config, named?.reach]).toEqual([{ namespace: 'shop' }, undefined]);
  });

  it('cuts a fault short that quotes too much', async () => {
    using tree = temporaryTree({ 'seawall.yaml': `fail-on: ${'x'.repeat(100_000)}` });
    const error = await loaded(tree.root).catch((thrown: unknown) => thrown);
    expect(asObject(error)['hint']).toMatch(/^seawall\.yaml:1:10: config-wrong-value: "x{499}…$/);
  });

  it('lets no control character out of a file onto the terminal', async () => {
    using tree = temporaryTree({ 'seawall.yaml': '"a\\e[31m": 1' });
    const error = await loaded(tree.root).catch((thrown: unknown) => thrown);
    expect(asObject(error)['hint']).toContain('there is no key "a␛[31m" here');
  });
});
