import type { JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { isContainerSelinuxType } from '../../selinux-type.ts';
import { type EvaluatedPod, objectIn, textOf } from '../evaluated-pod.ts';
import type { Forbidden, PolicyCheck } from '../policy-check.ts';
import { named, setters, sortedOnce } from '../wording.ts';

/** SELinux types must be those of containers, and its users and roles the default ones. */
export const seLinuxOptions: PolicyCheck = {
  id: 'seLinuxOptions',
  level: 'baseline',
  revisions: [
    { from: 0, evaluate: (pod) => evaluate(pod, 0) },
    { from: 31, evaluate: (pod) => evaluate(pod, 31) },
  ],
};

function evaluate(pod: EvaluatedPod, minor: number): Forbidden | undefined {
  const ofPod = badFields(pod.securityContext, minor);
  const bad = pod.containers.flatMap((container) => {
    const fields = badFields(container.securityContext, minor);
    return fields.length === 0 ? [] : [{ container, fields }];
  });
  const fields = [...ofPod, ...bad.flatMap((one) => one.fields)];
  if (fields.length === 0) return undefined;
  const badTypes = sortedOnce(fields.flatMap(({ field, value }) => (field === 'type' ? value : [])));
  const details = badTypes.length === 0 ? [] : [named('type', badTypes)];
  if (fields.some(({ field }) => field === 'user')) details.push('user may not be set');
  if (fields.some(({ field }) => field === 'role')) details.push('role may not be set');
  const who = setters(
    ofPod.length > 0,
    bad.map(({ container }) => container),
  );
  return {
    reason: 'seLinuxOptions',
    detail: `${who} set forbidden securityContext.seLinuxOptions: ${details.join('; ')}`,
    locations: [
      ...ofPod.map(({ field }): Path => ['spec', 'securityContext', 'seLinuxOptions', field]),
      ...bad.flatMap((one) =>
        one.fields.map(({ field }) => one.container.at('securityContext', 'seLinuxOptions', field)),
      ),
    ],
  };
}

function badFields(securityContext: JsonObject, minor: number): { field: string; value: string }[] {
  const options = objectIn(securityContext, 'seLinuxOptions');
  if (options === undefined) return [];
  return ['type', 'user', 'role']
    .map((field) => ({ field, value: textOf(options[field]) }))
    .filter(({ field, value }) => (field === 'type' ? !isContainerSelinuxType(value, minor) : value !== ''));
}
