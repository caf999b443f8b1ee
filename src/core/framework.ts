/** What the node inventory reads, and objects do not show. */
export type NodeInput =
  | 'node configuration'
  | 'control plane arguments'
  | 'kubelet configuration'
  | 'etcd configuration'
  | 'PKI files'
  | 'cloud account';

/** Whether a pass means that nothing is left for a person to look at, and why. */
export type Extent =
  | {
      readonly answers: 'whole';
      /** Why nothing is left. */
      readonly reason: string;
    }
  | {
      readonly answers: 'part';
      /** What a pass leaves open. */
      readonly reason: string;
      /** What a person does about it. */
      readonly byHand: string;
    };

interface NamedControl {
  readonly id: string;
  /** Our own short name. */
  readonly name: string;
  /** What it stands under: `5.2 pod security`. Undefined where the framework has no sections. */
  readonly section?: string;
}

/** A control that checks answer; it is the three-valued *and* of their verdicts. */
export type CheckedControl = NamedControl &
  Extent & { readonly answeredBy: 'checks'; readonly checks: readonly [string, ...string[]] };

/** A control about what objects do not show; unknown until these inputs are read. */
export type NodeControl = NamedControl &
  Extent & { readonly answeredBy: 'node inventory'; readonly inputs: readonly [NodeInput, ...NodeInput[]] };

/** A control that only a person can answer. */
export interface ManualControl extends NamedControl {
  readonly answeredBy: 'manual';
  /** Why no check answers it. */
  readonly reason: string;
  readonly byHand: string;
}

/** An outside requirement, and who answers it. */
export type Control = CheckedControl | NodeControl | ManualControl;

/** A set of outside requirements. Data only. */
export interface Framework {
  readonly id: string;
  /** What people call it in a sentence: `NSA`, `CIS 1.12`. */
  readonly name: string;
  readonly title: string;
  /** How a control is written beside a finding: `CIS 5.2.2`, `PSS baseline`. */
  label(control: string): string;
  readonly controls: readonly Control[];
}

/** The controls, all of one section. */
export function inSection(section: string, controls: readonly Control[]): Control[] {
  return controls.map((control) => ({ ...control, section }));
}

/** The checks that answer a control; none if something else does. */
export function checksOf(control: Control): readonly string[] {
  return control.answeredBy === 'checks' ? control.checks : [];
}

/** The controls that each check answers, as people write them. */
export function controlsByCheck(frameworks: readonly Framework[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const framework of frameworks) {
    for (const control of framework.controls) {
      const label = framework.label(control.id);
      for (const check of checksOf(control)) {
        const known = labels.get(check);
        if (known === undefined) labels.set(check, [label]);
        else if (!known.includes(label)) known.push(label);
      }
    }
  }
  return labels;
}

/** How far a pass goes; `manual` where there is none. */
export function extentOf(control: Control): 'whole' | 'part' | 'manual' {
  return control.answeredBy === 'manual' ? 'manual' : control.answers;
}

/** What is left to a person; undefined where nothing is. */
export function byHandOf(control: Control): string | undefined {
  return 'byHand' in control ? control.byHand : undefined;
}
