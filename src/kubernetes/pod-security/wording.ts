import { compareBytes } from './byte-order.ts';
import type { EvaluatedContainer } from './evaluated-pod.ts';

/** `port` for one, `ports` for any other count. */
export function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}

/** `uses` for one, `use` for any other count. */
export function uses(count: number): string {
  return count === 1 ? 'uses' : 'use';
}

/** `"a", "b"`. What stands between the quotes is not escaped, as in the API server. */
export function quoteAll(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}

/** `volume "a"`, `volumes "a", "b"`. */
export function named(noun: string, names: readonly string[]): string {
  return `${plural(noun, names.length)} ${quoteAll(names)}`;
}

/** `container "a"`, `containers "a", "b"`. */
export function namedContainers(containers: readonly EvaluatedContainer[]): string {
  return named(
    'container',
    containers.map(({ name }) => name),
  );
}

/** Who sets something: `pod`, `container "a"`, `pod and containers "a", "b"`. */
export function setters(isSetByPod: boolean, containers: readonly EvaluatedContainer[]): string {
  const parts = isSetByPod ? ['pod'] : [];
  if (containers.length > 0) parts.push(namedContainers(containers));
  return parts.join(' and ');
}

/** Each value once, in the order of their bytes. */
export function sortedOnce(values: Iterable<string>): string[] {
  return [...new Set(values)].toSorted(compareBytes);
}
