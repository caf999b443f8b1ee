import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { canMeet } from './selector-overlap.ts';

function labels(matchLabels: JsonObject): JsonObject {
  return { matchLabels };
}

function expression(operator: string, values?: readonly string[]): JsonObject {
  return { matchExpressions: [{ key: 'app', operator, values }] };
}

describe('canMeet', () => {
  it.each<[JsonObject, JsonObject, boolean]>([
    [{}, {}, true],
    [{}, labels({ app: 'web' }), true],
    [labels({ app: 'web' }), labels({ app: 'web' }), true],
    [labels({ app: 'web' }), labels({ app: 'api' }), false],
    [labels({ app: 'web' }), labels({ tier: 'api' }), true],
    [labels({ app: 'web' }), expression('In', ['api', 'web']), true],
    [labels({ app: 'web' }), expression('In', ['api']), false],
    [labels({ app: 'web' }), expression('Exists'), true],
    [labels({ app: 'web' }), expression('DoesNotExist'), false],
    [expression('DoesNotExist'), expression('DoesNotExist'), true],
    [expression('Exists'), expression('DoesNotExist'), false],
    [labels({ app: 'web' }), expression('NotIn', ['web']), false],
    [labels({ app: 'web' }), expression('NotIn', ['api']), true],
    [expression('In', ['api', 'web']), expression('NotIn', ['web']), true],
    [expression('NotIn', ['web']), expression('NotIn', ['api']), true],
    [expression('NotIn', ['web']), expression('DoesNotExist'), true],
    [expression('NotIn', ['web']), expression('Exists'), true],
    [labels({ app: 'web' }), expression('Near', ['api']), true],
  ])('of %j and %j is %s', (left, right, expected) => {
    expect(canMeet(left, right)).toBe(expected);
    expect(canMeet(right, left)).toBe(expected);
  });
});
