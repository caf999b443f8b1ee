import type { Case, Corpus, Judgement } from './corpus.ts';

/** How a case counts. A dispute takes a case that does not agree out of the disagreements. */
export type Standing = 'agree' | 'disagree' | 'disputed' | 'unknown';

/** A case that the engine judged. */
export interface ComparedCase {
  readonly compared: Case;
  readonly standing: Standing;
  readonly judgement: Extract<Judgement, { is: 'judged' }>;
}

/** A case that was not judged, and does not count. */
export interface LeftOutCase {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** The cases of one corpus beside our answers. */
export interface Comparison {
  readonly name: string;
  readonly groupedBy: readonly string[];
  readonly cases: readonly ComparedCase[];
  readonly leftOut: readonly LeftOutCase[];
}

/** How many cases, and how they stand; the last four add up to the first. */
export interface Tally {
  readonly cases: number;
  readonly agree: number;
  readonly disagree: number;
  readonly disputed: number;
  readonly unknown: number;
}

/** Judges every case of the corpus in `folder`. `isDisputed` tells of a case's id. Throws an Error if there is no case. */
export function compareCorpus(corpus: Corpus, folder: string, isDisputed: (id: string) => boolean): Comparison {
  const cases: ComparedCase[] = [];
  const leftOut: LeftOutCase[] = [];
  const read = corpus.read(folder);
  if (read.length === 0) throw new Error(`${folder} holds no case`);
  for (const compared of read) {
    const { id } = compared;
    const judgement = judged(corpus, compared);
    if (judgement.is === 'left-out') leftOut.push({ id, name: judgement.name, why: judgement.why });
    else {
      const { answer } = judgement;
      const standing = answer !== 'agree' && isDisputed(id) ? 'disputed' : answer;
      cases.push({ compared, standing, judgement });
    }
  }
  return { name: corpus.name, groupedBy: corpus.groupedBy, cases, leftOut };
}

/** One case that crashes the engine must not hide the others. */
function judged(corpus: Corpus, compared: Case): Judgement {
  try {
    return corpus.judge(compared);
  } catch (error) {
    const evidence = `the engine crashed: ${error instanceof Error ? error.message : String(error)}`;
    return { is: 'judged', answer: 'unknown', ours: 'unknown', evidence };
  }
}

/** Counts cases by how they stand. */
export function tally(cases: readonly ComparedCase[]): Tally {
  const counts = { cases: cases.length, agree: 0, disagree: 0, disputed: 0, unknown: 0 };
  for (const { standing } of cases) counts[standing] += 1;
  return counts;
}
