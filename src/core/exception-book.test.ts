import { describe, expect, it } from 'vitest';
import type { Exception } from './exception.ts';
import { createExceptionBook } from './exception-book.ts';
import type { Finding } from './finding.ts';

const settings = {
  checks: [{ id: 'host-pid' }, { id: 'host-ipc' }],
  isCheck: (id: string) => id.startsWith('host-'),
  today: '2026-11-21',
};

function exception(parts: Partial<Exception> = {}, line = 3): Exception {
  return {
    check: 'host-pid',
    reason: 'the agent needs it',
    until: undefined,
    scope: { of: 'lines', file: 'a.yaml', firstLine: line, lastLine: line },
    location: { file: 'a.yaml', line, column: 12, endLine: line, endColumn: 40 },
    ...parts,
  };
}

const finding: Finding = {
  check: 'host-pid',
  severity: 'high',
  inventory: 'files',
  subject: { kind: 'Pod', namespace: 'shop', name: 'web' },
  messageId: 'shares',
  message: 'shares the process IDs of the node',
  data: {},
  locations: [{ file: 'a.yaml', line: 3, column: 12, endLine: 3, endColumn: 16, path: 'spec.hostPID' }],
  path: 'spec.hostPID',
  fact: { inventory: 'files', object: 'Pod shop/web', field: 'spec.hostPID' },
  fingerprint: '0000000000000000',
  assuming: [],
};

function shown(exceptions: readonly Exception[]): { finding: Finding; diagnostics: unknown[] } {
  const book = createExceptionBook(exceptions, settings);
  const accepted = book.accept(finding);
  return {
    finding: accepted,
    diagnostics: book.diagnostics().map(({ code, message, hint, location }) => [code, message, hint, location?.line]),
  };
}

const writeLike = 'write: seawall:ignore CHECK reason until YYYY-MM-DD';

describe('an exception book', () => {
  it('accepts a finding with the reason, and says nothing of the exception', () => {
    expect(shown([exception()])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it' } },
      diagnostics: [],
    });
  });

  it('accepts through the last day', () => {
    expect(shown([exception({ until: '2026-11-21' })])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it', until: '2026-11-21' } },
      diagnostics: [],
    });
  });

  it('does not accept from the day after, and says so', () => {
    expect(shown([exception({ until: '2026-11-20' })])).toEqual({
      finding,
      diagnostics: [
        [
          'exception-expired',
          'the exception of host-pid held until 2026-11-20',
          'mend the finding, or set a later date',
          3,
        ],
      ],
    });
  });

  it('says which exceptions match nothing', () => {
    expect(shown([exception(), exception({}, 4)])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it' } },
      diagnostics: [['exception-unmatched', 'the exception of host-pid matches no finding', 'remove it', 4]],
    });
  });

  it('says of an expired exception that matches nothing that it matches nothing', () => {
    expect(shown([exception({ until: '2020-01-01' }, 4)]).diagnostics).toEqual([
      ['exception-unmatched', 'the exception of host-pid matches no finding', 'remove it', 4],
    ]);
  });

  it('says nothing of an exception whose check did not run', () => {
    expect(shown([exception({ check: 'host-port' })])).toEqual({ finding, diagnostics: [] });
  });

  it.each([
    [{ reason: '' }, 'the exception of host-pid gives no reason'],
    [{ until: 'soon' }, '"soon" is no date of the form YYYY-MM-DD'],
    [{ check: 'hots-pid' }, 'there is no check "hots-pid"'],
    [{ check: '' }, 'the exception names no check'],
  ])('accepts nothing with %j, and says why', (parts, message) => {
    expect(shown([exception(parts)])).toEqual({
      finding,
      diagnostics: [['exception-invalid', message, writeLike, 3]],
    });
  });

  it('takes the first exception that holds, and counts all that match as used', () => {
    const exceptions = [
      exception({ until: '2020-01-01', reason: 'expired' }),
      exception({ reason: 'first' }),
      exception({ reason: 'second' }),
    ];
    expect(shown(exceptions)).toEqual({
      finding: { ...finding, accepted: { reason: 'first' } },
      diagnostics: [
        [
          'exception-expired',
          'the exception of host-pid held until 2020-01-01',
          'mend the finding, or set a later date',
          3,
        ],
      ],
    });
  });

  it('points at the exception, not at the finding', () => {
    const book = createExceptionBook([exception({ reason: '' }, 7)], settings);
    expect(book.diagnostics()).toEqual([
      {
        code: 'exception-invalid',
        message: 'the exception of host-pid gives no reason',
        hint: writeLike,
        file: 'a.yaml',
        location: { file: 'a.yaml', line: 7, column: 12, endLine: 7, endColumn: 40 },
      },
    ]);
  });

  it('does not mark what no exception matches', () => {
    const book = createExceptionBook([], settings);
    expect(book.accept(finding)).toBe(finding);
    expect(book.diagnostics()).toEqual([]);
  });
});

describe('an exception of the configuration', () => {
  const terms = { of: 'findings', checks: new Set(['host-pid', 'host-ipc']), isPartial: false } as const;

  it('accepts what meets its terms, with who answers for it', () => {
    const scope = { ...terms, matches: ({ subject }: Pick<Finding, 'subject'>) => subject.name === 'web' };
    expect(shown([exception({ check: 'host-*', scope, owner: 'platform team' })])).toEqual({
      finding: {
        ...finding,
        accepted: { reason: 'the agent needs it', owner: 'platform team', isConfigured: true },
      },
      diagnostics: [],
    });
  });

  it('is reported where it matches nothing, unless its checks did not run or the scan is partial', () => {
    const scope = { ...terms, matches: () => false };
    const unmatched = ['exception-unmatched', 'the exception of host-* matches no finding', 'remove it', 3];
    expect(shown([exception({ check: 'host-*', scope })])).toEqual({ finding, diagnostics: [unmatched] });
    const notRun = { ...scope, checks: new Set(['host-port']) };
    expect(shown([exception({ check: 'host-port', scope: notRun })]).diagnostics).toEqual([]);
    expect(shown([exception({ check: 'host-*', scope: { ...scope, isPartial: true } })]).diagnostics).toEqual([]);
  });

  it('expires', () => {
    const scope = { ...terms, matches: () => true };
    expect(shown([exception({ check: 'host-*', scope, until: '2026-11-20' })])).toEqual({
      finding,
      diagnostics: [
        [
          'exception-expired',
          'the exception of host-* held until 2026-11-20',
          'mend the finding, or set a later date',
          3,
        ],
      ],
    });
  });
});

function baseline(fingerprints: readonly string[], parts: Partial<Exception> = {}, isPartial = false): Exception {
  return exception({ check: '', scope: { of: 'fingerprints', fingerprints, isPartial }, ...parts });
}

describe('a baseline', () => {
  const others = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(16));

  it('accepts findings by their fingerprints', () => {
    expect(shown([baseline([finding.fingerprint])])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it', isConfigured: true } },
      diagnostics: [],
    });
  });

  it('says how much of it matches nothing', () => {
    expect(shown([baseline([finding.fingerprint, ...others])]).diagnostics).toEqual([
      [
        'exception-unmatched',
        '6 of the 7 fingerprints of the baseline match no finding',
        `remove them: ${others.slice(0, 5).join(', ')}, …`,
        3,
      ],
    ]);
    expect(shown([baseline(others)]).diagnostics).toEqual([
      ['exception-unmatched', 'the baseline matches no finding', 'remove it', 3],
    ]);
  });

  it('says nothing of that where the scan is partial', () => {
    expect(shown([baseline([finding.fingerprint, ...others], {}, true)]).diagnostics).toEqual([]);
    expect(shown([baseline(others, {}, true)]).diagnostics).toEqual([]);
  });

  it('expires as a whole', () => {
    expect(shown([baseline([finding.fingerprint, ...others], { until: '2026-11-20' })])).toEqual({
      finding,
      diagnostics: [
        ['exception-expired', 'the baseline held until 2026-11-20', 'mend the finding, or set a later date', 3],
      ],
    });
  });
});

describe('an exception in the form of another tool', () => {
  const peer = 'Trivy';

  it('accepts a finding like any other', () => {
    expect(shown([exception({ peer, reason: "accepted by Trivy's comment" })])).toEqual({
      finding: { ...finding, accepted: { reason: "accepted by Trivy's comment" } },
      diagnostics: [],
    });
  });

  it('may match nothing', () => {
    expect(shown([exception({ peer }, 9)])).toEqual({ finding, diagnostics: [] });
  });

  it('may be of a check that is not there yet', () => {
    expect(shown([exception({ peer, check: 'later' })])).toEqual({ finding, diagnostics: [] });
  });

  it('ends on its day', () => {
    expect(shown([exception({ peer, until: '2026-11-20' })])).toEqual({
      finding,
      diagnostics: [
        [
          'exception-expired',
          'the exception of host-pid held until 2026-11-20',
          'mend the finding, or set a later date',
          3,
        ],
      ],
    });
  });

  it('needs a date that is one', () => {
    const message = '"soon" is no date of the form YYYY-MM-DD, in the form of Trivy';
    expect(shown([exception({ peer, until: 'soon' })])).toEqual({
      finding,
      diagnostics: [['exception-invalid', message, undefined, 3]],
    });
  });

  it('may be of everything, which is counted', () => {
    const message = 'Trivy is told to ignore everything in 1 place; accepted there: 1 finding';
    expect(shown([exception({ peer, check: '*' })])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it' } },
      diagnostics: [['peer-exception-broad', message, 'name the checks that are meant', 3]],
    });
  });

  it('of everything is not counted where another comes first', () => {
    expect(shown([exception(), exception({ peer, check: '*', reason: 'all' })])).toEqual({
      finding: { ...finding, accepted: { reason: 'the agent needs it' } },
      diagnostics: [],
    });
  });

  it('is the only one that may be of everything', () => {
    const { diagnostics } = shown([exception({ check: '*' })]);
    expect(diagnostics).toEqual([['exception-invalid', 'there is no check "*"', writeLike, 3]]);
  });
});
