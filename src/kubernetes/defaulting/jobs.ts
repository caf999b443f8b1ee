import { podTemplate } from './pod-spec.ts';
import {
  always,
  each,
  fields,
  from,
  ifEmpty,
  ifUnset,
  inTurn,
  isUnset,
  onMapping,
  type Rule,
  withField,
} from './rule.ts';
import { labelled, templateLabels } from './workloads.ts';

const template = always(podTemplate);

const LARGEST_LIMIT = 2 ** 31 - 1;
const USUAL_LIMIT = 6;

/** A condition of a pod is matched where it is true. */
const failurePolicy = fields({
  rules: each(fields({ onPodConditions: each(fields({ status: ifEmpty('True') })) })),
});

/** A Job without any count runs one pod; one that counts failures by index does not count them in all. */
const counts = onMapping((spec) => {
  const isUncounted = isUnset(spec['completions']) && isUnset(spec['parallelism']);
  const byIndex = !isUnset(spec['backoffLimitPerIndex']);
  const limit = isUnset(spec['backoffLimit'])
    ? withField(spec, 'backoffLimit', byIndex ? LARGEST_LIMIT : USUAL_LIMIT)
    : spec;
  return isUncounted ? withField(limit, 'completions', 1) : limit;
});

/** A pod that fails by a policy must be gone before another takes its place. */
const replacement = onMapping((spec) => {
  const policy = isUnset(spec['podFailurePolicy']) ? 'TerminatingOrFailed' : 'Failed';
  return isUnset(spec['podReplacementPolicy']) ? withField(spec, 'podReplacementPolicy', policy) : spec;
});

/** A Job. Its selector and the labels that bind its pods to it are made when it is created, not defaulted. */
export const job: Rule = inTurn(
  onMapping((object) => {
    const labels = templateLabels(object);
    return labels === undefined ? object : labelled(object, labels);
  }),
  fields({
    spec: always(
      inTurn(
        counts,
        replacement,
        fields({
          parallelism: ifUnset(1),
          completionMode: ifUnset('NonIndexed'),
          suspend: ifUnset(false),
          manualSelector: ifUnset(false),
          podFailurePolicy: failurePolicy,
          template,
        }),
      ),
    ),
  }),
);

/** A CronJob. The Jobs that it makes are defaulted when they are made. */
export const cronJob: Rule = fields({
  spec: always(
    fields({
      concurrencyPolicy: ifEmpty('Allow'),
      suspend: ifUnset(false),
      successfulJobsHistoryLimit: ifUnset(3),
      failedJobsHistoryLimit: ifUnset(1),
      jobTemplate: always(fields({ spec: always(fields({ podFailurePolicy: from(34, failurePolicy), template })) })),
    }),
  ),
});
