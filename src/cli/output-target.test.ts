import { describe, expect, it } from 'vitest';
import { outputs } from '../outputs/registry.generated.ts';
import { type Surroundings, UsageError } from './command.ts';
import { checkWritable, openSink, parseOutputTargets, usesColor } from './output-target.ts';
import { surroundingsInMemory } from './surroundings-in-memory.ts';

describe('parseOutputTargets', () => {
  it('is for a person on the standard output without any', () => {
    expect(parseOutputTargets([])).toEqual([{ format: 'pretty', file: undefined }]);
  });

  it('reads formats with and without files', () => {
    expect(parseOutputTargets(['json', 'sarif=out/a=b.sarif', 'pretty=report.txt'])).toEqual([
      { format: 'json', file: undefined },
      { format: 'sarif', file: 'out/a=b.sarif' },
      { format: 'pretty', file: 'report.txt' },
    ]);
    expect(parseOutputTargets(['json=-'])).toEqual([{ format: 'json', file: undefined }]);
  });

  it.each([
    ['jsno', 'did you mean: json'],
    ['preety', 'did you mean: pretty'],
    ['toString', `formats: ${Object.keys(outputs).join(', ')}`],
    ['', `formats: ${Object.keys(outputs).join(', ')}`],
  ])('refuses the format %j, which does not exist', (format, hint) => {
    expect(() => parseOutputTargets([format])).toThrow(new UsageError(`there is no output format "${format}"`, hint));
  });

  it('refuses an empty file', () => {
    expect(() => parseOutputTargets(['json='])).toThrow(new UsageError('-o json= names no file'));
  });

  it.each([
    [['json', 'pretty'], 'the standard output'],
    [['json=-', 'pretty'], 'the standard output'],
    [['json=a', 'pretty', 'sarif=a'], 'a'],
    [['json=./a', 'sarif=b/../a'], 'a'],
  ])('refuses %j, two outputs to one place', (values, place) => {
    const error = new UsageError(`two outputs go to ${place}`, 'write: -o pretty -o sarif=report.sarif');
    expect(() => parseOutputTargets(values)).toThrow(error);
  });

  it('takes one format twice', () => {
    expect(parseOutputTargets(['json=a', 'json=b'])).toHaveLength(2);
  });
});

describe('checkWritable', () => {
  it('refuses a file that cannot be written, and asks of no other', () => {
    const asked: string[] = [];
    const surroundings = surroundingsInMemory({
      whyUnwritable(path) {
        asked.push(path);
        return path.endsWith('b') ? 'it is a folder' : undefined;
      },
    });
    const targets = parseOutputTargets(['json', 'json=a', 'sarif=/x/b']);
    expect(() => checkWritable(targets, surroundings)).toThrow(
      new UsageError('/x/b cannot be written: it is a folder', 'name a file in a folder that exists'),
    );
    expect(asked).toEqual(['/nowhere/a', '/x/b']);
  });
});

/** Surroundings with an environment, and perhaps a terminal of 120 columns as standard output. */
function given(environment: Surroundings['environment'], isTerminal: boolean): Surroundings {
  const surroundings = surroundingsInMemory({ environment });
  const stdout = { ...surroundings.stdout, isTerminal, columns: isTerminal ? 120 : undefined };
  return { ...surroundings, stdout };
}

describe('usesColor', () => {
  it.each([
    [true, {}, {}, true],
    [false, {}, {}, false],
    [true, { NO_COLOR: '1' }, {}, false],
    [true, { NO_COLOR: '' }, {}, true],
    [true, { TERM: 'dumb' }, {}, false],
    [false, { FORCE_COLOR: '1' }, {}, true],
    [false, { FORCE_COLOR: '0' }, {}, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, {}, false],
    [true, {}, { color: 'never' }, false],
    [false, { NO_COLOR: '1' }, { color: 'always' }, true],
    [true, { NO_COLOR: '1' }, { color: 'auto' }, false],
  ])('on a terminal (%j) with %j and %j is %j', (isTerminal, environment, options, expected) => {
    expect(usesColor(options, given(environment, isTerminal))).toBe(expected);
  });
});

const HINT = 'name a file in a folder that exists: -o json=FILE';

describe('openSink', () => {
  it('writes to the standard output, in large pieces', () => {
    const pieces: string[] = [];
    const stdout = { write: (text: string) => void pieces.push(text), isTerminal: false, columns: undefined };
    const open = openSink({ format: 'json', file: undefined }, {}, surroundingsInMemory({ stdout }));
    open.sink.write('a');
    open.sink.write('b');
    expect(pieces).toEqual([]);
    open.sink.write('x'.repeat(70_000));
    expect(pieces).toEqual([`ab${'x'.repeat(70_000)}`]);
    open.sink.write('c');
    open.close();
    expect(pieces.slice(1)).toEqual(['c']);
  });

  it('writes nothing where nothing is said', () => {
    const surroundings = surroundingsInMemory();
    openSink({ format: 'json', file: undefined }, {}, surroundings).close();
    expect(surroundings.written).toEqual({ stdout: '', stderr: '', files: {} });
  });

  it('writes a file from the working directory once it is complete', () => {
    const surroundings = surroundingsInMemory({ workingDirectory: '/somewhere' });
    const open = openSink({ format: 'json', file: 'out/a.json' }, {}, surroundings);
    open.sink.write('a');
    open.sink.write('x'.repeat(70_000));
    expect(surroundings.written.files).toEqual({});
    open.close();
    expect(surroundings.written).toEqual({
      stdout: '',
      stderr: '',
      files: { '/somewhere/out/a.json': `a${'x'.repeat(70_000)}` },
    });
  });

  it('says what is wrong where a file cannot be written', () => {
    const surroundings = surroundingsInMemory({
      writeFile() {
        throw new Error("ENOENT: no such file or directory, open 'out/a.json'");
      },
    });
    const open = openSink({ format: 'json', file: 'out/a.json' }, {}, surroundings);
    expect(() => open.close()).toThrow(
      new UsageError("cannot write the output: ENOENT: no such file or directory, open 'out/a.json'", HINT),
    );
  });

  it('knows the width, colors and links of a terminal', () => {
    const { sink } = openSink({ format: 'pretty', file: undefined }, {}, given({}, true));
    expect([sink.columns, sink.color, sink.links]).toEqual([120, true, true]);
    expect(sink.absolutePath('a/b.yaml')).toBe('/nowhere/a/b.yaml');
  });

  it('is 80 columns wide without color and links in a file or pipe', () => {
    const file = openSink({ format: 'pretty', file: 'a' }, { color: 'always' }, given({}, true)).sink;
    expect([file.columns, file.color, file.links]).toEqual([80, false, false]);
    const pipe = openSink({ format: 'pretty', file: undefined }, {}, given({}, false)).sink;
    expect([pipe.columns, pipe.color, pipe.links]).toEqual([80, false, false]);
    const forced = openSink({ format: 'pretty', file: undefined }, { color: 'always' }, given({}, false)).sink;
    expect([forced.color, forced.links]).toEqual([true, false]);
  });

  it('is never narrower than 40 columns', () => {
    const surroundings = given({}, true);
    const narrow = { ...surroundings, stdout: { ...surroundings.stdout, columns: 7 } };
    expect(openSink({ format: 'pretty', file: undefined }, {}, narrow).sink.columns).toBe(40);
  });
});
