import { lifecycle, probe } from './probe.ts';
import { pullPolicy } from './pull-policy.ts';
import { quantity, resourceRequirements } from './resources.ts';
import { each, fields, flag, ifEmpty, ifUnset, inTurn, isUnset, number, type Rule, same, text } from './rule.ts';

/** A reference to a field of the pod. */
export const fieldReference: Rule = fields({ apiVersion: ifEmpty('v1') });

/** A reference to a container's requests or limits. */
export const resourceFieldReference: Rule = fields({
  containerName: text,
  divisor: (value, target) => (isUnset(value) ? '0' : quantity(value, target)),
});

/** SELinux options of a container or a pod. */
export const seLinuxOptions: Rule = fields(same(text, 'user', 'role', 'type', 'level'));

const named = fields({ name: text });

const environmentVariable = fields({
  value: text,
  valueFrom: fields({
    fieldRef: fieldReference,
    resourceFieldRef: resourceFieldReference,
    configMapKeyRef: named,
    secretKeyRef: named,
    fileKeyRef: fields({ optional: ifUnset(false) }),
  }),
});

/** A container of any role, as every pod-bearing object has it. */
export const container: Rule = inTurn(
  pullPolicy('image', 'imagePullPolicy'),
  fields({
    ...same(text, 'image', 'workingDir', 'targetContainerName'),
    ...same(flag, 'stdin', 'stdinOnce', 'tty'),
    terminationMessagePath: ifEmpty('/dev/termination-log'),
    terminationMessagePolicy: ifEmpty('File'),
    ports: each(fields({ ...same(text, 'name', 'hostIP'), hostPort: number, protocol: ifEmpty('TCP') })),
    env: each(environmentVariable),
    restartPolicyRules: each(fields({ action: text, exitCodes: fields({ operator: text }) })),
    envFrom: each(fields({ prefix: text, configMapRef: named, secretRef: named })),
    resources: resourceRequirements,
    volumeMounts: each(fields({ readOnly: flag, ...same(text, 'subPath', 'subPathExpr') })),
    ...same(probe, 'livenessProbe', 'readinessProbe', 'startupProbe'),
    lifecycle,
    securityContext: fields({ seLinuxOptions }),
  }),
);
