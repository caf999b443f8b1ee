import type { Check } from '../core/check.ts';
import { checksOf, type Framework } from '../core/framework.ts';

/** What frameworks are compared with. */
export interface FrameworkProject {
  /** Every check there is. */
  readonly checks: readonly Check[];
  /** The controls that each check of the inventory answers, by id: `nsa:host-access`. */
  readonly controls: ReadonlyMap<string, readonly string[]>;
  /** The checks that come with images. */
  readonly withImages: ReadonlySet<string>;
}

/**
 * Where frameworks differ from what was decided: a control that names a check which does not exist, an answer that the
 * inventory does not have, one that it has alone. Checks of the inventory may be named before they are written; once all
 * are, those that come with images are the only ones left of them.
 */
export function* frameworkFaults(frameworks: readonly Framework[], project: FrameworkProject): Iterable<string> {
  const written = new Set(project.checks.map(({ id }) => id));
  const named = namedControls(frameworks);
  for (const [check, controls] of named) {
    if (project.controls.has(check)) continue;
    const what = written.has(check) ? 'which the inventory does not have' : 'which is no check';
    yield `${controls.join(', ')} names ${check}, ${what}`;
  }
  for (const [check, decided] of project.controls) {
    const given = named.get(check) ?? [];
    for (const control of given) {
      if (!decided.includes(control)) yield `${control} names ${check}, and the inventory does not`;
    }
    for (const control of decided) {
      if (!given.includes(control)) yield `${control} does not name ${check}, as the inventory does`;
    }
  }
  for (const check of project.withImages) {
    if (written.has(check)) yield `${check} is written and need not wait for images`;
    else if (!project.controls.has(check)) yield `${check} waits for images, and the inventory does not have it`;
  }
}

/** The controls that name each check: `nsa:host-access`. */
function namedControls(frameworks: readonly Framework[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { id, controls } of frameworks) {
    for (const control of controls) {
      for (const check of checksOf(control)) {
        const before = named.get(check);
        if (before === undefined) named.set(check, [`${id}:${control.id}`]);
        else before.push(`${id}:${control.id}`);
      }
    }
  }
  return named;
}
