import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { recordingView, UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { createSelectorIndex } from './selector-index.ts';

interface Item {
  readonly name: string;
  readonly selector: JsonObject | undefined;
}

function matching(items: readonly Item[], labels: Readonly<Record<string, string>>): string[] {
  const index = createSelectorIndex(items, ({ selector }) => selector);
  return [...index.matching(new Map(Object.entries(labels)))].map(({ name }) => name);
}

function isEmpty(selectors: readonly (JsonObject | undefined)[]): boolean {
  return createSelectorIndex(selectors, (selector) => selector).isEmpty;
}

function broken(): never {
  throw new TypeError('broken');
}

const items: readonly Item[] = [
  { name: 'everything', selector: {} },
  { name: 'nothing', selector: undefined },
  { name: 'web', selector: { matchLabels: { team: 'shop', app: 'web' } } },
  { name: 'shop', selector: { matchLabels: { team: 'shop' } } },
  { name: 'app', selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } },
  {
    name: 'old',
    selector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'new', operator: 'DoesNotExist' }] },
  },
];

describe('a selector index', () => {
  it('finds what selects labels, each once', () => {
    expect(matching(items, { team: 'shop', app: 'web' }).toSorted()).toEqual([
      'app',
      'everything',
      'old',
      'shop',
      'web',
    ]);
    expect(matching(items, { team: 'shop', app: 'web', new: '' }).toSorted()).toEqual([
      'app',
      'everything',
      'shop',
      'web',
    ]);
    expect(matching(items, { team: 'shop' }).toSorted()).toEqual(['everything', 'shop']);
    expect(matching(items, {})).toEqual(['everything']);
  });

  it('tries only what asks for one of the labels, and tells by the rarest', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      name: `item-${index}`,
      get selector() {
        return { matchLabels: { team: 'shop', app: `app-${index}` } };
      },
    }));
    expect(matching(many, { team: 'shop', app: 'app-7' })).toEqual(['item-7']);
    expect(matching(many, { team: 'shop' })).toEqual([]);
  });

  it('gives what is known before it says that something is not', () => {
    const hidden = recordingView({ matchLabels: { app: new UnknownValue('hidden') } });
    const index = createSelectorIndex([{ selector: hidden }, { selector: {} }], ({ selector }) => selector);
    const found: unknown[] = [];
    expect(() => {
      for (const item of index.matching(new Map())) found.push(item);
    }).toThrow(UnknownValueRead);
    expect(found).toEqual([{ selector: {} }]);
  });

  it('is empty if nothing selects, and nothing is unknown', () => {
    const hidden = recordingView({ matchLabels: { app: new UnknownValue('hidden') } });
    expect([[], [undefined], [{}], [hidden]].map(isEmpty)).toEqual([true, true, false, false]);
  });

  it('passes on what is wrong otherwise', () => {
    expect(() => createSelectorIndex([1], broken)).toThrow(TypeError);
  });
});
