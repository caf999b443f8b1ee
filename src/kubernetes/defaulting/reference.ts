import { fields, type Rule, same, text } from './rule.ts';

/** A reference to any object. */
export const objectReference: Rule = fields(
  same(text, 'kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'),
);
