import { asObject, isObject, type JsonObject } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import { scaledValue } from '../../int-or-string.ts';
import { dns1123Label } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';
import { checkClaimSpec } from './claims.ts';
import { checkName, checkNotNegative, entries, isAbsent, isEmpty } from './fields.ts';
import { checkWorkloadSelector } from './labels.ts';
import { checkPodTemplate } from './pods.ts';
import { checkCountOrPercent } from './ports.ts';
import type { ObjectRule } from './rule.ts';

const NUMBERS = ['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'];
const PATH: Path = ['spec'];
const TEMPLATE: Path = ['spec', 'template'];

/** A Deployment. */
export const checkDeployment: ObjectRule = (object, report) => {
  const spec = checkWorkload(object, 'deployment', report);
  checkPodTemplate(spec['template'], TEMPLATE, report);
  const strategy = asObject(spec['strategy']);
  const { type, rollingUpdate } = strategy;
  const path = ['spec', 'strategy', 'rollingUpdate'];
  if (type === 'Recreate' && !isAbsent(rollingUpdate)) {
    report.forbidden(path, "may not be specified when strategy `type` is 'Recreate'");
  }
  if ((isEmpty(type) || type === 'RollingUpdate') && isObject(rollingUpdate)) {
    checkRollingUpdate(rollingUpdate, path, 'may not be 0 when `maxSurge` is 0', report);
  }
  const { progressDeadlineSeconds: deadline, minReadySeconds: ready } = spec;
  if (typeof deadline === 'number' && deadline <= (typeof ready === 'number' ? ready : 0)) {
    report.invalid(['spec', 'progressDeadlineSeconds'], deadline, 'must be greater than minReadySeconds');
  }
};

/** A ReplicaSet. */
export const checkReplicaSet: ObjectRule = (object, report) => {
  const spec = checkWorkload(object, 'deployment', report);
  checkPodTemplate(spec['template'], TEMPLATE, report);
};

/** A DaemonSet. */
export const checkDaemonSet: ObjectRule = (object, report) => {
  const spec = checkWorkload(object, 'daemonset', report);
  checkPodTemplate(spec['template'], TEMPLATE, report);
  const { type, rollingUpdate } = asObject(spec['updateStrategy']);
  if ((isEmpty(type) || type === 'RollingUpdate') && isObject(rollingUpdate)) {
    const path = ['spec', 'updateStrategy', 'rollingUpdate'];
    const { maxSurge, maxUnavailable } = rollingUpdate;
    checkCountOrPercent(maxUnavailable, [...path, 'maxUnavailable'], report);
    checkCountOrPercent(maxSurge, [...path, 'maxSurge'], report);
    // One at a time may be missing unless the strategy says otherwise.
    const surge = scaledValue(maxSurge ?? 0, 100, 'up');
    const unavailable = scaledValue(maxUnavailable ?? 1, 100, 'up');
    if (surge === 0 && unavailable === 0) {
      report.required([...path, 'maxUnavailable'], 'cannot be 0 when maxSurge is 0');
    } else if (surge !== undefined && surge > 0 && unavailable !== undefined && unavailable > 0) {
      report.invalid([...path, 'maxSurge'], maxSurge, 'may not be set when maxUnavailable is non-zero');
    }
  }
};

/** A StatefulSet. */
export const checkStatefulSet: ObjectRule = (object, report) => {
  const spec = checkWorkload(object, 'statefulset', report);
  const claims = entries(spec['volumeClaimTemplates'], ['spec', 'volumeClaimTemplates']);
  for (const [claim, at] of claims) checkClaimSpec(asObject(claim['spec']), [...at, 'spec'], report);
  // The controller sets the host names of the pods, whatever the template says.
  const names = claims.map(([claim]) => asObject(claim['metadata'])['name']);
  checkPodTemplate(withoutHostNames(spec['template']), TEMPLATE, report, names);
  checkName(spec['serviceName'], dns1123Label, ['spec', 'serviceName'], report);
  const { type, rollingUpdate } = asObject(spec['updateStrategy']);
  const path = ['spec', 'updateStrategy', 'rollingUpdate'];
  if (type === 'OnDelete' && !isAbsent(rollingUpdate)) {
    report.invalid(path, rollingUpdate, "only allowed for updateStrategy 'RollingUpdate'");
  } else if (isObject(rollingUpdate)) {
    checkNotNegative(rollingUpdate, ['partition'], path, report);
    checkCountOrPercent(rollingUpdate['maxUnavailable'], [...path, 'maxUnavailable'], report);
  }
};

function withoutHostNames(template: unknown): unknown {
  if (!isObject(template) || !isObject(template['spec'])) return template;
  const spec = Object.fromEntries(
    Object.entries(template['spec']).filter(([name]) => name !== 'hostname' && name !== 'subdomain'),
  );
  return { ...template, spec };
}

/** What all controllers of pods that never end have in common. */
function checkWorkload(object: JsonObject, kind: string, report: ViolationReport): JsonObject {
  const spec = asObject(object['spec']);
  checkNotNegative(spec, NUMBERS, PATH, report);
  checkWorkloadSelector(spec, PATH, kind, report);
  const pod = asObject(asObject(spec['template'])['spec']);
  const policy = pod['restartPolicy'];
  if (policy === 'OnFailure' || policy === 'Never') {
    report.notSupported([...TEMPLATE, 'spec', 'restartPolicy'], policy, ['Always']);
  }
  if (!isAbsent(pod['activeDeadlineSeconds'])) {
    const words = `activeDeadlineSeconds in ${String(object['kind'])} is not Supported`;
    report.forbidden([...TEMPLATE, 'spec', 'activeDeadlineSeconds'], words);
  }
  return spec;
}

function checkRollingUpdate(update: JsonObject, path: Path, words: string, report: ViolationReport): void {
  const { maxSurge, maxUnavailable } = update;
  checkCountOrPercent(maxUnavailable, [...path, 'maxUnavailable'], report);
  checkCountOrPercent(maxSurge, [...path, 'maxSurge'], report, true);
  const isStill =
    scaledValue(maxSurge ?? '25%', 100, 'up') === 0 && scaledValue(maxUnavailable ?? '25%', 100, 'up') === 0;
  if (isStill) report.invalid([...path, 'maxUnavailable'], maxUnavailable, words);
}
