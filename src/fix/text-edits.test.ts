import { describe, expect, it } from 'vitest';
import type { Edit, Fix } from '../core/check.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import { applyEdits } from '../text/edit.ts';
import { NotEditable } from '../text/not-editable.ts';
import { readText } from '../text/read.ts';
import { applyFix, type FindText, textEditsOf } from './text-edits.ts';

function resourceIn(file: string, document = 0): Resource {
  const origin = { file, document, locate: () => [] };
  return { kind: 'Pod', name: 'web', namespace: 'shop', content: {}, origin };
}

const resource = resourceIn('a.yaml');

function at(...path: Path): Place {
  return { resource, path };
}

function fixOf(edits: (edit: Edit) => void): Fix<undefined> {
  return { effect: 'safe', because: 'nothing depends on it', edits };
}

const finding = { at: at(), message: 'm', data: {} };

/** Finds each resource in a text by the name of its file; a prefix by the number of the document. */
function textsOf(texts: Readonly<Record<string, string>>, prefix: Path = []): FindText {
  return ({ origin }) => {
    const text = texts[origin.file];
    const document = text === undefined ? undefined : readText(text, origin.file).documents[origin.document];
    return text === undefined || document === undefined ? undefined : { text, document, prefix };
  };
}

/** The text after a fix; checked to be what its edits on the original make of it. */
function fixed(text: string, edits: (edit: Edit) => void, prefix: Path = []): string | undefined {
  const fix = fixOf(edits);
  const texts = textsOf({ 'a.yaml': text }, prefix);
  const result = applyFix(fix, finding, undefined, texts).get('a.yaml');
  const textEdits = textEditsOf(fix, finding, undefined, texts).get('a.yaml');
  expect(textEdits === undefined ? undefined : applyEdits(text, textEdits)).toBe(result);
  return result;
}

const pod = `spec:
  volumes:
  - name: one # first
    hostPath: {path: /}
  - name: two
    hostPath: {path: /var}
  - name: three
    emptyDir: {}
  containers:
  - name: web
    volumeMounts:
    - name: two
      mountPath: /two
`;

describe('a fix of several edits', () => {
  it('adds two keys to one mapping', () => {
    const text = 'spec:\n  name: web # here\n';
    const result = fixed(text, (edit) => {
      edit.set(at('spec', 'securityContext', 'privileged'), false);
      edit.set(at('spec', 'securityContext', 'runAsNonRoot'), true);
      edit.append(at('spec', 'securityContext', 'capabilities', 'drop'), 'ALL');
      edit.append(at('spec', 'securityContext', 'capabilities', 'drop'), 'NET_RAW');
    });
    expect(result).toBe(`${text}  securityContext:
    privileged: false
    runAsNonRoot: true
    capabilities:
      drop:
        - ALL
        - NET_RAW
`);
  });

  it('gives edits of the text as it is', () => {
    const text = 'a:\n  b: 1\nc: 2\n';
    const fix = fixOf((edit) => {
      edit.set(at('c'), 3);
      edit.set(at('a', 'd'), 4);
      edit.set(at('a', 'e'), 5);
    });
    expect(textEditsOf(fix, finding, undefined, textsOf({ 'a.yaml': text }))).toEqual(
      new Map([
        [
          'a.yaml',
          [
            { start: 9, end: 9, text: '\n  d: 4\n  e: 5' },
            { start: 13, end: 14, text: '3' },
          ],
        ],
      ]),
    );
  });

  it('means by its indexes the entries as they were read', () => {
    const result = fixed(pod, (edit) => {
      edit.remove(at('spec', 'volumes', 0));
      edit.remove(at('spec', 'volumes', 1));
      edit.remove(at('spec', 'containers', 0, 'volumeMounts', 0));
      edit.set(at('spec', 'volumes', 2, 'emptyDir', 'medium'), 'Memory');
    });
    expect(result).toBe(`spec:
  volumes:
  - name: three
    emptyDir:
      medium: Memory
  containers:
  - name: web
`);
  });

  it('takes a list with its last entry, and makes it again', () => {
    const text = 'name: web\nlist:\n  - a # gone\n  - b\n';
    const result = fixed(text, (edit) => {
      edit.remove(at('list', 0));
      edit.remove(at('list', 1));
      edit.append(at('list'), 'c');
    });
    expect(result).toBe('name: web\nlist:\n  - c\n');
  });

  it('removes once what it removes twice', () => {
    const text = 'list: [a, b, c]\n';
    const result = fixed(text, (edit) => {
      edit.remove(at('list', 0));
      edit.remove(at('list', 0));
      edit.remove(at('list', 0, 'deeper'));
    });
    expect(result).toBe('list: [b, c]\n');
  });

  it('says nothing of texts that stay as they are', () => {
    expect(fixed('a: 1\n', (edit) => edit.set(at('a'), 1))).toBeUndefined();
    expect(fixed('a: 1\n', (edit) => edit.remove(at('b')))).toBeUndefined();
    expect(fixed('a: 1\n', () => {})).toBeUndefined();
  });
});

describe('a fix in several places', () => {
  it('edits an object inside a list kind', () => {
    const text = 'kind: List\nitems:\n- kind: Pod\n- kind: Pod\n  spec: {}\n';
    const result = fixed(text, (edit) => edit.set(at('spec', 'hostPID'), false), ['items', 1]);
    expect(result).toBe('kind: List\nitems:\n- kind: Pod\n- kind: Pod\n  spec:\n    hostPID: false\n');
  });

  it('edits several documents and files', () => {
    const texts = { 'a.yaml': 'a: 1\n---\nl: [x, z]\n---\nl: [v, w]\n', 'b.json': '{"a": 1}' };
    const fix = fixOf((edit) => {
      edit.remove({ resource: resourceIn('a.yaml', 2), path: ['l', 0] });
      edit.set({ resource: resourceIn('b.json'), path: ['b'] }, 'x');
      edit.remove({ resource: resourceIn('a.yaml', 1), path: ['l', 1] });
      edit.set({ resource: resourceIn('a.yaml', 0), path: ['a'] }, 2);
    });
    expect(applyFix(fix, finding, undefined, textsOf(texts))).toEqual(
      new Map([
        ['a.yaml', 'a: 2\n---\nl: [x]\n---\nl: [w]\n'],
        ['b.json', '{"a": 1, "b": "x"}'],
      ]),
    );
  });
});

/** Removes an entry and sets something in it. */
function contradict(edit: Edit): void {
  edit.remove(at('l', 0));
  edit.set(at('l', 0, 'c'), 1);
}

/** Why a fix of a text cannot be applied. */
function refusal(text: string, edits: (edit: Edit) => void): string {
  try {
    applyFix(fixOf(edits), finding, undefined, textsOf({ 'a.yaml': text }));
  } catch (error) {
    if (error instanceof NotEditable) return error.message;
    throw error;
  }
  return 'none';
}

describe('a fix that cannot be applied', () => {
  it('says why', () => {
    expect(refusal('a: &x {b: 1}\nc: *x\n', (edit) => edit.set(at('c', 'b'), 2))).toBe(
      "c is an alias; an edit below it would change its anchor's other places too",
    );
    expect(refusal('l: [a, b]\n', contradict)).toBe('l[0].c is removed by the same fix');
  });

  it('is one that would change another field', () => {
    expect(refusal('&k a: 1\nb: *k\nc: 2\n', (edit) => edit.remove(at('a')))).toBe(
      'an edit of a would change more than this field',
    );
    expect(refusal('a: |+\n  x\nb: 1\n\nc: 2\n', (edit) => edit.remove(at('b')))).toBe(
      'an edit of b would change more than this field',
    );
  });

  it('is one of a resource without a text, or with another text than was read', () => {
    const place = { resource: resourceIn('gone.yaml'), path: ['a'] };
    expect(refusal('a: 1\n', (edit) => edit.set(place, 1))).toBe('Pod shop/web stands in no text to edit');
    const [document] = readText('\n\n{}', 'a.json').documents;
    if (document === undefined) throw new Error('the text has no document');
    const fix = fixOf((edit) => edit.set(at('a'), 2));
    expect(() => applyFix(fix, finding, undefined, () => ({ text: '{}', document, prefix: [] }))).toThrow(
      'a.yaml is not the text that was read',
    );
  });
});
