import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isObject, valueAt } from '../../core/json.ts';
import { formatPath, type Path } from '../../core/path.ts';
import { intendedValue } from '../../fix/field-edit.ts';
import { applyEdits, type TextEdit } from '../edit.ts';
import { readText } from '../read.ts';
import { removedPath } from '../removed-path.ts';
import { appendEdit, removeEdit, setEdit } from './edit.ts';

/** Text that a careless writer would get wrong. */
const STRINGS = [
  '§ x§x §yes§off§y§null§~§1§1.0§0x1F§0o17§1_000§.inf§1e3§1:30§2020-01-01§-§---§--- a§...§<<§=§"q"§it\'s§plain',
  '- a§a: b§a #b§#x§*x§&x§!x§[a§{b§]§@x§`x§%x§|§>§,§-x§:x§?x§a,b§x:§registry:5000/a?b@c§é§😀',
  'line\nnext\n§line\n\nnext§text\n\n§\n§\r\n§tab\tx§\u2028§\u0007§\ufeff§\u0085',
].flatMap((line) => line.split('§'));
const KEYS = [
  'a',
  'b',
  'name',
  'spec',
  'app.kubernetes.io/name',
  'y',
  '1',
  'two words',
  '__proto__',
  '1.0',
  'a: b',
  '',
];

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...STRINGS),
  fc.constantFrom(true, false, null, 0, 7, -1, 0.5, 1e21, 2 ** 60, 1e-7, 1000),
);
const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** Text that may be written below a `|`. */
const IS_LINES = /^(?:[a-z]+\n+)+$|^[a-z]+\n+[a-z]+$/;

/** Draws one choice after another, so that a document can be printed in a hundred ways. */
type Choose = (count: number) => number;

interface Comment {
  readonly text: string;
  readonly owner: Path;
  readonly isAbove: boolean;
}

/** What stands behind an indicator, and the lines below it. */
interface Behind {
  readonly rest: string;
  readonly lines: string[];
  /** True if the first line may end in a comment of the entry. */
  readonly isOpen: boolean;
}

interface Printed {
  readonly lines: string[];
  readonly comments: Comment[];
}

/** Prints a value in random styles; every comment is different and knows the entry it belongs to. */
function print(root: unknown, step: number, choose: Choose): Printed {
  const comments: Comment[] = [];
  /** Blank lines behind a `|+` would belong to it: a document has one or the other. */
  const keepsBreaks = choose(2) === 0;

  function comment(owner: Path, isAbove: boolean): string {
    const written = `# note-${comments.length}-`;
    comments.push({ text: written, owner, isAbove });
    return written;
  }

  function trailing(path: Path): string {
    return choose(4) === 0 ? `${' '.repeat(1 + choose(2))}${comment(path, false)}` : choose(8) === 0 ? '  ' : '';
  }

  function above(path: Path, indentation: string): string[] {
    const lines = !keepsBreaks && choose(6) === 0 ? [''] : [];
    return choose(5) === 0 ? [...lines, `${indentation}${comment(path, true)}`] : lines;
  }

  function node(content: unknown, path: Path, column: number, isItem: boolean): Behind {
    const isEmpty = typeof content === 'object' && content !== null && Object.keys(content).length === 0;
    if (typeof content !== 'object' || content === null || isEmpty || choose(5) === 0) {
      return inline(content, path, column);
    }
    const offset = isItem ? 2 : Array.isArray(content) ? (choose(2) === 0 ? 0 : step) : step;
    const lines = block(content, path, column + offset);
    const first = lines[0] ?? '';
    const isCompact = isItem && choose(6) > 0 && !/^\s*(#|$)/.test(first);
    if (!isCompact) return { rest: trailing(path), lines, isOpen: false };
    return { rest: ` ${first.trimStart()}`, lines: lines.slice(1), isOpen: false };
  }

  function inline(content: unknown, path: Path, column: number): Behind {
    const isKept = typeof content === 'string' && content.endsWith('\n\n');
    if (typeof content === 'string' && IS_LINES.test(content) && (!isKept || keepsBreaks) && choose(3) > 0) {
      const chomping = isKept ? '+' : content.endsWith('\n') ? '' : '-';
      const lines = content.replace(/\n$/, '').split('\n');
      const rest = ` |${chomping}${choose(4) === 0 ? ` ${comment(path, false)}` : ''}`;
      const indentation = ' '.repeat(column + 1 + choose(2));
      return { rest, lines: lines.map((line) => (line === '' ? '' : indentation + line)), isOpen: false };
    }
    if (content === null && choose(2) === 0) return { rest: trailing(path), lines: [], isOpen: false };
    const written = flow(content, column + 2);
    const lines = written.split('\n');
    const rest = ` ${lines.shift()}`;
    return { rest, lines: appendToLast(lines, path), isOpen: lines.length === 0 };
  }

  function appendToLast(lines: string[], path: Path): string[] {
    return lines.length === 0 ? lines : [...lines.slice(0, -1), `${lines.at(-1)}${trailing(path)}`];
  }

  function flow(content: unknown, column: number): string {
    if (typeof content !== 'object' || content === null) return text(content);
    const entries = Array.isArray(content)
      ? content.map((item: unknown) => flow(item, column + 2))
      : Object.entries(content).map(([key, entry]: [string, unknown]) => `${text(key)}: ${flow(entry, column + 2)}`);
    const [open, close] = Array.isArray(content) ? ['[', ']'] : ['{', '}'];
    if (entries.length === 0) return open + [' ', ''][choose(2)] + close;
    const comma = choose(5) === 0 ? ',' : '';
    if (choose(4) > 0) return `${open}${entries.join(', ')}${comma}${close}`;
    const indentation = `\n${' '.repeat(column)}`;
    const lines = entries.map((entry, index) => {
      const isLast = index === entries.length - 1;
      return `${indentation}  ${entry}${isLast ? comma : ','}`;
    });
    return open + lines.join('') + (choose(3) > 0 ? indentation : '') + close;
  }

  function text(content: unknown): string {
    if (typeof content !== 'string') return content === 2 ** 60 ? '1.152921504606847e18' : String(content);
    if (/^(?:[a-z]{2,}|plain)$/.test(content) && !/^(?:yes|off|null)$/.test(content) && choose(3) > 0) return content;
    if (/^[ -~]*$/.test(content) && choose(3) === 0) return `'${content.replaceAll("'", "''")}'`;
    return JSON.stringify(content).replace(/[\u0085\u2028\ufeff]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  }

  function block(content: object, path: Path, column: number): string[] {
    const indentation = ' '.repeat(column);
    return Object.entries(content).flatMap(([key, entry]: [string, unknown]) => {
      const isItem = Array.isArray(content);
      const at = [...path, isItem ? Number(key) : key];
      const before = above(at, indentation);
      const { rest, lines, isOpen } = node(entry, at, column, isItem);
      return [
        ...before,
        `${indentation}${isItem ? '-' : `${text(key)}:`}${rest}${isOpen ? trailing(at) : ''}`,
        ...lines,
      ];
    });
  }

  if (typeof root !== 'object' || root === null || Object.keys(root).length === 0)
    return { lines: [flow(root, 0)], comments };
  return { lines: block(root, [], 0), comments };
}

/** Every path of a value, the root first, and beside each mapping and list one that is not there. */
function pathsOf(root: unknown, path: Path = []): Path[] {
  if (Array.isArray(root)) {
    return [path, ...root.flatMap((item: unknown, index) => pathsOf(item, [...path, index])), [...path, root.length]];
  }
  if (!isObject(root)) return root === null ? [path, [...path, 'new', 'deep']] : [path];
  const present = Object.entries(root).flatMap(([key, entry]) => pathsOf(entry, [...path, key]));
  return [path, ...present, [...path, 'new'], [...path, 'new', 'deep', 0, 'deeper']];
}

type Operation = 'set' | 'remove' | 'append';

function edit(is: Operation, text: string, path: Path, added: unknown): TextEdit[] {
  const document = readText(text, 'a.yaml').documents[0];
  if (document === undefined) throw new Error('the printed text has no document');
  if (is === 'remove') return removeEdit(text, document, path);
  return is === 'set' ? setEdit(text, document, path, added) : appendEdit(text, document, path, added);
}

function operationOn(root: unknown, draw: Choose): { is: Operation; path: Path } | undefined {
  const paths = pathsOf(root).filter((path) => path.length > 0);
  const path = paths[draw(paths.length)];
  if (path === undefined) return undefined;
  const present = valueAt(root, path);
  const mayAppend = present === undefined || present === null || Array.isArray(present);
  const is = (['set', 'remove', 'append'] as const)[draw(3)] ?? 'set';
  return { is: is === 'append' && !mayAppend ? 'set' : is, path };
}

/** The comments that have to outlive an edit: all but those inside what it takes away. */
function keptComments(comments: readonly Comment[], is: Operation, path: Path, root: unknown): string[] {
  const gone = is === 'remove' ? (removedPath(root, path) ?? []) : path;
  const mayGo = ({ owner, isAbove }: Comment): boolean => {
    if (is !== 'remove' && valueAt(root, path) === undefined) return false;
    if (is === 'append' && Array.isArray(valueAt(root, path))) return false;
    if (owner.length < gone.length || !gone.every((segment, index) => owner[index] === segment)) return false;
    if (owner.length > gone.length) return true;
    return is === 'remove' && !isAbove;
  };
  return comments.filter((comment) => !mayGo(comment)).map(({ text }) => text);
}

function read(text: string): unknown {
  const { documents, problems } = readText(text, 'a.yaml');
  expect(problems).toEqual([]);
  return documents[0]?.value;
}

function oracle(text: string): unknown {
  const [document] = parseAllDocuments(text);
  if (document === undefined || !('toJS' in document)) return undefined;
  expect(document.errors).toEqual([]);
  return document.toJS();
}

/** Fixed, so that a run can be repeated; RUNS and SEED search further. */
const RUNS = { numRuns: Number(process.env['RUNS'] ?? 300), seed: Number(process.env['SEED'] ?? 20_240) };
const choices = fc.infiniteStream(fc.nat({ max: 1 << 20 }));

describe('edits of random YAML', () => {
  it('change their field and nothing else, and once is enough', () => {
    fc.assert(
      fc.property(
        value,
        value,
        choices,
        fc.boolean(),
        fc.constantFrom(2, 4),
        (root, added, stream, isWindows, step) => {
          const choose: Choose = (count) => (stream.next().value ?? 0) % count;
          const operation = operationOn(root, choose);
          if (operation === undefined) return;
          const { is, path } = operation;
          const { lines, comments } = print(root, step, choose);
          const newline = isWindows ? '\r\n' : '\n';
          const isOpen = choose(5) === 0 && !/^[ ]*[a-z]*$/.test(lines.at(-1) ?? '');
          const text = [...lines, ...(isOpen ? [] : [''])].join(newline);
          expect(read(text)).toEqual(root);
          expect(oracle(text)).toEqual(root);

          const edits = edit(is, text, path, added);
          const edited = applyEdits(text, edits);
          const label = `${is} ${formatPath(path)} ${JSON.stringify(added)}\n${text}\n=>\n${edited}`;
          const intended = intendedValue(root, is === 'remove' ? { is } : { is, value: added }, path);
          expect(read(edited), label).toEqual(intended);
          expect(oracle(edited), label).toEqual(intended);
          const gone = edits.map(({ start, end }) => text.slice(start, end)).join('');
          const isAdded = is !== 'remove' && (is === 'append' || valueAt(root, path) === undefined);
          if (isAdded) expect(gone, label).toMatch(/^\s*(?:null|\{ ?\}|\[ ?\])?$/);
          if (is === 'remove') expect(edits.map((each) => each.text).join(''), label).toMatch(/^(?:\{\}|\[\])?$/);
          for (const comment of keptComments(comments, is, path, root)) expect(edited, label).toContain(comment);
          if (text.includes('\r\n')) expect(edited.replaceAll('\r\n', ''), label).not.toContain('\n');
          if (is === 'set' || (is === 'remove' && typeof removedPath(root, path)?.at(-1) === 'string')) {
            expect(edit(is, edited, path, added), label).toEqual([]);
          }
        },
      ),
      RUNS,
    );
  });
});

describe('edits of random JSON', () => {
  it('change their field and nothing else, and the text stays JSON in its layout', () => {
    const space = fc.constantFrom(0, 2, 4, '\t');
    fc.assert(
      fc.property(value, value, choices, space, (root, added, stream, unit) => {
        const choose: Choose = (count) => (stream.next().value ?? 0) % count;
        const operation = operationOn(root, choose);
        if (operation === undefined || typeof root !== 'object' || root === null) return;
        const { is, path } = operation;
        const text = JSON.stringify(root, null, unit);
        const edited = applyEdits(text, edit(is, text, path, added));
        const intended = intendedValue(root, is === 'remove' ? { is } : { is, value: added }, path);
        const label = `${is} ${formatPath(path)} ${JSON.stringify(added)}\n${text}\n=>\n${edited}`;
        expect(JSON.parse(edited), label).toEqual(intended);
      }),
      RUNS,
    );
  });
});
