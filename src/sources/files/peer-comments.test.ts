import { describe, expect, it } from 'vitest';
import { readText } from '../../text/read.ts';
import { commentSuppressionsIn } from './peer-comments.ts';
import { sourceFile } from './source-file.ts';

/** The suppressions of a text as `id first-last`. */
function scopes(text: string, name = 'a.yaml'): string[] {
  const { documents } = readText(text, name);
  return commentSuppressionsIn(sourceFile(name, text, documents, [])).map(({ id = '*', scope }) =>
    scope.of === 'lines' ? `${id} ${scope.firstLine}-${scope.lastLine}` : id,
  );
}

const pod = `apiVersion: v1
kind: Pod
spec:
  containers:
  - name: web
    securityContext:
      privileged: true
  hostPID: true
---
apiVersion: v1
kind: Pod
`;

/** The pods with a comment on a line of its own above one of their lines. */
function above(line: number, comment: string): string {
  return pod
    .split('\n')
    .toSpliced(line - 1, 0, comment)
    .join('\n');
}

/** The pods with a comment behind one of their lines. */
function behind(line: number, comment: string): string {
  const lines = pod.split('\n');
  return lines.with(line - 1, `${lines[line - 1]} ${comment}`).join('\n');
}

describe('a comment of Checkov', () => {
  it.each([1, 4, 8])('above line %i holds for its object', (line) => {
    expect(scopes(above(line, '# checkov:skip=CKV_K8S_16:why'))).toEqual(['CKV_K8S_16 1-9']);
  });

  it('holds for the document it stands in', () => {
    expect(scopes(behind(11, '# checkov:skip=CKV_K8S_16:why'))).toEqual(['CKV_K8S_16 9-11']);
  });

  const list = `apiVersion: v1
kind: List
# checkov:skip=CKV_K8S_17
items:
- apiVersion: v1
  kind: Pod
- apiVersion: v1
  # checkov:skip=CKV_K8S_16
  kind: Pod
  spec: {}
`;

  it('holds for the item of a list it stands in, and between items for the block below', () => {
    expect(scopes(list)).toEqual(['CKV_K8S_17 4-10', 'CKV_K8S_16 7-10']);
  });
});

describe('a comment of Trivy', () => {
  it.each([
    ['above a line', above(7, '      # trivy:ignore:KSV-0017'), 'KSV-0017 8-8'],
    ['behind a line', behind(7, '# trivy:ignore:KSV-0017'), 'KSV-0017 7-7'],
    ['above a block', above(5, '  # trivy:ignore:KSV-0017'), 'KSV-0017 6-8'],
    ['above the document', `#trivy:ignore:KSV-0017\n${pod}`, 'KSV-0017 1-9'],
  ])('%s holds for it', (_where, text, expected) => {
    expect(scopes(text)).toEqual([expected]);
  });
});

describe('a comment of KICS', () => {
  it.each([
    ['a line', above(7, '      # kics-scan ignore-line'), ['* 7-8']],
    ['a block', above(5, '  # kics-scan ignore-block'), ['* 6-8']],
    ['a document', `---\n# kics-scan ignore-block\n${pod}`, ['* 1-10']],
    ['a file', `# about\n# kics-scan ignore\n${pod}`, ['* 1-14']],
    ['a file, behind its first mark', `---\n# kics-scan disable=aa,bb\n${pod}`, ['aa 1-14', 'bb 1-14']],
    ['a file, once', `# kics-scan disable=aa\n# kics-scan disable=aa\n${pod}`, ['aa 1-14']],
    ['no file, below its first line', above(3, '# kics-scan ignore'), []],
    ['no file, in a later document', above(10, '# kics-scan ignore'), []],
  ])('holds for %s', (_what, text, expected) => {
    expect(scopes(text)).toEqual(expected);
  });
});

describe('what is no comment', () => {
  it('says nothing', () => {
    expect(scopes('kind: Pod\nmetadata: {name: "# trivy:ignore:KSV-0017"}\n')).toEqual([]);
    expect(scopes('{"apiVersion": "v1", "kind": "Pod", "a": "# trivy:ignore:KSV-0017"}', 'a.json')).toEqual([]);
  });
});
