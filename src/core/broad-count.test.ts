import { expect, it } from 'vitest';
import { createBroadCount } from './broad-count.ts';
import { type Exception, everyCheck } from './exception.ts';

function exceptionAt(line: number, peer: string): Exception {
  const location = { file: 'a.yaml', line, column: 1, endLine: line, endColumn: 9 };
  const scope = { of: 'lines', file: 'a.yaml', firstLine: line, lastLine: line } as const;
  return { check: everyCheck, reason: 'why', until: undefined, scope, location, peer };
}

it('counts findings and places of each tool', () => {
  const count = createBroadCount();
  const [first, second] = [exceptionAt(3, 'KICS'), exceptionAt(7, 'KICS')];
  for (const exception of [first, first, second, exceptionAt(9, 'Polaris')]) count.add(exception);
  expect(count.diagnostics()).toEqual([
    {
      code: 'peer-exception-broad',
      message: 'KICS is told to ignore everything in 2 places; accepted there: 3 findings',
      hint: 'name the checks that are meant',
      file: 'a.yaml',
      location: first.location,
    },
    {
      code: 'peer-exception-broad',
      message: 'Polaris is told to ignore everything in 1 place; accepted there: 1 finding',
      hint: 'name the checks that are meant',
      file: 'a.yaml',
      location: exceptionAt(9, 'Polaris').location,
    },
  ]);
});

it('says nothing of nothing', () => {
  expect(createBroadCount().diagnostics()).toEqual([]);
});
