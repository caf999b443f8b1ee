import { asList, asString, isObject, type JsonObject } from '../core/json.ts';
import { remembered } from '../core/remembered.ts';
import { UnknownValue } from '../core/unknown-value.ts';

/** A ConfigMap, Secret or PersistentVolumeClaim that some field of an object seems to name. */
export interface ObjectReference {
  readonly kind: ReferencedKind;
  readonly name: string;
  /** Undefined: that of the object. */
  readonly namespace: string | undefined;
}

export type ReferencedKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';

const KINDS: ReadonlySet<unknown> = new Set<ReferencedKind>(['ConfigMap', 'Secret', 'PersistentVolumeClaim']);

/** Larger objects are not searched to their end. */
const MOST_NODES = 20_000;
const DEEPEST = 32;

export interface FoundReferences {
  readonly references: readonly ObjectReference[];
  /** True if the object holds an unknown value, or is too large: it may name others. */
  readonly mayNameOthers: boolean;
}

/**
 * The ConfigMaps, Secrets and claims that an object of any kind names, found by the names of its fields: `secretName`,
 * `tlsSecretRef: {name}`, `configMapKeyRef: {name}`, `kind: Secret` beside a name, and the like. It finds too much rather
 * than too little.
 */
export function objectReferencesIn(content: JsonObject): FoundReferences {
  const references: ObjectReference[] = [];
  const open: { value: unknown; depth: number }[] = [{ value: content, depth: 0 }];
  let mayNameOthers = false;
  for (let visited = 0; visited < open.length; visited += 1) {
    const { value, depth } = open[visited] ?? { value: undefined, depth: 0 };
    if (value instanceof UnknownValue || visited >= MOST_NODES || depth > DEEPEST) {
      mayNameOthers = true;
      if (visited >= MOST_NODES) break;
      continue;
    }
    if (Array.isArray(value)) for (const item of value) open.push({ value: item, depth: depth + 1 });
    else if (isObject(value)) {
      references.push(...kindReference(value));
      for (const key of Object.keys(value)) {
        const inner = value[key];
        const kind = kindMeant(key);
        if (kind !== undefined) references.push(...fieldReferences(kind, inner, value));
        if (typeof inner === 'object' && inner !== null) open.push({ value: inner, depth: depth + 1 });
      }
    }
  }
  return { references, mayNameOthers };
}

/** The kind of object that the name of a field suggests. Objects have few names, each many times. */
const kindMeant = remembered((key): ReferencedKind | undefined => {
  const lower = key.toLowerCase();
  if (lower.includes('secret') || lower.includes('certificateref') || lower === 'credentialname') return 'Secret';
  if (lower.includes('configmap') || lower.includes('config-map')) return 'ConfigMap';
  return lower.includes('claim') ? 'PersistentVolumeClaim' : undefined;
});

/** `{kind: Secret, name: x}`. */
function kindReference({ kind, name, namespace }: JsonObject): ObjectReference[] {
  if (!KINDS.has(kind) || typeof name !== 'string') return [];
  return [{ kind: referencedKind(kind), name, namespace: asString(namespace) }];
}

function referencedKind(kind: unknown): ReferencedKind {
  if (kind === 'ConfigMap' || kind === 'Secret') return kind;
  return 'PersistentVolumeClaim';
}

/** A text, an object with a name, or a list of such. */
function fieldReferences(kind: ReferencedKind, value: unknown, holder: JsonObject): ObjectReference[] {
  return (Array.isArray(value) ? asList(value) : [value]).flatMap((one) => {
    const namespace = asString(holder['namespace']);
    if (typeof one === 'string') return [referenceOf(kind, one, namespace)];
    if (!isObject(one)) return [];
    const { name } = one;
    return typeof name === 'string' ? [referenceOf(kind, name, asString(one['namespace']))] : [];
  });
}

/** A name, or a namespace and a name with a slash between them, as annotations and options have it. */
function referenceOf(kind: ReferencedKind, text: string, namespace: string | undefined): ObjectReference {
  const [first = '', name] = text.split('/');
  return name === undefined ? { kind, name: first, namespace } : { kind, name, namespace: first };
}
