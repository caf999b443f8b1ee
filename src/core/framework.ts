/** An outside requirement, and who answers it. */
export interface Control {
  readonly id: string;
  /** Our own short name. */
  readonly name: string;
  /** The checks that answer it; the control is the three-valued *and* of their verdicts. */
  readonly checks: readonly string[];
  /** Whether a pass means that nothing is left for a person to look at. */
  readonly answers: 'whole' | 'part';
}

/** A set of outside requirements. Data only. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** How a control is written beside a finding: `CIS 5.2.2`, `PSS baseline`. */
  label(control: string): string;
  readonly controls: readonly Control[];
}
