import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exception, exceptionFault, parseExceptionComment, parseExceptionValue } from './exception.ts';

/** Any UTF-16 code units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe('parseExceptionComment', () => {
  it.each([
    [
      ' seawall:ignore host-pid the agent reads every process',
      ['host-pid'],
      'the agent reads every process',
      undefined,
    ],
    ['seawall:ignore host-pid,host-ipc why', ['host-pid', 'host-ipc'], 'why', undefined],
    [' seawall:ignore ,host-pid,, why', ['host-pid'], 'why', undefined],
    [' seawall:ignore host-pid, why', ['host-pid'], 'why', undefined],
    [' seawall:ignore host-pid: why', ['host-pid'], 'why', undefined],
    [' seawall:ignore host-pid — why', ['host-pid'], 'why', undefined],
    [' seawall:ignore host-pid - why: because; so -', ['host-pid'], 'why: because; so', undefined],
    [' seawall:ignore\thost-pid\twhy ', ['host-pid'], 'why', undefined],
    [' NOSONAR seawall:ignore host-pid why', ['host-pid'], 'why', undefined],
    [' seawall:ignore host-pid why until 2027-01-31', ['host-pid'], 'why', '2027-01-31'],
    [' seawall:ignore host-pid why; until 2027-01-31.', ['host-pid'], 'why', '2027-01-31'],
    [' seawall:ignore host-pid why, until 2027-01-31;', ['host-pid'], 'why', '2027-01-31'],
    [' seawall:ignore host-pid why until  2027-01-31 ,', ['host-pid'], 'why', '2027-01-31'],
    [' seawall:ignore host-pid until 2027-01-31', ['host-pid'], '', '2027-01-31'],
    [
      ' seawall:ignore host-pid until 2027-01-31 because of the agent',
      ['host-pid'],
      'because of the agent',
      '2027-01-31',
    ],
    [' seawall:ignore host-pid why, until 2027-01-31, as agreed', ['host-pid'], 'why, as agreed', '2027-01-31'],
    [' seawall:ignore host-pid why until tomorrow', ['host-pid'], 'why', 'tomorrow'],
    [' seawall:ignore host-pid why until 31.01.2027', ['host-pid'], 'why', '31.01.2027'],
    [' seawall:ignore host-pid until the agent is gone', ['host-pid'], 'until the agent is gone', undefined],
    [' seawall:ignore host-pid not until2027-01-31', ['host-pid'], 'not until2027-01-31', undefined],
    [' seawall:ignore host-pid', ['host-pid'], '', undefined],
    [' seawall:ignore', [], '', undefined],
    [' seawall:ignore: host-pid why', [], 'host-pid why', undefined],
    [' seawall:ignore host-pid a\u2028b until 2027-01-31', ['host-pid'], 'a\u2028b', '2027-01-31'],
  ])('reads %j', (comment, checks, reason, until) => {
    expect(parseExceptionComment(comment)).toEqual({ checks, terms: { reason, until, containers: [] } });
  });

  it.each(['', ' ignore host-pid', ' seawall: ignore host-pid', ' seawall:ignored host-pid', ' seawall:ignore-file x'])(
    'finds none in %j',
    (comment) => {
      expect(parseExceptionComment(comment)).toBeUndefined();
    },
  );

  it('never throws, and keeps to what was written', () => {
    const words = fc.constantFrom('seawall:ignore', ' ', ',', ';', 'until', '2027-01-31', '-', '—', 'host-pid', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, anyText)), (parts) => {
        const parsed = parseExceptionComment(parts.join(''));
        if (parsed === undefined) return;
        expect(parsed.checks.every((check) => /^[\w-]+$/.test(check))).toBe(true);
        expect(parsed.terms.reason).toBe(parsed.terms.reason.replace(/^[ \t\-–—:;,]+|[ \t\-–—:;,]+$/g, ''));
      }),
      { seed: 20_260, numRuns: 500 },
    );
  });

  it('reads a long comment in linear time', () => {
    const commas = ','.repeat(1_000_000);
    const terms = parseExceptionComment(` seawall:ignore x a${commas}b${commas}`)?.terms;
    expect(terms?.reason).toBe(`a${commas}b`);
  });
});

describe('parseExceptionValue', () => {
  it.each([
    ['the agent reads every process', 'the agent reads every process', undefined, []],
    ['why; until 2027-01-31', 'why', '2027-01-31', []],
    ['until 2027-01-31; why', 'why', '2027-01-31', []],
    ['why until 2027-01-31', 'why', '2027-01-31', []],
    ['until 2027-01-31 or so; why', 'or so; why', '2027-01-31', []],
    ['why; until 2027-01-31.', 'why', '2027-01-31', []],
    ['why; until tomorrow', 'why', 'tomorrow', []],
    ['wait until merged', 'wait until merged', undefined, []],
    ['why; container web', 'why', undefined, ['web']],
    ['why; container web, api; until 2027-01-31', 'why', '2027-01-31', ['web', 'api']],
    ['why; containers web api', 'why', undefined, ['web', 'api']],
    ['why; container web; container api', 'why', undefined, ['web', 'api']],
    ['why; container: web', 'why', undefined, ['web']],
    ['why; container', 'why', undefined, ['']],
    ['why; container ,', 'why', undefined, ['']],
    ['why; container web,; container', 'why', undefined, ['web']],
    ['one reason; another', 'one reason; another', undefined, []],
    ['containerised agent', 'containerised agent', undefined, []],
    [' ; why ;; ', 'why', undefined, []],
    ['', '', undefined, []],
  ])('reads %j', (value, reason, until, containers) => {
    expect(parseExceptionValue(value)).toEqual({ reason, until, containers });
  });

  it('never throws', () => {
    const words = fc.constantFrom('until', 'container', 'containers', ' ', ',', ';', '2027-01-31', 'web', '\n', '\0');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, anyText)), (parts) => {
        expect(Object.keys(parseExceptionValue(parts.join('')))).toEqual(['reason', 'until', 'containers']);
      }),
      { seed: 20_260, numRuns: 500 },
    );
  });

  it('reads very many clauses', () => {
    const { containers } = parseExceptionValue('container a;'.repeat(50_000));
    expect(containers.length).toBe(50_000);
  });
});

const location = { file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 };

const scope = { of: 'lines', file: 'a.yaml', firstLine: 3, lastLine: 5 } as const;

function exception(parts: Partial<Exception> = {}): Exception {
  return { check: 'host-pid', reason: 'why', until: undefined, scope, location, ...parts };
}

describe('exceptionFault', () => {
  it.each([
    [{}, undefined],
    [{ until: '2027-01-31' }, undefined],
    [{ until: '2028-02-29' }, undefined],
    [{ check: 'host-pit' }, 'there is no check "host-pit"'],
    [{ check: '' }, 'the exception names no check'],
    [{ reason: '' }, 'the exception of host-pid gives no reason'],
    [{ until: 'tomorrow' }, '"tomorrow" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-1-31' }, '"2027-1-31" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-13-01' }, '"2027-13-01" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-02-29' }, '"2027-02-29" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-04-31' }, '"2027-04-31" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-00-10' }, '"2027-00-10" is no date of the form YYYY-MM-DD'],
    [{ until: '2027-01-31T00:00' }, '"2027-01-31T00:00" is no date of the form YYYY-MM-DD'],
  ])('of %j is %j', (parts, fault) => {
    expect(exceptionFault(exception(parts), (id) => id === 'host-pid')).toBe(fault);
  });
});
