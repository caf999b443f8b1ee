import { appArmorFieldsFrom, isConfiningAnnotation } from '../../app-armor.ts';
import { appArmorSettings } from '../app-armor-settings.ts';
import { compareBytes } from '../byte-order.ts';
import type { EvaluatedPod } from '../evaluated-pod.ts';
import { goQuote } from '../go-quote.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { plural, quoteAll, setters, sortedOnce } from '../wording.ts';

/** AppArmor must not be turned off. Fields count by the version of the server, whatever the version of the policy. */
export const appArmorProfile: PolicyCheck = {
  id: 'appArmorProfile',
  level: 'baseline',
  revisions: [{ from: 0, evaluate }],
};

const ALLOWED_TYPES: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost']);

function evaluate(pod: EvaluatedPod): Forbidden | undefined {
  const settings = appArmorSettings(pod);
  const profiles = settings.profiles.filter(({ type }) => !ALLOWED_TYPES.has(type));
  const annotations = settings.annotations.filter(({ value }) => value !== '' && !isConfiningAnnotation(value));
  if (profiles.length + annotations.length === 0) return undefined;
  const inAnnotations = annotations.map(({ key, value }) => `${key}=${goQuote(value)}`).toSorted(compareBytes);
  const values = [...sortedOnce(profiles.map(({ type }) => type)), ...inAnnotations];
  return {
    reason: plural('forbidden AppArmor profile', values.length),
    detail:
      pod.serverMinor < appArmorFieldsFrom
        ? inAnnotations.join(', ')
        : `${settersOf(profiles, annotations.length)} must not set AppArmor profile type to ${quoteAll(values)}`,
    locations: [...new Set([...profiles, ...annotations].map(({ location }) => location))],
  };
}

function settersOf(profiles: ReturnType<typeof appArmorSettings>['profiles'], annotations: number): string {
  const inFields = setters(
    profiles.some(({ container }) => container === undefined),
    profiles.flatMap(({ container }) => container ?? []),
  );
  const parts = inFields === '' ? [] : [inFields];
  if (annotations > 0) parts.push(plural('annotation', annotations));
  return parts.join(' and ');
}
