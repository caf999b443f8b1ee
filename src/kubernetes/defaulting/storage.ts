import type { JsonObject } from '../../core/json.ts';
import { objectReference } from './reference.ts';
import { quantity, resourceList, resourceRequirements } from './resources.ts';
import {
  always,
  fields,
  flag,
  ifEmpty,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  onMapping,
  type Rule,
  same,
  text,
  withField,
} from './rule.ts';
import { sharedVolumeSources } from './volume-source.ts';

/** The spec of a PersistentVolumeClaim, also inside a pod or a StatefulSet. */
export const claimSpec: Rule = always(
  fields({ volumeMode: ifUnset('Filesystem'), volumeName: text, resources: resourceRequirements }),
);

const CLAIM = 'PersistentVolumeClaim';

/** One of `dataSource` and `dataSourceRef` says what the other does not; what old clients could not ask for is dropped. */
const dataSources = onMapping((spec) => {
  const { dataSource, dataSourceRef } = spec;
  if (isMapping(dataSource) && isUnset(dataSourceRef)) {
    if (!isClaimOrSnapshot(dataSource)) return withField(spec, 'dataSource', undefined);
    return { ...spec, dataSourceRef: reference(dataSource) };
  }
  if (!isMapping(dataSourceRef) || !isUnset(dataSource) || (dataSourceRef['namespace'] ?? '') !== '') return spec;
  return { ...spec, dataSource: reference(dataSourceRef) };
});

function isClaimOrSnapshot({ kind, apiGroup }: JsonObject): boolean {
  const group = apiGroup ?? '';
  // What is not known, or no text, is not dropped.
  if (typeof kind !== 'string' || typeof group !== 'string') return true;
  return kind === 'VolumeSnapshot' ? group === 'snapshot.storage.k8s.io' : kind === CLAIM && group === '';
}

function reference({ apiGroup, kind, name }: JsonObject): JsonObject {
  return { ...(isUnset(apiGroup) ? {} : { apiGroup }), kind, name };
}

/** A PersistentVolumeClaim. */
export const persistentVolumeClaim: Rule = fields({ spec: inTurn(claimSpec, dataSources) });

const csiSecrets = same(
  fields(same(text, 'name', 'namespace')),
  'controllerPublishSecretRef',
  'nodeStageSecretRef',
  'nodePublishSecretRef',
  'controllerExpandSecretRef',
  'nodeExpandSecretRef',
);

const volumeSpecSources: Readonly<Record<string, Rule>> = {
  ...sharedVolumeSources,
  csi: fields({ readOnly: flag, fsType: text, ...csiSecrets }),
  capacity: resourceList,
  claimRef: objectReference,
  storageClassName: text,
};

/** A PersistentVolume. */
export const persistentVolume: Rule = fields({
  spec: always(
    fields({
      ...volumeSpecSources,
      persistentVolumeReclaimPolicy: ifEmpty('Retain'),
      volumeMode: ifUnset('Filesystem'),
    }),
  ),
});

/** A VolumeAttachment, whose inline volume has no policy or mode of its own. */
export const volumeAttachment: Rule = fields({
  spec: fields({
    source: fields({ inlineVolumeSpec: fields({ ...volumeSpecSources, persistentVolumeReclaimPolicy: text }) }),
  }),
});

/** A StorageClass. */
export const storageClass: Rule = fields({
  reclaimPolicy: ifUnset('Delete'),
  volumeBindingMode: ifUnset('Immediate'),
});

const lifecycleModes: Rule = (value) =>
  isUnset(value) || (Array.isArray(value) && value.length === 0) ? ['Persistent'] : value;

/** A CSIDriver. */
export const csiDriver: Rule = fields({
  spec: always(
    fields({
      attachRequired: ifUnset(true),
      podInfoOnMount: ifUnset(false),
      storageCapacity: ifUnset(false),
      fsGroupPolicy: ifUnset('ReadWriteOnceWithFSType'),
      volumeLifecycleModes: lifecycleModes,
      requiresRepublish: ifUnset(false),
      seLinuxMount: ifUnset(false),
    }),
  ),
});

/** A CSIStorageCapacity. */
export const csiStorageCapacity: Rule = fields(same(quantity, 'capacity', 'maximumVolumeSize'));
