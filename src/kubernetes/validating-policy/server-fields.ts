import { CelUnknown } from '../cel/fault.ts';
import { type CelMap, type CelValue, isMap } from '../cel/value.ts';

/** Fields of metadata that the API server sets before it asks policies. */
const OF_METADATA: ReadonlySet<string> = new Set(['name', 'uid', 'creationTimestamp', 'generation', 'managedFields']);

/** Fields of the spec that plug-ins and allocators of the API server set before it asks policies. */
const OF_SPEC: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Pod: ['serviceAccountName', 'serviceAccount', 'priority', 'preemptionPolicy', 'tolerations', 'volumes'],
    Service: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'],
    PersistentVolumeClaim: ['storageClassName'],
    'batch/Job': ['selector'],
    'networking.k8s.io/Ingress': ['ingressClassName'],
  }).map(([kind, fields]) => [kind, new Set(fields)]),
);

/** The object, with those fields unknown that are absent and that the API server sets by itself. */
export function withServerFields(object: CelMap, kind: string): CelMap {
  const ofSpec = OF_SPEC.get(kind);
  return {
    is: 'map',
    keys: () => object.keys(),
    get(key) {
      const value = object.get(key);
      if (key === 'metadata') return withUnknown(value, 'metadata', OF_METADATA);
      return key === 'spec' && ofSpec !== undefined ? withUnknown(value, 'spec', ofSpec) : value;
    },
  };
}

function withUnknown(map: CelValue | undefined, name: string, fields: ReadonlySet<string>): CelValue | undefined {
  if (!isMap(map)) return map;
  return {
    is: 'map',
    keys: () => map.keys(),
    get(key) {
      const value = map.get(key);
      if (value !== undefined || typeof key !== 'string' || !fields.has(key)) return value;
      throw new CelUnknown(`what the API server sets ${name}.${key} to`);
    },
  };
}
