import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadInputs, ReadRequest } from '../../core/source.ts';
import files from './index.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

function read(tree: TemporaryTree, paths: readonly string[], parts: Partial<ReadRequest> = {}): ReadInputs {
  return files.read({
    paths,
    workingDirectory: tree.root,
    defaultNamespace: 'default',
    claims: [],
    targetVersion: { major: 1, minor: 36 },
    standardInput: { name: 'stdin', read: () => '' },
    progress() {},
    ...parts,
  });
}

function pod(name: string, more = ''): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${more}`;
}

/** The resources as `Pod default/web in a.yaml#0`. */
function resources({ inventories }: ReadInputs): string[] {
  return inventories.flatMap((inventory) =>
    inventory.resources.map(
      ({ kind, namespace, name, origin }) => `${kind} ${namespace}/${name} in ${origin.file}#${origin.document}`,
    ),
  );
}

/** The diagnostics as `code file: message`. */
function diagnostics(inputs: ReadInputs): string[] {
  return inputs.diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`);
}

function gaps({ inventories }: ReadInputs): unknown {
  return inventories.map(({ coverage }) => coverage.gaps);
}

describe('the files source', () => {
  it('reads manifests of every form into one inventory, in reading order', () => {
    using tree = temporaryTree({
      'b.yaml': `${pod('one')}---\n${pod('two')}`,
      'a/c.json': '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"api","namespace":"shop"}}',
      'a/list.yaml': 'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: three}\n- metadata: {name: four}\n',
      'a/other.yaml': 'just: data\n---\n---\n- list\n',
    });
    const inputs = read(tree, ['b.yaml', 'a']);
    expect(resources(inputs)).toEqual([
      'Pod default/one in b.yaml#0',
      'Pod default/two in b.yaml#1',
      'apps/Deployment shop/api in a/c.json#0',
      'Pod default/three in a/list.yaml#0',
      'Pod default/four in a/list.yaml#0',
    ]);
    expect(inputs).toMatchObject({ files: 4, otherDocuments: 2, diagnostics: [], exceptions: [] });
    expect(inputs.inventories.map(({ id, defaultNamespace }) => [id, defaultNamespace])).toEqual([
      ['files', 'default'],
    ]);
  });

  it('puts objects without a namespace into the default one', () => {
    using tree = temporaryTree({
      'a.yaml': `${pod('web')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`,
    });
    expect(resources(read(tree, ['a.yaml'], { defaultNamespace: 'shop' }))).toEqual([
      'Pod shop/web in a.yaml#0',
      'Namespace undefined/shop in a.yaml#1',
    ]);
  });

  it('locates fields of objects, in lists too', () => {
    using tree = temporaryTree({
      'a.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${pod('web').replaceAll('\n', '\n  ')}\n`,
    });
    const [resource] = read(tree, ['a.yaml']).inventories[0]?.resources ?? [];
    expect(resource?.origin.locate(['metadata', 'name'])).toEqual([
      { file: 'a.yaml', line: 7, column: 11, endLine: 7, endColumn: 14, path: 'metadata.name' },
    ]);
  });

  it('reads UTF-16 and a byte order mark', () => {
    using tree = temporaryTree({
      'wide.yaml': Buffer.from(`\uFEFF${pod('wide')}`, 'utf16le'),
      'marked.yaml': `\uFEFF${pod('marked')}`,
    });
    const inputs = read(tree, ['.']);
    expect(resources(inputs)).toEqual(['Pod default/marked in marked.yaml#0', 'Pod default/wide in wide.yaml#0']);
    const [marked] = inputs.inventories[0]?.resources ?? [];
    expect(marked?.origin.locate(['apiVersion'])).toMatchObject([{ line: 1, column: 13 }]);
  });

  it('reads each file once, however often it is asked for', () => {
    using tree = temporaryTree({ 'a/b.yaml': pod('web'), 'a/c/d.yaml': pod('api') });
    const inputs = read(tree, ['a', 'a/b.yaml', '.', 'a/c', tree.path('a/b.yaml'), '**/*.yaml']);
    expect(resources(inputs)).toEqual(['Pod default/web in a/b.yaml#0', 'Pod default/api in a/c/d.yaml#0']);
    expect(inputs).toMatchObject({ files: 2, diagnostics: [] });
  });

  it('shows what lies outside of the working directory by its whole path', () => {
    using tree = temporaryTree({ 'a.yaml': pod('web'), 'b/': '' });
    const inputs = read(tree, ['../a.yaml'], { workingDirectory: tree.path('b') });
    expect(resources(inputs)).toEqual([`Pod default/web in ${tree.path('a.yaml')}#0`]);
    expect(inputs.sources.line(tree.path('a.yaml'), 2)).toBe('kind: Pod');
  });

  it('has what every cluster of the target version has', () => {
    using tree = temporaryTree({ 'a.yaml': pod('web') });
    const found = [33, 34].map((minor) => {
      const [inventory] = read(tree, ['a.yaml'], { targetVersion: { major: 1, minor } }).inventories;
      return inventory?.find('rbac.authorization.k8s.io/ClusterRole', 'system:controller:resource-claim-controller').is;
    });
    expect(found).toEqual(['unknown', 'found']);
  });

  it('tells how far it is', () => {
    using tree = temporaryTree({ 'a.yaml': '', 'b.yaml': '', 'c.yaml': '' });
    const seen: number[] = [];
    read(tree, ['.'], { progress: (count) => void seen.push(count) });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('quotes the lines that it read, and no credential', () => {
    using tree = temporaryTree({
      'a.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: x}\nstringData:\n  a: hunter2\n',
    });
    const { sources } = read(tree, ['a.yaml']);
    expect([1, 4, 5, 9].map((line) => sources.line('a.yaml', line))).toEqual([
      'apiVersion: v1',
      'stringData:',
      '  a: *******',
      undefined,
    ]);
  });
});

describe('the standard input', () => {
  const standardInput = { name: 'piped.yaml', read: () => pod('web') };

  it('is read under its name, once', () => {
    using tree = temporaryTree({});
    const inputs = read(tree, ['-', '-'], { standardInput });
    expect(resources(inputs)).toEqual(['Pod default/web in piped.yaml#0']);
    expect(inputs.files).toBe(1);
  });

  it('is JSON and nothing else under the name of a JSON file', () => {
    using tree = temporaryTree({});
    const inputs = read(tree, ['-'], { standardInput: { name: 'piped.json', read: () => pod('web') } });
    expect(diagnostics(inputs)).toEqual(['broken-document piped.json: expected a value']);
  });

  it('that cannot be read is a gap', () => {
    using tree = temporaryTree({});
    const inputs = read(tree, ['-'], {
      standardInput: {
        name: 'stdin',
        read() {
          throw Object.assign(new Error('EISDIR: illegal operation'), { code: 'EISDIR' });
        },
      },
    });
    expect(diagnostics(inputs)).toEqual(['unreadable-input stdin: stdin cannot be read: it is a folder']);
    expect(gaps(inputs)).toEqual([[{ file: 'stdin', why: 'stdin cannot be read: it is a folder' }]]);
  });
});

describe('what cannot be read', () => {
  it('is a diagnostic and a gap; the rest is read', () => {
    using tree = temporaryTree({
      'a.yaml': `${pod('one')}---\nkind: [\n---\n${pod('two')}`,
      'b.yaml': Buffer.from([0x61, 0x00]),
      'd.yaml': `x: ${'['.repeat(200)}`,
    });
    const inputs = read(tree, ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']);
    expect(resources(inputs)).toEqual(['Pod default/one in a.yaml#0', 'Pod default/two in a.yaml#1']);
    expect(diagnostics(inputs)).toEqual([
      'broken-document a.yaml: the end stands where a value was expected',
      'unreadable-input b.yaml: b.yaml cannot be read: it is no text: it holds a null byte',
      'unreadable-input c.yaml: c.yaml cannot be read: it does not exist',
      'limit-reached d.yaml: nesting is over 100 levels deep',
    ]);
    expect(inputs.diagnostics.map(({ location }) => location && [location.line, location.column])).toEqual([
      [7, 1],
      undefined,
      undefined,
      [1, 103],
    ]);
    expect(gaps(inputs)).toEqual([
      [
        { file: 'a.yaml', why: 'the end stands where a value was expected' },
        { file: 'b.yaml', why: 'b.yaml cannot be read: it is no text: it holds a null byte' },
        { file: 'c.yaml', why: 'c.yaml cannot be read: it does not exist' },
        { file: 'd.yaml', why: 'nesting is over 100 levels deep' },
      ],
    ]);
  });

  it('voids a claim that the input is complete', () => {
    using tree = temporaryTree({ 'a.yaml': pod('web'), 'b.yaml': 'a: [' });
    const claims = [{ kinds: undefined, namespace: undefined }];
    const [whole] = read(tree, ['a.yaml'], { claims }).inventories;
    const [broken] = read(tree, ['.'], { claims }).inventories;
    expect(whole?.find('Pod', 'other', 'default')).toEqual({ is: 'absent' });
    expect(broken?.find('Pod', 'other', 'default')).toEqual({
      is: 'unknown',
      missing: {
        what: 'no Pod "default/other" is among the inputs, and b.yaml could not be read whole',
        hint: 'mend b.yaml',
      },
    });
  });

  it('may be a folder', () => {
    using tree = temporaryTree({ one: '-> two', two: '-> one' });
    expect(diagnostics(read(tree, ['one']))).toEqual([
      'unreadable-input one: one cannot be read: its links lead in a circle',
    ]);
  });
});

describe('what is read and odd', () => {
  it('is a duplicate key, with both places', () => {
    using tree = temporaryTree({ 'a.yaml': pod('web', '  name: api\n') });
    const inputs = read(tree, ['a.yaml']);
    expect(inputs.diagnostics).toEqual([
      {
        code: 'duplicate-key',
        message: 'the key "name" stands here again; the last one wins',
        file: 'a.yaml',
        location: { file: 'a.yaml', line: 5, column: 3, endLine: 5, endColumn: 4 },
        related: { file: 'a.yaml', line: 4, column: 3, endLine: 4, endColumn: 4 },
      },
    ]);
    expect(resources(inputs)).toEqual(['Pod default/api in a.yaml#0']);
    expect(gaps(inputs)).toEqual([[]]);
  });

  it('is an object that is defined twice, with both places', () => {
    using tree = temporaryTree({ 'a.yaml': pod('web'), 'b.yaml': `---\n${pod('web')}` });
    const inputs = read(tree, ['.']);
    expect(inputs.diagnostics).toEqual([
      {
        code: 'duplicate-object',
        message: 'Pod default/web is defined here again',
        hint: 'judged both; look-ups see this one',
        file: 'b.yaml',
        location: { file: 'b.yaml', line: 5, column: 9, endLine: 5, endColumn: 12, path: 'metadata.name' },
        related: { file: 'a.yaml', line: 4, column: 9, endLine: 4, endColumn: 12, path: 'metadata.name' },
      },
    ]);
    expect(resources(inputs)).toHaveLength(2);
  });
});

describe('charts and kustomizations', () => {
  it('are named as not covered, once', () => {
    using tree = temporaryTree({
      'chart/Chart.yaml': 'name: x',
      'chart/templates/a.yaml': '{{ broken }}',
      'chart/crds/b.yaml': pod('crd'),
      'base/kustomization.yaml': 'resources: [c.yaml]',
      'base/c.yaml': pod('base'),
    });
    const inputs = read(tree, ['.', 'chart', 'base']);
    expect(resources(inputs)).toEqual(['Pod default/base in base/c.yaml#0', 'Pod default/crd in chart/crds/b.yaml#0']);
    expect(diagnostics(inputs)).toEqual([
      'not-covered base/kustomization.yaml: base/kustomization.yaml is a kustomization, which is not built; its files were judged as they are, without its patches',
      'not-covered chart: chart is a Helm chart, which is not rendered; its templates and values were not judged',
    ]);
    expect(inputs.diagnostics.map(({ hint }) => hint)).toEqual([
      'render it and scan the output',
      'render it and scan the output',
    ]);
    expect(gaps(inputs)).toEqual([[]]);
  });

  it('leave out the files that are patches, wherever they lie', () => {
    using tree = temporaryTree({
      'overlay/kustomization.yaml':
        'patches:\n- path: patch.yaml\n- path: ../base/patch.yaml\npatchesStrategicMerge: [deep/p.yaml]\n',
      'overlay/patch.yaml': pod('patched'),
      'overlay/deep/p.yaml': pod('patched'),
      'overlay/real.yaml': pod('real'),
      'base/patch.yaml': pod('patched'),
    });
    expect(resources(read(tree, ['.']))).toEqual(['Pod default/real in overlay/real.yaml#0']);
  });

  it('are read for what stands in them, and named by their files', () => {
    const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
    using tree = temporaryTree({
      'base/kustomization.yaml': kustomization,
      'overlay/kustomization.yaml': `${kustomization}metadata: {name: shop}\n`,
      'old/kustomization.yml': `resources: [a.yaml]\n---\n${pod('')}`,
    });
    const inputs = read(tree, ['.']);
    expect(resources(inputs)).toEqual([
      'kustomize.config.k8s.io/Kustomization undefined/base/kustomization.yaml in base/kustomization.yaml#0',
      'Pod default/ in old/kustomization.yml#1',
      'kustomize.config.k8s.io/Kustomization undefined/shop in overlay/kustomization.yaml#0',
    ]);
    expect([inputs.files, inputs.otherDocuments]).toEqual([3, 1]);
  });

  it('may be broken', () => {
    using tree = temporaryTree({ 'kustomization.yaml': 'patches: [', 'a.yaml': pod('web') });
    const inputs = read(tree, ['.']);
    expect(resources(inputs)).toEqual(['Pod default/web in a.yaml#0']);
    expect(inputs.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'not-covered kustomization.yaml',
      'broken-document kustomization.yaml',
    ]);
  });
});

describe('exceptions of files', () => {
  it('stand in comments and annotations', () => {
    using tree = temporaryTree({
      'a.yaml': pod(
        'web',
        '  annotations: {seawall.dev/ignore.host-pid: agent}\nspec: {} # seawall:ignore host-ipc why\n',
      ),
    });
    expect(read(tree, ['.']).exceptions.map(({ check, reason, scope }) => [check, reason, scope.of])).toEqual([
      ['host-pid', 'agent', 'object'],
      ['host-ipc', 'why', 'lines'],
    ]);
  });

  it('may be very many', () => {
    using tree = temporaryTree({});
    const annotations = Array.from({ length: 20_000 }, (_, index) => `"seawall.dev/ignore.c${index}":"why"`);
    writeFileSync(
      tree.path('a.json'),
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","annotations":{${annotations.join(',')}}}}`,
    );
    expect(read(tree, ['.']).exceptions).toHaveLength(20_000);
  });
});
