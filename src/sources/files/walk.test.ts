import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';
import { walkFolder } from './walk.ts';

interface Visited {
  readonly files: string[];
  readonly charts: string[];
  readonly kustomizations: string[];
  readonly unreadable: string[];
  readonly limits: string[];
}

/** What a walk of a folder of the tree comes upon, relative to the tree. */
function walked(tree: TemporaryTree, folder = ''): Visited {
  const visited: Visited = { files: [], charts: [], kustomizations: [], unreadable: [], limits: [] };
  function shown(path: string): string {
    return path === tree.root ? '.' : path.slice(tree.root.length + 1);
  }
  walkFolder(join(tree.root, folder), {
    file: (path) => void visited.files.push(shown(path)),
    chart: (path) => void visited.charts.push(shown(path)),
    kustomization: (path) => void visited.kustomizations.push(shown(path)),
    unreadable: (path, why) => void visited.unreadable.push(`${shown(path)}: ${why}`),
    limit: (path, why) => void visited.limits.push(`${shown(path)}: ${why}`),
  });
  return visited;
}

const nothing: Visited = { files: [], charts: [], kustomizations: [], unreadable: [], limits: [] };

describe('walkFolder', () => {
  it('visits manifests in the order of their names, folders among them', () => {
    using tree = temporaryTree({
      'b.yaml': '',
      'a.yml': '',
      'c.json': '',
      'b/z.yaml': '',
      'B.yaml': '',
      'notes.txt': '',
      Makefile: '',
      'x.YAML': '',
      yaml: '',
      '.hidden.yaml': '',
      '.config/d.yaml': '',
      'empty/': '',
    });
    expect(walked(tree)).toEqual({
      ...nothing,
      files: ['.config/d.yaml', '.hidden.yaml', 'B.yaml', 'a.yml', 'b/z.yaml', 'b.yaml', 'c.json'],
    });
  });

  it('stays off .git', () => {
    using tree = temporaryTree({
      '.git/a.yaml': '',
      'sub/.git': 'gitdir: elsewhere',
      'sub/a.yaml': '',
      '.github/a.yaml': '',
    });
    expect(walked(tree).files).toEqual(['.github/a.yaml', 'sub/a.yaml']);
  });

  it('visits nothing of an empty folder', () => {
    using tree = temporaryTree({});
    expect(walked(tree)).toEqual(nothing);
  });

  it('says what it cannot read', () => {
    using tree = temporaryTree({ 'a.yaml': '' });
    expect(walked(tree, 'absent').unreadable).toEqual(['absent: it does not exist']);
  });

  it('stops where folders lie too deep', () => {
    const deep = 'd/'.repeat(65);
    using tree = temporaryTree({ [`${deep}a.yaml`]: '', [`${'d/'.repeat(64)}b.yaml`]: '' });
    expect(walked(tree)).toEqual({
      ...nothing,
      files: [`${'d/'.repeat(64)}b.yaml`],
      limits: [`${deep.slice(0, -1)}: the folder lies over 64 levels deep`],
    });
  });
});

describe('ignore files', () => {
  it('leave out files and folders', () => {
    using tree = temporaryTree({
      '.gitignore': '# built\nout/\n*.tmp.yaml\n/root.yaml\n',
      'a.yaml': '',
      'a.tmp.yaml': '',
      'root.yaml': '',
      'sub/root.yaml': '',
      'sub/b.tmp.yaml': '',
      'out/c.yaml': '',
      'sub/out/d.yaml': '',
    });
    expect(walked(tree).files).toEqual(['a.yaml', 'sub/root.yaml']);
  });

  it('take back what one above them leaves out', () => {
    using tree = temporaryTree({
      '.gitignore': '*.yaml\n!keep.yaml\n',
      'a.yaml': '',
      'keep.yaml': '',
      'sub/.gitignore': '!b.yaml\nkeep.yaml\n',
      'sub/a.yaml': '',
      'sub/b.yaml': '',
      'sub/keep.yaml': '',
      'sub/deep/b.yaml': '',
    });
    expect(walked(tree).files).toEqual(['keep.yaml', 'sub/b.yaml', 'sub/deep/b.yaml']);
  });

  it('hold inside of a folder that is left out, whatever it says', () => {
    using tree = temporaryTree({ '.gitignore': 'out/\n', 'out/.gitignore': '!a.yaml\n', 'out/a.yaml': '' });
    expect(walked(tree).files).toEqual([]);
  });

  it('may be named .seawallignore, which has the last word', () => {
    using tree = temporaryTree({
      '.gitignore': 'a.yaml\n',
      '.seawallignore': '!a.yaml\nb.yaml\n',
      'a.yaml': '',
      'b.yaml': '',
      'c/.seawallignore': '*\n',
      'c/d.yaml': '',
    });
    expect(walked(tree).files).toEqual(['a.yaml']);
  });

  it('hold from the root of the repository down', () => {
    using tree = temporaryTree({
      '.gitignore': 'outside.yaml\n',
      'repository/.git/HEAD': '',
      'repository/.gitignore': '/sub/a.yaml\nb.yaml\n',
      'repository/sub/a.yaml': '',
      'repository/sub/b.yaml': '',
      'repository/sub/outside.yaml': '',
    });
    expect(walked(tree, 'repository/sub').files).toEqual(['repository/sub/outside.yaml']);
  });

  it('do not hold above a folder that is in no repository', () => {
    using tree = temporaryTree({ '.gitignore': 'a.yaml\n', 'sub/a.yaml': '' });
    expect(walked(tree, 'sub').files).toEqual(['sub/a.yaml']);
  });

  it('do not hide a folder that was asked for by its name', () => {
    using tree = temporaryTree({
      '.git/HEAD': '',
      '.gitignore': 'out/\nb.yaml\n',
      'out/a.yaml': '',
      'out/b.yaml': '',
      'out/.gitignore': 'c.yaml\n',
      'out/c.yaml': '',
    });
    expect(walked(tree).files).toEqual([]);
    expect(walked(tree, 'out').files).toEqual(['out/a.yaml', 'out/b.yaml']);
  });

  it('agree with git', () => {
    const rules = [
      'a.yaml',
      '/b.yaml',
      'c/',
      '!c/d.yaml',
      '*.e.yaml',
      '!x.e.yaml',
      'f/**/g.yaml',
      'h\\ i.yaml',
      '[jk].yaml',
      'l/*',
      '!l/m.yaml',
    ];
    const names = ['a', 'b', 'c', 'd', 'x.e', 'y.e', 'g', 'h i', 'j', 'k', 'm'].map((name) => `${name}.yaml`);
    const folders = ['', 'c/', 'f/', 'f/n/', 'l/', 'o/p/'];
    const files = folders.flatMap((folder) => names.map((name) => `${folder}${name}`));
    using tree = temporaryTree({
      '.gitignore': `${rules.join('\n')}\n`,
      'o/.gitignore': '!a.yaml\nd.yaml\r\np/m.yaml\n',
      ...Object.fromEntries(files.map((file) => [file, ''])),
    });
    function git(...words: string[]): string {
      return execFileSync('git', ['-c', 'core.excludesFile=', ...words], { cwd: tree.root, encoding: 'utf8' });
    }
    git('init', '--quiet');
    const seen = git('ls-files', '--others', '--exclude-standard', '-z')
      .split('\0')
      .filter((file) => file.endsWith('.yaml'));
    expect(walked(tree).files.toSorted()).toEqual(seen.toSorted());
    expect(seen.length).toBeGreaterThan(20);
  });

  it('are not tried where their patterns would take minutes', () => {
    using tree = temporaryTree({
      '.gitignore': `${'**/a/'.repeat(12)}b.yaml\n${'*a'.repeat(60)}b.yaml\n**/*.c.*.yaml\n`,
      [`${'a/'.repeat(40)}d.yaml`]: '',
      [`${'a'.repeat(200)}.yaml`]: '',
      'x.c.y.yaml': '',
    });
    expect(walked(tree).files).toEqual([`${'a/'.repeat(40)}d.yaml`, `${'a'.repeat(200)}.yaml`]);
  });
});

describe('links', () => {
  it('that lead out of the folder are not followed', () => {
    using tree = temporaryTree({
      'secret/a.yaml': '',
      'scanned/b.yaml': '',
      'scanned/file.yaml': '-> ../secret/a.yaml',
      'scanned/folder': '-> ../secret',
      'scanned/folder.yaml': '-> ../secret',
      'scanned/absolute.yaml': '-> /etc/hostname',
      'scanned-too/c.yaml': '',
      'scanned/sibling.yaml': '-> ../scanned-too/c.yaml',
    });
    expect(walked(tree, 'scanned').files).toEqual(['scanned/b.yaml']);
  });

  it('that lead in a circle end nothing', () => {
    using tree = temporaryTree({
      'a/b.yaml': '',
      'a/self': '-> .',
      'a/up': '-> ..',
      'a/one.yaml': '-> two.yaml',
      'a/two.yaml': '-> one.yaml',
      'a/gone.yaml': '-> nowhere.yaml',
    });
    expect(walked(tree)).toEqual({ ...nothing, files: ['a/b.yaml'] });
  });

  it('are visited where their target is not', () => {
    using tree = temporaryTree({
      manifest: '',
      'link.yaml': '-> manifest',
      'real.yaml': '',
      'copy.yaml': '-> real.yaml',
    });
    expect(walked(tree).files).toEqual(['link.yaml', 'real.yaml']);
  });

  it('to a kustomization are not visited beside it', () => {
    using tree = temporaryTree({ 'a/Kustomization': '', 'b/Kustomization': '-> ../a/Kustomization' });
    expect(walked(tree).files).toEqual(['a/Kustomization']);
  });

  it('may be the folder itself', () => {
    using tree = temporaryTree({ 'real/a.yaml': '', 'real/b': '', 'real/c.yaml': '-> b', link: '-> real' });
    expect(walked(tree, 'link').files).toEqual(['link/a.yaml', 'link/c.yaml']);
  });
});

describe('charts', () => {
  it('are named; their templates, subcharts and values are left out, the rest is visited', () => {
    using tree = temporaryTree({
      'chart/Chart.yaml': '',
      'chart/values.yaml': '',
      'chart/values-production.yaml': '',
      'chart/values.schema.json': '',
      'chart/requirements.yaml': '',
      'chart/templates/a.yaml': '',
      'chart/templates/tests/b.yaml': '',
      'chart/charts/sub/Chart.yaml': '',
      'chart/charts/sub/templates/c.yaml': '',
      'chart/crds/d.yaml': '',
      'chart/extra.yaml': '',
      'chart/files/e.yaml': '',
      'templates/f.yaml': '',
      'values.yaml': '',
    });
    expect(walked(tree)).toEqual({
      ...nothing,
      charts: ['chart'],
      files: ['chart/crds/d.yaml', 'chart/extra.yaml', 'chart/files/e.yaml', 'templates/f.yaml', 'values.yaml'],
    });
  });

  it('may be the folder itself, and lie inside of one another', () => {
    using tree = temporaryTree({
      'Chart.yaml': '',
      'templates/a.yaml': '',
      'other/Chart.yaml': '',
      'other/templates/b.yaml': '',
      'other/c.yaml': '',
    });
    expect(walked(tree)).toEqual({ ...nothing, charts: ['.', 'other'], files: ['other/c.yaml'] });
  });

  it('are not named where they are ignored', () => {
    using tree = temporaryTree({ '.gitignore': 'chart/\n', 'chart/Chart.yaml': '' });
    expect(walked(tree)).toEqual(nothing);
  });
});

describe('kustomizations', () => {
  it('are named, and read like manifests', () => {
    using tree = temporaryTree({
      'a/kustomization.yaml': '',
      'a/deployment.yaml': '',
      'b/kustomization.yml': '',
      'c/Kustomization': '',
      'd/Kustomization/e.yaml': '',
    });
    expect(walked(tree)).toEqual({
      ...nothing,
      kustomizations: ['a/kustomization.yaml', 'b/kustomization.yml', 'c/Kustomization'],
      files: [
        'a/deployment.yaml',
        'a/kustomization.yaml',
        'b/kustomization.yml',
        'c/Kustomization',
        'd/Kustomization/e.yaml',
      ],
    });
  });

  it('are not named where they are ignored', () => {
    using tree = temporaryTree({ '.gitignore': 'kustomization.yaml\n', 'kustomization.yaml': '', 'a.yaml': '' });
    expect(walked(tree)).toEqual({ ...nothing, files: ['a.yaml'] });
  });
});
