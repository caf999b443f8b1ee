import { asObject, type JsonObject } from '../../core/json.ts';
import { resourceList } from './resources.ts';
import { each, fields, inTurn, isMapping, isUnset, onMapping, type Rule, same } from './rule.ts';

/** A LimitRange: what a container gets where only the largest or the smallest amount is given. */
export const limitRange: Rule = fields({
  spec: fields({
    limits: each(
      inTurn(
        onMapping((item) => (item['type'] === 'Container' ? containerLimits(item) : item)),
        fields(same(resourceList, 'max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio')),
      ),
    ),
  }),
});

function containerLimits(item: JsonObject): JsonObject {
  if ([item['max'], item['min'], item['default'], item['defaultRequest']].some(isMalformed)) return item;
  const limits = { ...asObject(item['max']), ...asObject(item['default']) };
  const requests = { ...asObject(item['min']), ...limits, ...asObject(item['defaultRequest']) };
  return withMissing(withMissing(item, 'default', limits), 'defaultRequest', requests);
}

function isMalformed(value: unknown): boolean {
  return !isUnset(value) && !isMapping(value);
}

/** Sets a mapping unless it has all the keys already. */
function withMissing(object: JsonObject, key: string, filled: JsonObject): JsonObject {
  const size = Object.keys(filled).length;
  return Object.keys(asObject(object[key])).length === size ? object : { ...object, [key]: filled };
}

/** A ResourceQuota. */
export const resourceQuota: Rule = fields({ spec: fields({ hard: resourceList }) });
