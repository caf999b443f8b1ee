import { asList } from '../../core/json.ts';
import { objectReference } from './reference.ts';
import {
  each,
  fields,
  flag,
  ifEmpty,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  mappingOf,
  onMapping,
  type Rule,
  text,
  withField,
} from './rule.ts';

const NAME = 'kubernetes.io/metadata.name';
const FINALIZER = 'kubernetes';

/** Every namespace can be selected by its name. */
const nameLabel = onMapping((namespace) => {
  const metadata = mappingOf(namespace['metadata']);
  const { name, labels } = metadata;
  if (typeof name !== 'string' || name === '' || (!isUnset(labels) && !isMapping(labels))) return namespace;
  if (labels?.[NAME] === name) return namespace;
  return withField(namespace, 'metadata', { ...metadata, labels: { ...labels, [NAME]: name } });
});

/** The namespace is deleted after what is in it. */
const finalizer = onMapping((namespace) => {
  const { spec } = namespace;
  if (!isUnset(spec) && !isMapping(spec)) return namespace;
  const given = spec?.['finalizers'];
  const isMalformed = !isUnset(given) && !Array.isArray(given);
  if (isMalformed || asList(given).includes(FINALIZER)) return namespace;
  const finalizers = [...asList(given), FINALIZER];
  return withField(namespace, 'spec', { ...spec, finalizers });
});

/** A Namespace. */
export const namespace: Rule = inTurn(nameLabel, finalizer);

/** A ServiceAccount. */
export const serviceAccount: Rule = fields({
  secrets: each(objectReference),
  imagePullSecrets: each(fields({ name: text })),
});

/** A Secret. What `stringData` holds stays there. */
export const secret: Rule = fields({ type: ifEmpty('Opaque') });

/** A PriorityClass. */
export const priorityClass: Rule = fields({
  globalDefault: flag,
  description: text,
  preemptionPolicy: ifUnset('PreemptLowerPriority'),
});
