import { asString, type JsonObject } from '../core/json.ts';

/** A taint of a node (`core/v1` Taint). */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/**
 * Whether a toleration matches a taint, as the scheduler decides: an empty key with operator Exists matches every key, an
 * empty effect every effect; the operator is Equal unless another is given, and an unknown one matches nothing.
 */
export function tolerates(toleration: JsonObject, taint: Taint): boolean {
  const effect = asString(toleration['effect']) ?? '';
  if (effect !== '' && effect !== taint.effect) return false;
  const key = asString(toleration['key']) ?? '';
  if (key !== '' && key !== taint.key) return false;
  const operator = asString(toleration['operator']) ?? '';
  if (operator === 'Exists') return true;
  return (
    key !== '' && (operator === '' || operator === 'Equal') && (asString(toleration['value']) ?? '') === taint.value
  );
}
