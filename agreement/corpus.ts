/** One case of a corpus: an input and the verdict that its source expects. A corpus adds what its judge needs. */
export interface Case {
  /** Unique in its corpus; disputes and the list of disagreements name it. */
  readonly id: string;
  /** The rows of the corpus's own table that count the case; in each a label for every column of `groupedBy`. */
  readonly groups: readonly (readonly string[])[];
  /** Why the right answer is another than the source's; empty for most. Such cases are shown apart. */
  readonly caveats: readonly string[];
  /** The right answer, in words. */
  readonly expected: string;
}

/** How our answer stands to the right one. `unknown` agrees with neither verdict, but may be the right answer. */
export type Answer = 'agree' | 'disagree' | 'unknown';

/** What the engine makes of a case, or why it cannot be asked yet. Texts may come from untrusted input. */
export type Judgement =
  | {
      readonly is: 'judged';
      readonly answer: Answer;
      /** Our answer, in words. */
      readonly ours: string;
      /** What led to our answer: the first finding, or what is missing; undefined if there is nothing to show. */
      readonly evidence: string | undefined;
    }
  | {
      readonly is: 'left-out';
      /** What the project lacks to judge the case: the name of a check. */
      readonly name: string;
      readonly why: string;
    };

/** One corpus of public test cases. A module of this folder that exports one as `corpus` is all that it takes. */
export interface Corpus<Judged extends Case = Case> {
  /** The name of its folder, and of the module without its extension. */
  readonly name: string;
  /** Heads of the columns that tell the rows of its table apart: `['check', 'source']`. */
  readonly groupedBy: readonly string[];
  /** Reads every case of the folder. Throws an Error that names file and line if one is not of the expected form. */
  read(folder: string): readonly Judged[];
  /** Runs the engine on one case. What it throws counts as `unknown`. */
  judge(judged: Judged): Judgement;
}
