import { describe, expect, it } from 'vitest';
import { readText } from '../text/read.ts';
import { sensitiveSpans } from './sensitive.ts';

/** The pieces of a text that must not be shown, without the white space around them. */
function hiddenIn(text: string): string[] {
  const { documents, problems } = readText(text, 'manifest.yaml');
  expect(problems.filter((problem) => problem.lost !== undefined)).toEqual([]);
  return documents
    .flatMap((document) => sensitiveSpans(text, document))
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((piece) => piece !== '');
}

const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n';

describe('sensitiveSpans of a Secret', () => {
  it('are its values, and never its keys', () => {
    expect(hiddenIn('kind: Secret\ndata:\n  a: b25l\nstringData: {b: two, "c": "three"}\ntype: Opaque\n')).toEqual([
      'b25l',
      'two',
      '"three"',
    ]);
  });

  it('hold block scalars with their header, and scalars of several lines', () => {
    expect(hiddenIn('kind: Secret\nstringData:\n  a: |-\n    one\n    two\n  b: "one\n    two"\n')).toEqual([
      '|-\n    one\n    two',
      '"one\n    two"',
    ]);
  });

  it('hold both values of a key that stands twice', () => {
    expect(hiddenIn('kind: Secret\ndata: {a: b25l, a: dHdv}\ndata:\n  b: c2l4\n')).toEqual(['b25l', 'dHdv', 'c2l4']);
  });

  it('hold what an unquoted value makes a tag or an anchor', () => {
    expect(hiddenIn('kind: Secret\nstringData:\n  a: !one\n  b: !one two\n  c: &one\n  d: &three two # so\n')).toEqual([
      '!one',
      '!one two',
      '&one',
      '&three two # so',
    ]);
    expect(hiddenIn('kind: Secret\nstringData: {a: !one , b: two}\n')).toEqual(['!one ,', 'two']);
  });

  it('hold the comments between and behind its values', () => {
    expect(
      hiddenIn(
        'kind: Secret # 0\ndata: # 1\n  # 2\n  a: b25l # 3\n\n    # 4\n  b: dHdv\n  # 5\n# 6\ntype: Opaque # 7\n',
      ),
    ).toEqual(['# 1\n  # 2', 'b25l # 3\n\n    # 4', 'dHdv\n  # 5\n# 6']);
  });

  it('hold the comment behind a value', () => {
    expect(hiddenIn('kind: Secret\ndata:\n  a: b25l # one\n  b: "dHdv"\t# two\n  c: dHdv#dHdv\n')).toEqual([
      'b25l # one',
      '"dHdv"\t# two',
      'dHdv#dHdv',
    ]);
    expect(hiddenIn('kind: Secret\ndata: {a: b25l} # one\n')).toEqual(['b25l} # one']);
  });

  it('hold what is written elsewhere and merged or aliased', () => {
    expect(hiddenIn('x: &x one\ny: &y {data: {b: two}}\nkind: Secret\ndata: {a: *x}\n<<: *y\n')).toEqual([
      'two',
      '&x one',
    ]);
  });

  it('are found in lists, and under a kind in escapes', () => {
    expect(hiddenIn('kind: List\nitems:\n- kind: Secret\n  data: {a: b25l}\n')).toEqual(['b25l']);
    expect(hiddenIn('{"kind":"List","items":[{"kind":"\\u0053ecret","data":{"a":"b25l"}}]}')).toEqual(['"b25l"']);
    expect(hiddenIn('{"kind":"\\u0053ecretList","items":[{"data":{"a":"b25l"}}]}')).toEqual(['"b25l"']);
  });

  it('are nowhere in other kinds', () => {
    expect(hiddenIn('kind: ConfigMap\ndata:\n  a: one # two\n')).toEqual([]);
  });
});

describe('sensitiveSpans of other objects', () => {
  it('are the literals of environment variables', () => {
    expect(
      hiddenIn(
        `${pod}  - env:\n    - name: A\n      value: one\n    - {name: B, value: !two 'three' }\n    - name: C\n      valueFrom: {fieldRef: {fieldPath: x}}\n    - name: D\n      value: four # 4\n      # 5\n`,
      ),
    ).toEqual(['one', "!two 'three'", 'four # 4']);
  });

  it('are literals that merges and aliases bring in', () => {
    const defined = 'x: &x\n- {name: A, value: one}\ny: &y {value: two}\nz: &z {value: three}\n';
    expect(
      hiddenIn(`${defined}${pod}  - env: *x\n  - env:\n    - {name: B, <<: *y}\n    - {name: C, <<: [*z, *y]}\n`),
    ).toEqual(['one', 'two', 'three']);
  });

  it('are the copy that kubectl keeps of an object', () => {
    expect(
      hiddenIn(
        'metadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"a":1}\n    b: c\n',
      ),
    ).toEqual(['|\n      {"a":1}']);
  });

  it('are no values of other lists', () => {
    expect(hiddenIn(`${pod}  - args:\n    - {name: A, value: one}\n`)).toEqual([]);
  });
});
