import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { coveredChecks, foldFindings } from './fold.ts';

function finding(check: string, field: string, parts: Partial<Finding> & { object?: string } = {}): Finding {
  const { object = 'Pod shop/web', ...rest } = parts;
  return {
    check,
    severity: 'medium',
    inventory: 'files',
    subject: { kind: 'Pod', namespace: 'shop', name: 'web' },
    messageId: 'wrong',
    message: 'is wrong',
    data: {},
    locations: [],
    path: field,
    fact: { inventory: 'files', object, field },
    fingerprint: `${check} ${object} ${field}`,
    assuming: [],
    ...rest,
  };
}

const accepted = { accepted: { reason: 'known' } };
const nobody = new Map<string, string>();

function covers(direct: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Set([...Object.keys(direct), ...Object.values(direct).flat()]);
  return coveredChecks([...ids].map((id) => ({ id, covers: direct[id] ?? [] })));
}

/** The folded findings as `leader: covered, covered`. */
function folded(
  findings: readonly Finding[],
  who: ReadonlyMap<string, ReadonlySet<string>>,
  owners: ReadonlyMap<string, string> = nobody,
): string[] {
  return foldFindings(findings, who, owners).map(({ finding: leader, covered }) =>
    [leader.fingerprint, ...covered.map(({ fingerprint }) => `  ${fingerprint}`)].join('\n'),
  );
}

describe('coveredChecks', () => {
  it('follows covers over any number of steps', () => {
    expect(covers({ a: ['b'], b: ['c', 'd'], d: ['e'] })).toEqual(
      new Map([
        ['a', new Set(['b', 'd', 'e', 'c'])],
        ['b', new Set(['d', 'e', 'c'])],
        ['d', new Set(['e'])],
      ]),
    );
  });

  it('never says that a check covers itself, not even in a circle', () => {
    expect(covers({ a: ['b'], b: ['a', 'b'] })).toEqual(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    );
  });

  it('keeps a covered check that does not run', () => {
    expect(coveredChecks([{ id: 'a', covers: ['absent'] }])).toEqual(new Map([['a', new Set(['absent'])]]));
  });
});

describe('foldFindings', () => {
  it('leaves findings alone that no check covers', () => {
    const findings = [finding('a', 'spec.x'), finding('b', 'spec.x')];
    expect(folded(findings, covers({}))).toEqual(['a Pod shop/web spec.x', 'b Pod shop/web spec.x']);
  });

  it('folds findings on one fact, and on facts inside of one another, in their order', () => {
    const findings = [
      finding('inner', 'spec.list[a].deep'),
      finding('lead', 'spec.list[a]'),
      finding('outer', 'spec.list'),
      finding('inner', 'spec.list[b]'),
    ];
    expect(folded(findings, covers({ lead: ['inner', 'outer'] }))).toEqual([
      'lead Pod shop/web spec.list[a]\n  inner Pod shop/web spec.list[a].deep\n  outer Pod shop/web spec.list',
      'inner Pod shop/web spec.list[b]',
    ]);
  });

  it('folds a chain into its first link', () => {
    const findings = [finding('c', 'spec.x'), finding('b', 'spec.x'), finding('a', 'spec.x')];
    expect(folded(findings, covers({ a: ['b'], b: ['c'] }))).toEqual([
      'a Pod shop/web spec.x\n  c Pod shop/web spec.x\n  b Pod shop/web spec.x',
    ]);
  });

  it('covers over a link that found nothing', () => {
    const findings = [finding('a', 'spec.x'), finding('c', 'spec.x')];
    expect(folded(findings, covers({ a: ['b'], b: ['c'] }))).toEqual([
      'a Pod shop/web spec.x\n  c Pod shop/web spec.x',
    ]);
  });

  it('folds a finding into the first leader only', () => {
    const findings = [finding('a', 'spec'), finding('b', 'spec.x'), finding('c', 'spec.x')];
    expect(folded(findings, covers({ a: ['c'], b: ['c'] }))).toEqual([
      'a Pod shop/web spec\n  c Pod shop/web spec.x',
      'b Pod shop/web spec.x',
    ]);
  });

  it('folds ten thousand findings on one object without comparing each with each', () => {
    const findings = Array.from({ length: 5_000 }, (_, index) => [
      finding('a', `spec.containers[c${index}].x`),
      finding('b', `spec.containers[c${index}].x`),
    ]).flat();
    const pairs = foldFindings(findings, covers({ a: ['b'] }), nobody);
    expect(pairs.map(({ covered }) => covered.length)).toEqual(Array.from({ length: 5_000 }, () => 1));
  });

  it('neither covers with an accepted finding nor covers one', () => {
    const who = covers({ a: ['b'] });
    expect(folded([finding('a', 'spec.x', accepted), finding('b', 'spec.x')], who)).toEqual(['b Pod shop/web spec.x']);
    expect(folded([finding('a', 'spec.x'), finding('b', 'spec.x', accepted)], who)).toEqual(['a Pod shop/web spec.x']);
  });

  it('never folds between objects or inventories', () => {
    const elsewhere = { inventory: 'production', object: 'Pod shop/web', field: 'spec.x' };
    const findings = [
      finding('a', 'spec.x'),
      finding('b', 'spec.x', { object: 'Pod shop/api' }),
      finding('b', 'spec.x', { fact: elsewhere }),
    ];
    expect(foldFindings(findings, covers({ a: ['b'] }), nobody)).toEqual(
      findings.map((one) => ({ finding: one, covered: [] })),
    );
  });

  it('shows the findings of checks that cover each other once', () => {
    const findings = [finding('a', 'spec.x'), finding('b', 'spec.x')];
    expect(folded(findings, covers({ a: ['b'], b: ['a'] }))).toEqual([
      'a Pod shop/web spec.x\n  b Pod shop/web spec.x',
    ]);
  });
});

describe('foldFindings of objects with owners', () => {
  const owners = new Map([['files\nPod shop/web-1', 'files\nDeployment shop/web']]);
  const ofPod = finding('a', 'spec.x', { object: 'Pod shop/web-1' });
  const ofOwner = finding('a', 'spec.x', { object: 'Deployment shop/web' });

  it('drops the finding of a pod whose owner has the same', () => {
    expect(folded([ofPod, ofOwner], covers({}), owners)).toEqual([
      'a Deployment shop/web spec.x\n  a Pod shop/web-1 spec.x',
    ]);
  });

  it.each([
    ['field', { ...ofPod, fact: { ...ofPod.fact, field: 'spec.y' } }],
    ['message', { ...ofPod, messageId: 'other' }],
    ['check', { ...ofPod, check: 'b' }],
  ])('keeps the finding of a pod that differs in its %s', (_what, different) => {
    expect(foldFindings([different, ofOwner], covers({}), owners)).toHaveLength(2);
  });

  it("keeps the finding of a pod where the owner's is accepted", () => {
    expect(folded([ofPod, { ...ofOwner, ...accepted }], covers({}), owners)).toEqual(['a Pod shop/web-1 spec.x']);
  });

  it('keeps the finding of a pod whose owner was not judged', () => {
    expect(folded([ofPod], covers({}), owners)).toEqual(['a Pod shop/web-1 spec.x']);
  });

  it('keeps one finding of objects that own each other in a circle', () => {
    const names = ['a', 'b', 'c'];
    const findings = names.map((name) => finding('check', 'spec.x', { object: `Pod ${name}` }));
    const circle = new Map([
      ['files\nPod a', 'files\nPod c'],
      ['files\nPod b', 'files\nPod a'],
      ['files\nPod c', 'files\nPod b'],
    ]);
    expect(folded(findings, covers({}), circle)).toEqual([
      'check Pod c spec.x\n  check Pod a spec.x\n  check Pod b spec.x',
    ]);
  });

  it('keeps the finding of an object that owns itself', () => {
    const self = new Map([['files\nPod shop/web-1', 'files\nPod shop/web-1']]);
    expect(folded([ofPod], covers({}), self)).toEqual(['a Pod shop/web-1 spec.x']);
  });

  it("folds what the owner's finding covers into the owner's", () => {
    const findings = [ofPod, finding('b', 'spec.x', { object: 'Pod shop/web-1' }), ofOwner];
    expect(folded(findings, covers({ a: ['b'] }), owners)).toEqual([
      'a Deployment shop/web spec.x\n  a Pod shop/web-1 spec.x\n  b Pod shop/web-1 spec.x',
    ]);
  });
});
