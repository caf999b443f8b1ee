import type { Binding, BindingSubject } from '../binding.ts';

const MOST_NAMES = 3;

/** Whom bindings name, each once, the first few by name: `ServiceAccount shop/web, User ann and 2 others`. */
export function holderNames(bindings: readonly Pick<Binding, 'subjects'>[], most = MOST_NAMES): string {
  return listed([...new Set(bindings.flatMap(({ subjects }) => subjects.map(nameOf)))], most);
}

function nameOf({ kind, name, namespace }: BindingSubject): string {
  return namespace === undefined || kind !== 'ServiceAccount' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** `a, b and c`; of more than `most`, the first ones and the number of the others. */
export function listed(names: readonly string[], most = MOST_NAMES): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${others(names.length - most)}`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function others(count: number): string {
  return count === 1 ? '1 other' : `${count} others`;
}
