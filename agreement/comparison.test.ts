import { describe, expect, it } from 'vitest';
import { compareCorpus, tally } from './comparison.ts';
import type { Answer, Case, Corpus, Judgement } from './corpus.ts';

function corpusOf(answers: Readonly<Record<string, () => Judgement>>): Corpus {
  return {
    name: 'ports',
    groupedBy: ['protocol'],
    read: () => Object.keys(answers).map((id): Case => ({ id, groups: [['TCP']], caveats: [], expected: 'open' })),
    judge: ({ id }) => answers[id]?.() ?? { is: 'left-out', name: id, why: 'not there' },
  };
}

function judged(answer: Answer): () => Judgement {
  return () => ({ is: 'judged', answer, ours: 'shut', evidence: 'a wall' });
}

function leftOut(): Judgement {
  return { is: 'left-out', name: 'SCTP', why: 'not read yet' };
}

function crash(): Judgement {
  throw new Error('out of luck');
}

describe('compareCorpus', () => {
  it('judges every case, and keeps apart what cannot be judged', () => {
    const corpus = corpusOf({ a: judged('agree'), b: leftOut });
    expect(compareCorpus(corpus, '/ports', () => false)).toEqual({
      name: 'ports',
      groupedBy: ['protocol'],
      cases: [
        {
          compared: { id: 'a', groups: [['TCP']], caveats: [], expected: 'open' },
          standing: 'agree',
          judgement: { is: 'judged', answer: 'agree', ours: 'shut', evidence: 'a wall' },
        },
      ],
      leftOut: [{ id: 'b', name: 'SCTP', why: 'not read yet' }],
    });
  });

  it('takes disputed cases that do not agree out of the disagreements', () => {
    const answers = { a: judged('agree'), b: judged('disagree'), c: judged('unknown'), d: judged('disagree') };
    const { cases } = compareCorpus(corpusOf(answers), '/ports', (id) => id !== 'd');
    expect(cases.map(({ standing }) => standing)).toEqual(['agree', 'disputed', 'disputed', 'disagree']);
  });

  it('goes on after a case that crashes the engine, whose answer is unknown', () => {
    const { cases } = compareCorpus(corpusOf({ a: crash, b: judged('agree') }), '/ports', () => false);
    expect(cases.map(({ standing }) => standing)).toEqual(['unknown', 'agree']);
    expect(cases[0]?.judgement.evidence).toBe('the engine crashed: out of luck');
  });

  it('refuses a folder without a case', () => {
    expect(() => compareCorpus(corpusOf({}), '/ports', () => false)).toThrow(new Error('/ports holds no case'));
  });
});

describe('tally', () => {
  it('counts each standing', () => {
    const answers = { a: judged('agree'), b: judged('disagree'), c: judged('unknown'), d: judged('disagree') };
    const { cases } = compareCorpus(corpusOf(answers), '/ports', (id) => id === 'd');
    expect(tally(cases)).toEqual({ cases: 4, agree: 1, disagree: 1, disputed: 1, unknown: 1 });
  });
});
