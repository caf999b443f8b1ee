import { describe, expect, it } from 'vitest';
import { logicOf } from './logic.ts';
import { parseModule } from './syntax.ts';

function logicTexts(source: string): string[] {
  return logicOf(parseModule(source)).map(({ start, end }) => source.slice(start, end));
}

describe('logicOf', () => {
  it('is evaluate with the functions and constants that it uses, directly or through others', () => {
    const source = `import { other } from './other.ts';
const FOLDERS = ['/proc', '/sys'];
const UNUSED = ['/tmp'];
export default defineCheck({
  id: 'sample',
  evaluate(judged, report) {
    if (isFine(judged) || other(judged)) report.fail('shared');
  },
});
function isFine(judged: { path: string }): boolean {
  return FOLDERS.includes(judged.path);
}
function unused() {}
`;
    expect(logicTexts(source)).toEqual([
      "['/proc', '/sys']",
      "(judged, report) {\n    if (isFine(judged) || other(judged)) report.fail('shared');\n  }",
      'function isFine(judged: { path: string }): boolean {\n  return FOLDERS.includes(judged.path);\n}',
    ]);
  });

  it('takes a name of its own for no constant of the module', () => {
    const source = `const account = 'yaml';
const name = 'yaml';
const inner = 'yaml';
const rest = 'yaml';
export default defineCheck({ evaluate: ({ name, ...rest }, [inner = 1]) => { const account = 1; return account + name + inner + rest; } });
`;
    expect(logicTexts(source)).toHaveLength(1);
  });

  it('takes the name of a field for no constant of the module', () => {
    const source = `const pod = 'yaml';
const key = 'yaml';
const shorthand = 'yaml';
const computed = 'yaml';
export default defineCheck({ evaluate: (judged) => [judged.pod, { key: 1, shorthand }, judged[computed]] });
`;
    expect(logicTexts(source)).toEqual([
      "'yaml'",
      "'yaml'",
      '(judged) => [judged.pod, { key: 1, shorthand }, judged[computed]]',
    ]);
  });

  it('comes to an end with functions that call each other', () => {
    const source = `export default defineCheck({ evaluate });
function evaluate() { first(); }
function first() { second(); }
function second() { first(); }
`;
    expect(logicTexts(source)).toEqual([
      'evaluate',
      'function evaluate() { first(); }',
      'function first() { second(); }',
      'function second() { first(); }',
    ]);
  });

  it.each(['export const a = 1;', 'export default 1;', 'export default defineCheck({});', 'export default f(1);'])(
    'refuses %s',
    (source) => {
      expect(() => logicTexts(source)).toThrow(new Error('exports no defineCheck({ … evaluate … }) by default'));
    },
  );
});
