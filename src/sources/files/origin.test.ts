import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import type { FieldPart } from '../../core/resource.ts';
import { readText } from '../../text/read.ts';
import { fileOrigin, locationOf } from './origin.ts';
import { sourceFile } from './source-file.ts';

const text = `kind: Pod
---
kind: List
items:
- kind: Pod
  spec:
    hostPID: true
    containers:
    - name: "a\u{1F600}"
      image: |
        x
`;
const { documents } = readText(text, 'a.yaml');
const file = sourceFile('a.yaml', text, documents, []);

/** The location of a field of the object at a place in the second document. */
function located(prefix: Path, path: Path, part?: FieldPart): ReturnType<ReturnType<typeof fileOrigin>['locate']> {
  const [, document] = documents;
  if (document === undefined) throw new Error('there is no second document');
  return fileOrigin(file, document, 1, prefix).locate(path, part);
}

describe('the origin of an object in a file', () => {
  it('knows its file and document', () => {
    const [, document] = documents;
    const origin = document && fileOrigin(file, document, 1, []);
    expect([origin?.file, origin?.document]).toEqual(['a.yaml', 1]);
  });

  it.each([
    [['kind'], { line: 5, column: 9, endLine: 5, endColumn: 12, path: 'kind' }],
    [['spec', 'hostPID'], { line: 7, column: 14, endLine: 7, endColumn: 18, path: 'spec.hostPID' }],
    [[], { line: 5, column: 3, endLine: 11, endColumn: 10, path: '' }],
    [
      ['spec', 'containers', 0, 'name'],
      { line: 9, column: 13, endLine: 9, endColumn: 18, path: 'spec.containers[0].name' },
    ],
    [
      ['spec', 'containers', 0, 'image'],
      { line: 10, column: 14, endLine: 11, endColumn: 10, path: 'spec.containers[0].image' },
    ],
  ])('locates the set field %j at its value', (path, location) => {
    expect(located(['items', 0], path)).toEqual([{ file: 'a.yaml', ...location }]);
  });

  it.each([
    [['spec'], { line: 6, column: 3, endLine: 6, endColumn: 7, path: 'spec' }],
    [['spec', 'hostPID'], { line: 7, column: 5, endLine: 7, endColumn: 12, path: 'spec.hostPID' }],
    [['spec', 'containers', 0], { line: 9, column: 7, endLine: 11, endColumn: 10, path: 'spec.containers[0]' }],
    [['spec', 'hostIPC'], { line: 6, column: 3, endLine: 6, endColumn: 7, path: 'spec.hostIPC', missing: 'hostIPC' }],
  ])('locates the key of %j, if it has one', (path, location) => {
    expect(located(['items', 0], path, 'key')).toEqual([{ file: 'a.yaml', ...location }]);
  });

  it('locates a line of a literal block, and the value where it is none', () => {
    const image: Path = ['spec', 'containers', 0, 'image'];
    const shown = { file: 'a.yaml', path: 'spec.containers[0].image' };
    const first = { ...shown, line: 11, column: 9, endLine: 11, endColumn: 10 };
    expect(located(['items', 0], image, { line: 1 })).toEqual([first]);
    const whole = { ...shown, line: 10, column: 14, endLine: 11, endColumn: 10 };
    expect(located(['items', 0], image, { line: 2 })).toEqual([whole]);
    const name = located(['items', 0], ['spec', 'containers', 0, 'name'], { line: 1 });
    expect(name).toMatchObject([{ line: 9, column: 13 }]);
  });

  it.each([
    [['spec', 'hostIPC'], [6, 3, 6, 7], 'spec.hostIPC', 'hostIPC'],
    [['metadata', 'labels', 'a/b'], [5, 3, 5, 7], 'metadata.labels["a/b"]', 'metadata.labels["a/b"]'],
    [['spec', 'containers', 0, 'ports', 1], [9, 7, 9, 11], 'spec.containers[0].ports[1]', 'ports[1]'],
    [['spec', 'containers', 4, 'name'], [8, 5, 8, 15], 'spec.containers[4].name', '[4].name'],
  ])(
    'locates the absent field %j at its nearest present parent',
    (path, [line, column, endLine, endColumn], shown, missing) => {
      expect(located(['items', 0], path)).toEqual([
        { file: 'a.yaml', line, column, endLine, endColumn, path: shown, missing },
      ]);
    },
  );
});

describe('locationOf', () => {
  it('never ends before it starts', () => {
    expect(locationOf(file, 12, 3)).toEqual({ file: 'a.yaml', line: 2, column: 3, endLine: 2, endColumn: 3 });
  });
});
