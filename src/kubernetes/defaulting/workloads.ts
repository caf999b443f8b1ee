import { type JsonObject, ownValue } from '../../core/json.ts';
import { podTemplate as templateRule } from './pod-spec.ts';
import {
  always,
  each,
  fields,
  flag,
  ifEmpty,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  mappingOf,
  number,
  onMapping,
  type Rule,
  same,
  withField,
} from './rule.ts';
import { claimSpec } from './storage.ts';

const template = always(templateRule);

const ROLLING = 'RollingUpdate';

/** A strategy, by default rolling updates with the defaults given; any other keeps a rolling update with zeros. */
function strategy(defaults: Readonly<Record<string, string | number>>): Rule {
  const fallbacks = Object.entries(defaults);
  const rolling = always(fields(Object.fromEntries(fallbacks.map(([key, value]) => [key, ifUnset(value)]))));
  const whenRolling = fields({ rollingUpdate: rolling });
  const otherwise = fields({ rollingUpdate: fields(same(ifUnset(0), ...Object.keys(defaults))) });
  return always(
    inTurn(fields({ type: ifEmpty(ROLLING) }), (value, target) => {
      const isRolling = mappingOf(value)['type'] === ROLLING;
      return (isRolling ? whenRolling : otherwise)(value, target);
    }),
  );
}

/** A PodTemplate. */
export const podTemplate: Rule = fields({ template });

/** A Deployment. */
export const deployment: Rule = fields({
  spec: always(
    fields({
      replicas: ifUnset(1),
      strategy: strategy({ maxUnavailable: '25%', maxSurge: '25%' }),
      minReadySeconds: number,
      revisionHistoryLimit: ifUnset(10),
      paused: flag,
      progressDeadlineSeconds: ifUnset(600),
      template,
    }),
  ),
});

/** A DaemonSet. */
export const daemonSet: Rule = fields({
  spec: always(
    fields({
      updateStrategy: strategy({ maxUnavailable: 1, maxSurge: 0 }),
      minReadySeconds: number,
      revisionHistoryLimit: ifUnset(10),
      template,
    }),
  ),
});

/** Only the default strategy gets a rolling update of its own; one that is named keeps what is given. */
const statefulUpdate: Rule = always(
  inTurn(
    onMapping((given) => {
      if (!isUnset(given['type']) && given['type'] !== '') return given;
      const rollingUpdate = given['rollingUpdate'];
      return { ...given, type: ROLLING, rollingUpdate: isUnset(rollingUpdate) ? {} : rollingUpdate };
    }),
    fields({ rollingUpdate: fields({ partition: ifUnset(0) }) }),
  ),
);

const claimTemplate = fields({
  apiVersion: () => 'v1',
  kind: () => 'PersistentVolumeClaim',
  spec: claimSpec,
  status: always(fields({ phase: ifEmpty('Pending') })),
});

/** A StatefulSet. `maxUnavailable` has a default in the first patches of 1.35 only, and is left alone. */
export const statefulSet: Rule = fields({
  spec: always(
    fields({
      replicas: ifUnset(1),
      podManagementPolicy: ifEmpty('OrderedReady'),
      updateStrategy: statefulUpdate,
      revisionHistoryLimit: ifUnset(10),
      minReadySeconds: number,
      persistentVolumeClaimRetentionPolicy: always(
        fields({ whenDeleted: ifEmpty('Retain'), whenScaled: ifEmpty('Retain') }),
      ),
      volumeClaimTemplates: each(claimTemplate),
      template,
    }),
  ),
});

/** A ReplicaSet. */
export const replicaSet: Rule = fields({
  spec: always(fields({ replicas: ifUnset(1), minReadySeconds: number, template })),
});

/** A ReplicationController: it selects, and is itself labelled with, the labels of its template. */
export const replicationController: Rule = inTurn(
  onMapping((controller) => {
    const spec = mappingOf(controller['spec']);
    const labels = templateLabels(controller);
    if (labels === undefined) return controller;
    const selecting = isEmptyMapping(spec['selector'])
      ? { ...controller, spec: { ...spec, selector: labels } }
      : controller;
    return labelled(selecting, labels);
  }),
  fields({ spec: always(fields({ replicas: ifUnset(1), minReadySeconds: number, template: templateRule })) }),
);

/** The labels of the object's pod template; undefined if there are none. */
export function templateLabels(object: JsonObject): JsonObject | undefined {
  const labels = mappingOf(mappingOf(mappingOf(object['spec'])['template'])['metadata'])['labels'];
  return isMapping(labels) && Object.keys(labels).length > 0 ? labels : undefined;
}

/** The object with the labels, unless it has some of its own. */
export function labelled(object: JsonObject, labels: JsonObject): JsonObject {
  const metadata = ownValue(object, 'metadata');
  if (!isUnset(metadata) && !isMapping(metadata)) return object;
  if (!isEmptyMapping(metadata?.['labels'])) return object;
  return withField(object, 'metadata', { ...metadata, labels });
}

function isEmptyMapping(value: unknown): boolean {
  return isUnset(value) || (isMapping(value) && Object.keys(value).length === 0);
}
