import { describe, expect, it } from 'vitest';
import { readText } from '../../text/read.ts';
import { commentExceptions } from './exceptions.ts';
import { sourceFile } from './source-file.ts';

function exceptionsOf(text: string): ReturnType<typeof commentExceptions> {
  const { documents } = readText(text, 'a.yaml');
  return commentExceptions(sourceFile('a.yaml', text, documents, []));
}

/** The exceptions of a text as `check first-last`. */
function scopes(text: string): string[] {
  return exceptionsOf(text).map(({ check, scope }) =>
    scope.of === 'lines' ? `${check} ${scope.firstLine}-${scope.lastLine}` : `${check} object`,
  );
}

const pod = `# before
kind: Pod
spec:
  containers:
  - name: web
    image: web
    securityContext:
      privileged: true
  - name: api
    command:
      - sh
      - -c
      - |
        echo one
        echo two
  hostPID: true
---
kind: Job
`;

/** The pod with a comment behind one of its lines. */
function behind(line: number): string {
  return pod.replace(lineText(line), (text) => `${text} # seawall:ignore x why`);
}

/** The pod with a comment on a line of its own above one of its lines. */
function above(line: number, indent = '    '): string {
  return pod.replace(lineText(line), (text) => `${indent}# seawall:ignore x why\n${text}`);
}

function lineText(line: number): string {
  return pod.split('\n')[line - 1] ?? '';
}

describe('an exception behind a line', () => {
  it.each([
    [2, 'x 2-2'],
    [3, 'x 3-16'],
    [4, 'x 4-15'],
    [5, 'x 5-8'],
    [6, 'x 6-6'],
    [7, 'x 7-8'],
    [8, 'x 8-8'],
    [9, 'x 9-15'],
    [11, 'x 11-11'],
    [13, 'x 13-15'],
    [16, 'x 16-16'],
    [18, 'x 18-18'],
  ])('holds for the line %i and the block that it opens', (line, scope) => {
    expect(scopes(behind(line))).toEqual([scope]);
  });
});

describe('an exception on a line of its own', () => {
  it.each([
    [3, 'x 4-17'],
    [5, 'x 6-9'],
    [7, 'x 8-9'],
    [9, 'x 10-16'],
    [16, 'x 17-17'],
  ])('holds for line %i, which follows it, and the block that it opens', (line, scope) => {
    expect(scopes(above(line))).toEqual([scope]);
    expect(scopes(above(line, ''))).toEqual([scope]);
  });

  it('holds for the next line with content', () => {
    expect(scopes('a:\n  # seawall:ignore x why\n\n  # more\n\n  b:\n    c: 1\nd: 1\n')).toEqual(['x 6-7']);
  });

  it('holds for the next line with several of its kind', () => {
    expect(scopes('a: 1\n# seawall:ignore x why\n# seawall:ignore z why\nb:\n  c: 1\n')).toEqual(['x 4-5', 'z 4-5']);
  });

  it('holds for the whole document where it stands above the first line', () => {
    expect(scopes('# seawall:ignore x why\nkind: Pod\nspec: {}\n---\nkind: Job\n')).toEqual(['x 1-3']);
    expect(scopes('kind: Pod\n---\n# seawall:ignore x why\nkind: Job\nspec:\n  a: 1\n')).toEqual(['x 2-6']);
    expect(scopes('# seawall:ignore x why\n---\nkind: Pod\nspec: {}\n')).toEqual(['x 1-4']);
  });

  it('holds for itself only behind the last line', () => {
    expect(scopes('kind: Pod\n# seawall:ignore x why\n')).toEqual(['x 2-2']);
    expect(scopes('kind: Pod\n# seawall:ignore x why\n--- {kind: Job}\n')).toEqual(['x 2-2']);
  });
});

describe('an exception behind the marker of a document', () => {
  it('holds for that line', () => {
    expect(scopes('--- # seawall:ignore x why\nkind: Pod\n')).toEqual(['x 1-1']);
  });
});

describe('exceptions in flow style', () => {
  it('hold for what starts on their line', () => {
    expect(scopes('spec: { # seawall:ignore x why\n  a: 1, # seawall:ignore z why\n  b: [1,\n  2] }\n')).toEqual([
      'x 1-4',
      'z 2-2',
    ]);
  });
});

describe('comments that are no exceptions', () => {
  it.each([
    'a: "# seawall:ignore x why"\n',
    'a: |\n  # seawall:ignore x why\n',
    'a: b#seawall:ignore x why\n',
    'a: seawall:ignore\n',
    '# seawall: ignore x why\na: 1\n',
    '# seawall:ignored x why\na: 1\n',
    'a: [ # seawall:ignore x why\n',
    '{"a": "# seawall:ignore x why"}',
    '# seawall:ignore x why\n',
  ])('are %j', (text) => {
    expect(scopes(text)).toEqual([]);
  });
});

describe('an exception', () => {
  it('carries its checks, terms and place', () => {
    const text = 'kind: Pod\nspec: {} # seawall:ignore a,b why until 2027-01-31\n';
    const common = {
      reason: 'why',
      until: '2027-01-31',
      scope: { of: 'lines', file: 'a.yaml', firstLine: 2, lastLine: 2 },
      location: { file: 'a.yaml', line: 2, column: 10, endLine: 2, endColumn: 51 },
    };
    expect(exceptionsOf(text)).toEqual([
      { check: 'a', ...common },
      { check: 'b', ...common },
    ]);
  });

  it('without a check is kept, to be reported', () => {
    expect(exceptionsOf('a: 1 # seawall:ignore\n').map(({ check, reason }) => [check, reason])).toEqual([['', '']]);
  });

  it('is read from every document of a file', () => {
    expect(scopes('a: 1 # seawall:ignore x 1\n---\nb: 1 # seawall:ignore z 2\n')).toEqual(['x 1-1', 'z 3-3']);
  });

  it('is read with CRLF and CR', () => {
    expect(scopes('a: # seawall:ignore x why\r\n  b: 1\r\n')).toEqual(['x 1-2']);
    expect(scopes('a: # seawall:ignore x why\r  b: 1\r')).toEqual(['x 1-2']);
  });

  it('is read beside very many others', () => {
    const lines = Array.from(
      { length: 3_000 },
      (_, index) => `# seawall:ignore x why\nk${index}: 1 # seawall:ignore z why\n`,
    );
    expect(scopes(`first: 1\n${lines.join('')}`)).toHaveLength(6_000);
    expect(scopes(`first: 1\n${'# seawall:ignore x why\n'.repeat(6_000)}last: 1\n`).at(-1)).toBe('x 6002-6002');
  });
});
