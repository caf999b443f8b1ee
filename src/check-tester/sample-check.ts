import { type Check, type CheckExamples, type Context, defineCheck, type Reporter } from '../core/check.ts';
import { type Workload, workload } from '../kubernetes/workload.ts';
import type { CheckFile, Project } from './check-file.ts';

/** A Pod's manifest whose spec holds the lines given, each indented by two spaces, from line 6 on. */
export function podWith(...spec: readonly string[]): string {
  const head = ['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: web', 'spec:'];
  return [...head, ...spec.map((line) => `  ${line}`), ''].join('\n');
}

const messages = { shared: 'the pod shares the process table' } as const;

/** The logic of a check on workloads that has one message, `shared`. */
export type SampleLogic = (judged: Workload, report: Reporter<typeof messages>, context: Context) => void;

/** Fails a pod with hostPID. */
export const sampleLogic: SampleLogic = (judged, report) => {
  if (judged.pod['hostPID'] === true) report.fail('shared', judged.at('hostPID'));
};

/** The sample with other logic, and other changes if there are any. */
export function checkThat(evaluate: SampleLogic, changes: Partial<Check> = {}): Check {
  const check = defineCheck({
    id: 'sample-check',
    on: workload,
    severity: 'low',
    title: 'Pod shares the process table',
    why: 'Whoever takes over the pod sees every process.',
    advice: 'Remove hostPID.',
    messages,
    evaluate,
  });
  return { ...check, ...changes };
}

/** A small check without fault, for tests that change a thing in it. */
export const sampleCheck: Check = checkThat(sampleLogic);

const container = ['containers:', '  - name: web', '    image: registry.example/web:1.4.2'];

export const sampleExamples: CheckExamples = {
  pass: [podWith(...container)],
  fail: [{ yaml: podWith('hostPID: true', ...container), at: '6:12', message: 'the pod shares the process table' }],
};

/** The sample with changes in its definition and its examples. */
export function sampleFile(check: Partial<Check> = {}, examples: Partial<CheckExamples> = {}): CheckFile {
  return {
    path: 'workload/sample-check.ts',
    check: { ...sampleCheck, ...check },
    examples: { ...sampleExamples, ...examples },
  };
}

/** A project that holds these checks and in whose inventory the sample is. */
export function sampleProject(...checks: readonly Check[]): Project {
  const row = { id: 'sample-check', area: 'workload', severity: 'low', optIn: false, parameters: [] };
  return { checks, inventory: new Map([[row.id, row]]), foldings: new Map() };
}
