import { each, eachValue, fields, type Rule, text } from './rule.ts';
import { writtenMilliQuantity, writtenQuantity } from './written-quantity.ts';

/** An amount, in the form that the API server writes. */
export const quantity: Rule = (value) => writtenQuantity(value) ?? value;

/** Amounts by resource, in whole thousandths. */
export const resourceList: Rule = eachValue((value) => writtenMilliQuantity(value) ?? value);

/** Requests and limits of a container, a pod or a volume claim. */
export const resourceRequirements: Rule = fields({
  limits: resourceList,
  requests: resourceList,
  claims: each(fields({ request: text })),
});
