import { describe, expect, it } from 'vitest';
import { createLines } from '../../text/lines.ts';
import { readText } from '../../text/read.ts';
import { maskedLines } from './masked-lines.ts';
import { sourceFile } from './source-file.ts';

/** A text as a report would quote it, line by line. */
function shown(text: string, name = 'manifest.yaml'): string[] {
  const { documents, problems } = readText(text, name);
  const lost = problems.map((problem) => problem.lost).filter((part) => part !== undefined);
  const sources = maskedLines([sourceFile(name, text, documents, lost)]);
  return Array.from({ length: createLines(text).count }, (_, index) => sources.line(name, index + 1) ?? '');
}

describe('maskedLines', () => {
  it('knows the lines of the files that were read only', () => {
    const sources = maskedLines([sourceFile('a.yaml', 'one\ntwo', [], [])]);
    expect(sources.line('a.yaml', 0)).toBeUndefined();
    expect(sources.line('a.yaml', 1)).toBe('one');
    expect(sources.line('a.yaml', 2)).toBe('two');
    expect(sources.line('a.yaml', 3)).toBeUndefined();
    expect(sources.line('b.yaml', 1)).toBeUndefined();
  });

  it('puts asterisks for a literal, one for each character', () => {
    expect(
      shown('kind: Secret\r\nstringData:\r\n  a: one two # three\r\n  b: |\r\n    four\r\n  c: "fi\r\n    ve"\r\n'),
    ).toEqual(['kind: Secret', 'stringData:', '  a: *** *** * *****', '  b: *', '    ****', '  c: ***', '    ***', '']);
  });

  it('masks what a comment says on several lines', () => {
    expect(shown('a: b\n# - name: DB_PASSWORD\n#   value: hunter2\n')).toEqual([
      'a: b',
      '# - name: DB_PASSWORD',
      '#   value: *******',
      '',
    ]);
  });

  it('masks what an annotation names before or behind its slash', () => {
    expect(
      shown('metadata:\n  annotations:\n    db-password/primary: hunter2\n    shop.example/db-password: hunter2\n'),
    ).toEqual([
      'metadata:',
      '  annotations:',
      '    db-password/primary: *******',
      '    shop.example/db-password: *******',
      '',
    ]);
  });

  it('masks a comment of any length', () => {
    const lines = shown(`a: b\n${'# password: hunter2\n'.repeat(100_000)}`);
    expect(new Set(lines)).toEqual(new Set(['a: b', '# password: *******', '']));
  });

  it('masks several literals on a line, in whatever order they are asked for', () => {
    const text = '{"kind":"Secret","data":{"a":"b25l","b":"dHdv"}}\n{"kind":"Pod"}';
    const { documents } = readText(text, 'a.json');
    const sources = maskedLines([sourceFile('a.json', text, documents, [])]);
    expect(sources.line('a.json', 2)).toBe('{"kind":"Pod"}');
    expect(sources.line('a.json', 1)).toBe('{"kind":"Secret","data":{"a":******,"b":******}}');
    expect(sources.line('a.json', 2)).toBe('{"kind":"Pod"}');
  });

  it('masks an aliased literal where it is written', () => {
    expect(shown('x: &x one\nkind: Secret\ndata: {a: *x, b: *x}\n')).toEqual([
      'x: ** ***',
      'kind: Secret',
      'data: {a: *x, b: *x}',
      '',
    ]);
  });

  it('masks a line with very many literals', () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => `{"name":"A${index}","value":"one"}`);
    const line = `{"kind":"Pod","spec":{"containers":[{"env":[${entries.join(',')}]}]}}`;
    expect(shown(line, 'a.json')).toEqual([line.replaceAll('"one"', '*****')]);
  });
});

describe('maskedLines of a document that cannot be read', () => {
  it('leaves keys and punctuation, as any line may belong to a literal above it', () => {
    expect(
      shown(
        'kind: Pod\nspec:\n  containers:\n  - env:\n    - name: A\n      value: |\n        user: one\n        two three\n     token: four\n   bad: [\n',
      ),
    ).toEqual([
      'kind: ***',
      'spec:',
      '  containers:',
      '  - env:',
      '    - name: *',
      '      value: |',
      '        user: ***',
      '        *** *****',
      '     token: ****',
      '   bad: [',
      '',
    ]);
  });

  it('masks what looks like a key and holds digits: it may be the start of a literal', () => {
    expect(shown('kind: Secret\nstringData:\n  a: |\n    p4ss: word\n   b: [\n')).toEqual([
      'kind: ******',
      'stringData:',
      '  a: |',
      '    ****: ****',
      '   b: [',
      '',
    ]);
  });

  it('leaves the lines of a file that holds no literal', () => {
    expect(shown('kind: Service\nspec:\n  ports: [\n')).toEqual(['kind: Service', 'spec:', '  ports: [', '']);
  });

  it('masks a file that writes its keys in escapes', () => {
    expect(shown('{"kind":"Pod",\n"v\\u0061lue":"one",]', 'a.json')).toEqual([
      '{"****":"***",',
      '"**********":"***",]',
    ]);
  });

  it('masks a literal of the document before it on the same line', () => {
    expect(shown('{"kind":"Secret","data":{"a":"one"}} {"kind":', 'a.json')).toEqual([
      '{"****":"******","****":{"*":*****}} {"****":',
    ]);
  });

  it('leaves the documents beside it', () => {
    expect(shown('kind: Pod # one\n---\nkind: Secret\n  a: b\n---\nkind: Pod # two\n# end\n...\n')).toEqual([
      'kind: Pod # one',
      '---',
      'kind: ******',
      '  a: *',
      '---',
      'kind: Pod # two',
      '# end',
      '...',
      '',
    ]);
  });
});
