import type { Version } from '../../core/check.ts';
import { asObject, isObject, type JsonObject, valueAt } from '../../core/json.ts';
import { podTemplatePaths } from '../pod-template.ts';
import { type Evaluation, evaluatePod, violationText } from './evaluate.ts';
import {
  type ExemptionReason,
  type Exemptions,
  isExemptByRuntimeClass,
  noExemptions,
  requestExemption,
} from './exemptions.ts';
import { goQuote } from './go-quote.ts';
import {
  defaultNamespacePolicy,
  formatLevelVersion,
  type LabelledPolicy,
  type LevelVersion,
  labelErrorText,
  type NamespacePolicy,
  podSecurityModes,
  podSecurityPrefix,
  policyOfLabels,
} from './namespace-labels.ts';
import { latestPolicyVersion } from './policy-version.ts';
import { isSignificantUpdate } from './significant-update.ts';

/** How the server's Pod Security is set up. */
export interface PodSecuritySetting {
  readonly serverVersion?: Version;
  /** What holds where a namespace has no label. */
  readonly defaults?: NamespacePolicy;
  readonly exemptions?: Exemptions;
}

/** A request to create or change a pod or a controller of pods. */
export interface PodRequest {
  readonly operation: 'create' | 'update';
  /** As the project names kinds: `Pod`, `apps/Deployment`. */
  readonly kind: string;
  /** Empty for the object itself. */
  readonly subresource?: string;
  readonly namespace: string;
  readonly name: string;
  readonly username: string;
  readonly object: JsonObject;
  /** Of an update. */
  readonly oldObject?: JsonObject;
}

/** What the API server answers to a request. */
export interface PodSecurityAnswer {
  readonly allowed: boolean;
  /** What the client is told of a refusal, word for word; empty if the request is allowed. */
  readonly message: string;
  /** 200 if the request is allowed, else 403 for a pod and 422 for the labels of a namespace. */
  readonly code: number;
  readonly warnings: readonly string[];
  /** What the audit log gets, with whole keys. */
  readonly auditAnnotations: Readonly<Record<string, string>>;
}

/** Requests that cannot change what decides. Others, unknown ones too, are judged. */
const IGNORED_SUBRESOURCES: ReadonlySet<string> = new Set([
  'exec',
  'attach',
  'binding',
  'eviction',
  'log',
  'portforward',
  'proxy',
  'status',
]);

/** The plain answer to a request that Pod Security has nothing to say to. */
export const allowedAnswer: PodSecurityAnswer = {
  allowed: true,
  message: '',
  code: 200,
  warnings: [],
  auditAnnotations: {},
};

/**
 * What Pod Security says to a request for a pod or a built-in controller of pods, in a namespace of these labels. Only pods
 * are refused; of controllers the server warns. Custom resources are not looked at.
 */
export function admitPod(
  request: PodRequest,
  namespaceLabels: ReadonlyMap<string, string>,
  setting: PodSecuritySetting = {},
): PodSecurityAnswer {
  const { defaults = defaultNamespacePolicy, exemptions = noExemptions, serverVersion } = setting;
  const template = podTemplatePaths.get(request.kind);
  const isPod = request.kind === 'Pod';
  const subresource = request.subresource ?? '';
  if (template === undefined) return allowedAnswer;
  if (isPod ? IGNORED_SUBRESOURCES.has(subresource) : subresource !== '') return allowedAnswer;
  const exemption = requestExemption(exemptions, request);
  if (exemption !== undefined) return exemptAnswer(exemption);
  const labelled = policyOfLabels(namespaceLabels, defaults, serverVersion);
  const asked = isPod ? podSecurityModes : (['audit', 'warn'] as const);
  if (labelled.errors.length === 0 && asked.every((mode) => labelled.policy[mode].level === 'privileged')) {
    const everything = { level: 'privileged', version: latestPolicyVersion } as const;
    return isPod ? withAudit({ 'enforce-policy': formatLevelVersion(everything) }) : allowedAnswer;
  }
  if (isPod && request.operation === 'update' && !isSignificantUpdate(request.object, request.oldObject ?? {})) {
    return allowedAnswer;
  }
  const pod = template.length === 0 ? request.object : valueAt(request.object, template);
  // Only a ReplicationController may leave its template out; an empty one has no container that could be wrong.
  if (!isObject(pod) && request.kind === 'ReplicationController') return allowedAnswer;
  const judged = asObject(pod);
  if (isExemptByRuntimeClass(exemptions, asObject(judged['spec']))) return exemptAnswer('runtimeClass');
  const evaluate = ({ level, version }: LevelVersion): Evaluation =>
    evaluatePod(level, version, judged, { ...(serverVersion && { serverVersion }), isTemplate: !isPod });
  return answerOf(labelled, evaluate, isPod ? request : undefined);
}

/** The answer of the three modes; enforced where a pod is asked for. */
function answerOf(
  { policy, errors }: LabelledPolicy,
  evaluate: (asked: LevelVersion) => Evaluation,
  pod: PodRequest | undefined,
): PodSecurityAnswer {
  const annotations: Record<string, string> = {};
  if (errors.length > 0) annotations['error'] = `Failed to parse policy: ${labelErrorText(errors)}`;
  let message = '';
  if (pod !== undefined) {
    annotations['enforce-policy'] = formatLevelVersion(policy.enforce);
    const { allowed, text } = evaluate(policy.enforce);
    const subject = pod.name === '' ? 'pods' : `pods ${goQuote(pod.name)}`;
    if (!allowed) message = `${subject} is forbidden: ${text}`;
  }
  const ofAudit = wouldViolate(policy.audit, evaluate);
  if (ofAudit !== undefined) annotations['audit-violations'] = ofAudit;
  const ofWarn = message === '' ? wouldViolate(policy.warn, evaluate) : undefined;
  const answer = withAudit(annotations);
  if (message !== '') return { ...answer, allowed: false, message, code: 403 };
  return ofWarn === undefined ? answer : { ...answer, warnings: [ofWarn] };
}

function wouldViolate(asked: LevelVersion, evaluate: (asked: LevelVersion) => Evaluation): string | undefined {
  const { allowed, violations } = evaluate(asked);
  if (allowed) return undefined;
  return `would violate PodSecurity "${formatLevelVersion(asked)}": ${violationText(violations)}`;
}

function exemptAnswer(reason: ExemptionReason): PodSecurityAnswer {
  return withAudit({ exempt: reason });
}

function withAudit(annotations: Readonly<Record<string, string>>): PodSecurityAnswer {
  const whole: Record<string, string> = {};
  for (const [key, value] of Object.entries(annotations)) whole[podSecurityPrefix + key] = value;
  return { ...allowedAnswer, auditAnnotations: whole };
}
