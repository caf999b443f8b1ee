import { always, each, fields, flag, ifEmpty, ifUnset, type Rule } from './rule.ts';

/** A FlowSchema. */
export const flowSchema: Rule = fields({
  spec: always(
    fields({
      matchingPrecedence: ifEmpty(1000),
      rules: each(fields({ resourceRules: each(fields({ clusterScope: flag })) })),
    }),
  ),
});

const queuing = fields({ handSize: ifEmpty(8), queues: ifEmpty(64), queueLengthLimit: ifEmpty(50) });

/** A PriorityLevelConfiguration. */
export const priorityLevelConfiguration: Rule = fields({
  spec: fields({
    limited: fields({
      nominalConcurrencyShares: ifUnset(30),
      lendablePercent: ifUnset(0),
      limitResponse: fields({ queuing }),
    }),
    exempt: fields({ nominalConcurrencyShares: ifUnset(0), lendablePercent: ifUnset(0) }),
  }),
});
