import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { textMap } from '../resource.ts';

/** What a label must be for a selector. */
interface Demand {
  readonly presence: 'present' | 'absent' | 'either';
  /** The values that it may have; undefined for any. */
  readonly values: ReadonlySet<unknown> | undefined;
  readonly excluded: ReadonlySet<unknown>;
}

const NONE: ReadonlySet<unknown> = new Set();

/** Whether some labels may satisfy both of two label selectors; true unless they contradict each other on one key. */
export function canMeet(left: JsonObject, right: JsonObject): boolean {
  const demands = [...demandsOf(left), ...demandsOf(right)];
  return demands.every(([key, one]) => demands.every(([other, two]) => key !== other || agree(one, two)));
}

function demandsOf(selector: JsonObject): (readonly [string, Demand])[] {
  const pairs = [...textMap(selector['matchLabels'])].map(([key, value]) => [key, oneOf([value])] as const);
  const expressions = asList(selector['matchExpressions']).map(asObject);
  return [...pairs, ...expressions.map((entry) => [asString(entry['key']) ?? '', demandOf(entry)] as const)];
}

function demandOf({ operator, values }: JsonObject): Demand {
  switch (operator) {
    case 'In':
      return oneOf(asList(values));
    case 'NotIn':
      return { presence: 'either', values: undefined, excluded: new Set(asList(values)) };
    case 'Exists':
      return { presence: 'present', values: undefined, excluded: NONE };
    case 'DoesNotExist':
      return { presence: 'absent', values: undefined, excluded: NONE };
    default:
      return { presence: 'either', values: undefined, excluded: NONE };
  }
}

function oneOf(values: readonly unknown[]): Demand {
  return { presence: 'present', values: new Set(values), excluded: NONE };
}

function agree(left: Demand, right: Demand): boolean {
  if (left.presence !== right.presence && left.presence !== 'either' && right.presence !== 'either') return false;
  const values = left.values ?? right.values;
  if (values === undefined) return true;
  return [...values].some((value) => [left, right].every((demand) => allows(demand, value)));
}

function allows({ values, excluded }: Demand, value: unknown): boolean {
  return !excluded.has(value) && (values === undefined || values.has(value));
}
