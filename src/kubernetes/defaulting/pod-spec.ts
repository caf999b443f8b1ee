import { container, seLinuxOptions } from './container.ts';
import { resourceList, resourceRequirements } from './resources.ts';
import {
  always,
  each,
  fields,
  flag,
  ifEmpty,
  ifUnset,
  inTurn,
  isUnset,
  onMapping,
  type Rule,
  same,
  text,
  withField,
} from './rule.ts';
import { volume } from './volumes.ts';

/** `serviceAccount` is the old name of `serviceAccountName`, which wins. Both say the same afterwards. */
const serviceAccount = onMapping((spec) => {
  const name = isEmpty(spec['serviceAccountName']) ? spec['serviceAccount'] : spec['serviceAccountName'];
  const kept = isEmpty(name) ? undefined : name;
  return withField(withField(spec, 'serviceAccountName', kept), 'serviceAccount', kept);
});

function isEmpty(value: unknown): boolean {
  return isUnset(value) || value === '';
}

/** The spec of a pod, as every pod-bearing object has it. */
export const podSpec: Rule = always(
  inTurn(
    serviceAccount,
    fields({
      dnsPolicy: ifEmpty('ClusterFirst'),
      restartPolicy: ifEmpty('Always'),
      schedulerName: ifEmpty('default-scheduler'),
      terminationGracePeriodSeconds: ifUnset(30),
      securityContext: inTurn(ifUnset({}), fields({ seLinuxOptions })),
      ...same(flag, 'hostNetwork', 'hostPID', 'hostIPC'),
      ...same(text, 'nodeName', 'hostname', 'subdomain', 'priorityClassName'),
      ...same(each(container), 'initContainers', 'containers', 'ephemeralContainers'),
      volumes: each(volume),
      imagePullSecrets: each(fields({ name: text })),
      tolerations: each(fields(same(text, 'key', 'operator', 'value', 'effect'))),
      dnsConfig: fields({ options: each(fields({ name: text })) }),
      overhead: resourceList,
      resources: resourceRequirements,
    }),
  ),
);

const oldInitContainers = same(
  () => undefined,
  'pod.beta.kubernetes.io/init-containers',
  'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses',
  'pod.alpha.kubernetes.io/init-container-statuses',
);

/** The metadata of a pod: annotations that held init containers before they were a field are dropped. */
export const podMetadata: Rule = fields({ annotations: fields(oldInitContainers) });

/** The metadata and spec that a controller makes its pods from. */
export const podTemplate: Rule = fields({ metadata: podMetadata, spec: podSpec });
