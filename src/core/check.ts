import type { Inventory } from './inventory.ts';
import type { Missing } from './lookup.ts';
import type { DataArguments, MessageData, Messages } from './message.ts';
import type { Parameters, ParameterValues } from './parameter.ts';
import type { Place } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Judged, JudgedPart, Part, Subject } from './subject.ts';

/** A Kubernetes minor version. */
export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** What a check may know besides its subject. */
export interface Context<Declared extends Parameters = Parameters> {
  readonly parameters: ParameterValues<Declared>;
  readonly targetVersion: Version;
  /** The time of the scan, in milliseconds since 1970. */
  readonly now: number;
  /** The day of the scan in UTC, `YYYY-MM-DD`. */
  readonly today: string;
  /** The cloud or other home that the user says the cluster runs in, one of `providers`: `aws`, `azure`, `gcp`. */
  readonly provider: string | undefined;
  /** Look-ups of the kinds that the check names in `reads`. */
  readonly inventory: Inventory;
}

/** Takes what a check has to say of one subject or part. Saying nothing is a pass. */
export interface Reporter<Declared extends Messages = Messages> {
  /** Something is wrong. `at` is the field to edit, present or not. */
  fail<Name extends keyof Declared & string>(
    message: Name,
    at: Place,
    ...data: DataArguments<Declared[Name]>
  ): FailureDetails;
  /** The input does not show it. */
  unknown(missing: Missing): void;
  /** The check does not concern this subject. */
  notApplicable(): void;
  /** A reporter whose failures hold only if something is so that the input does not show. */
  assuming(what: string): Reporter<Declared>;
}

/** Refines a failure that was just reported. */
export interface FailureDetails {
  /** What is wrong, where it is not the field of the report: a whole container, another object. */
  about(fact: Place): void;
}

/** Edits on the text of one document; every other byte stays. */
export interface Edit {
  /** Sets a field, adding it and its missing parents. */
  set(at: Place, value: unknown): void;
  /** Takes a field or list entry out, with its lines. */
  remove(at: Place): void;
  /** Adds an entry to a list, adding the list where it is missing. */
  append(at: Place, value: unknown): void;
}

/** The finding that a fix is asked to remove. */
export interface FixTarget {
  readonly at: Place;
  readonly message: string;
  readonly data: MessageData;
}

export interface Fix<View = unknown> {
  readonly effect: 'safe' | 'changes-behaviour';
  /** Why it has that effect. */
  readonly because: string;
  edits(edit: Edit, finding: FixTarget, judged: View): void;
}

/** One requirement as the engine sees it, whether written as code or made from data. */
export interface Check {
  readonly id: string;
  readonly on: Subject;
  readonly each?: Part;
  readonly severity: Severity;
  readonly parameters: Parameters;
  /** Kinds that the check looks up besides its subject. */
  readonly reads: readonly string[];
  /** Checks whose findings on the same fact are folded into this one's. */
  readonly covers: readonly string[];
  /** Off until asked for. */
  readonly optIn: boolean;
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly messages: Messages;
  evaluate(judged: Judged | JudgedPart, report: Reporter, context: Context): void;
  readonly fix?: Fix<Judged | JudgedPart>;
}

interface Words<DeclaredMessages extends Messages, DeclaredParameters extends Parameters> {
  readonly id: string;
  readonly severity: Severity;
  readonly parameters?: DeclaredParameters;
  readonly reads?: readonly string[];
  readonly covers?: readonly string[];
  readonly optIn?: boolean;
  /** What is wrong when it fails, as a short statement without a full stop. */
  readonly title: string;
  /** What an attacker or an outage gains from it. */
  readonly why: string;
  /** What to do, for a person. */
  readonly advice: string;
  /** With `each`, a message continues the part's name: `container "api" ` + `runs privileged`. */
  readonly messages: DeclaredMessages;
}

interface OnSubject<View extends Judged, M extends Messages, P extends Parameters> extends Words<M, P> {
  readonly on: Subject<View>;
  readonly each?: never;
  evaluate(subject: View, report: Reporter<M>, context: Context<P>): void;
  readonly fix?: Fix<View>;
}

interface OnPart<View extends Judged, PartView extends JudgedPart, M extends Messages, P extends Parameters>
  extends Words<M, P> {
  readonly on: Subject<View>;
  readonly each: Part<View, PartView>;
  evaluate(part: PartView, report: Reporter<M>, context: Context<P>): void;
  readonly fix?: Fix<PartView>;
}

/** Of a check that declares none, so that it cannot ask for any. */
type NoParameters = Readonly<Record<string, never>>;

/** Makes a check from its words, logic and fix. Its messages type the data that `report.fail` takes. */
export function defineCheck<
  View extends Judged,
  PartView extends JudgedPart,
  const M extends Messages,
  const P extends Parameters = NoParameters,
>(definition: OnPart<View, PartView, M, P>): Check;
export function defineCheck<View extends Judged, const M extends Messages, const P extends Parameters = NoParameters>(
  definition: OnSubject<View, M, P>,
): Check;
export function defineCheck(
  definition: Pick<
    Check,
    'id' | 'on' | 'each' | 'severity' | 'title' | 'why' | 'advice' | 'messages' | 'evaluate' | 'fix'
  > &
    Partial<Pick<Check, 'parameters' | 'reads' | 'covers' | 'optIn'>>,
): Check {
  return { parameters: {}, reads: [], covers: [], optIn: false, ...definition };
}

/** A check's own tests, and the examples of its documentation page. */
export interface CheckExamples {
  readonly pass: readonly (string | PassingExample)[];
  readonly fail: readonly FailingExample[];
  readonly unknown?: readonly UnknownExample[];
  readonly notApplicable?: readonly (string | PassingExample)[];
}

interface ExampleSetting {
  readonly yaml: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly targetVersion?: string;
  /** The time of the scan, as RFC 3339 has it; the start of 2026 unless one is given. */
  readonly now?: string;
  /** As `--provider`. */
  readonly provider?: string;
  /** As `--complete`: the example is all there is. */
  readonly complete?: boolean;
}

export type PassingExample = ExampleSetting;

export interface FailingExample extends ExampleSetting {
  /** `line:column` of the finding; a list where the example has several. */
  readonly at: string | readonly string[];
  /** The message of the finding, or of each. */
  readonly message: string | readonly string[];
  /** The whole text after the check's fix. */
  readonly fixed?: string;
  /** Its findings are left to a person: the check's fix edits nothing. */
  readonly unfixed?: true;
}

export interface UnknownExample extends ExampleSetting {
  /** What the verdict says is missing. */
  readonly missing: string;
}
