import type { CheckExamples, FailingExample, PassingExample, UnknownExample } from '../core/check.ts';

/** An example with what it shows and a name for faults: `fail example 2`. */
export type Example = { readonly name: string } & (
  | { readonly shows: 'pass' | 'not-applicable'; readonly setting: PassingExample }
  | { readonly shows: 'fail'; readonly setting: FailingExample }
  | { readonly shows: 'unknown'; readonly setting: UnknownExample }
);

/** The examples of a check in the order pass, fail, unknown, not applicable. */
export function listExamples(examples: CheckExamples): Example[] {
  const { pass, fail, unknown = [], notApplicable = [] } = examples;
  return [
    ...pass.map((example, index) => ({ name: nameOf('pass', index), shows: 'pass' as const, setting: full(example) })),
    ...fail.map((setting, index) => ({ name: nameOf('fail', index), shows: 'fail' as const, setting })),
    ...unknown.map((setting, index) => ({ name: nameOf('unknown', index), shows: 'unknown' as const, setting })),
    ...notApplicable.map((example, index) => ({
      name: nameOf('notApplicable', index),
      shows: 'not-applicable' as const,
      setting: full(example),
    })),
  ];
}

function nameOf(list: keyof CheckExamples, index: number): string {
  return `${list} example ${index + 1}`;
}

function full(example: string | PassingExample): PassingExample {
  return typeof example === 'string' ? { yaml: example } : example;
}
