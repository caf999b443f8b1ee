import kubeaudit from './peers/kubeaudit.ts';
import type { Suppression } from './suppression.ts';

/** A suppression of a label, which may be about one container. */
export interface LabelSuppression extends Suppression {
  readonly container: string | undefined;
}

const CONTAINER_PREFIXES = ['container.audit.kubernetes.io/', 'container.kubeaudit.io/'];
/** Behind the first two stands `pod.` or `namespace.`, in older versions the name of the namespace. */
const OBJECT_PREFIXES = ['audit.kubernetes.io/', 'audit.kubeaudit.io/'];
const SHORT_PREFIX = 'kubeaudit.io/';

/**
 * The results that each override of kubeaudit holds for. Overrides of one capability or one mount are left out: an exception
 * of the check would accept the others too.
 */
const OVERRIDES: Readonly<Record<string, readonly string[]>> = {
  'allow-automount-service-account-token': ['AutomountServiceAccountTokenTrueAndDefaultSA'],
  'allow-disabled-apparmor': ['AppArmorAnnotationMissing', 'AppArmorDisabled', 'AppArmorBadValue'],
  'allow-namespace-host-ipc': ['NamespaceHostIPCTrue'],
  'allow-namespace-host-network': ['NamespaceHostNetworkTrue'],
  'allow-namespace-host-pid': ['NamespaceHostPIDTrue'],
  'allow-non-default-deny-egress-network-policy': ['MissingDefaultDenyEgressNetworkPolicy'],
  'allow-non-default-deny-ingress-network-policy': ['MissingDefaultDenyIngressNetworkPolicy'],
  'allow-privilege-escalation': ['AllowPrivilegeEscalationNil', 'AllowPrivilegeEscalationTrue'],
  'allow-privileged': ['PrivilegedTrue'],
  'allow-read-only-root-filesystem-false': ['ReadOnlyRootFilesystemFalse', 'ReadOnlyRootFilesystemNil'],
  'allow-run-as-root': [
    'RunAsNonRootCSCFalse',
    'RunAsNonRootPSCFalseCSCNil',
    'RunAsNonRootPSCNilCSCNil',
    'RunAsUserCSCRoot',
    'RunAsUserPSCRoot',
  ],
};

/** The overrides of kubeaudit that are understood. */
export const kubeauditOverrides: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(OVERRIDES));

/** What a label says to kubeaudit not to report: its value is the reason, `true` is none. */
export function labelSuppressions(key: string, value: string): LabelSuppression[] {
  const named = overrideIn(key);
  if (named === undefined) return [];
  const { container, override } = named;
  const reason = value.toLowerCase() === 'true' ? '' : value;
  const ids = kubeauditOverrides.get(override.toLowerCase()) ?? [override];
  return ids.map((id) => ({ peer: kubeaudit, id, form: 'label', reason, container }));
}

function overrideIn(key: string): { container: string | undefined; override: string } | undefined {
  const ofContainer = behindAny(key, CONTAINER_PREFIXES);
  if (ofContainer !== undefined) return splitAtDot(ofContainer);
  const ofObject = behindAny(key, OBJECT_PREFIXES);
  if (ofObject !== undefined) {
    const split = splitAtDot(ofObject);
    return split && { container: undefined, override: split.override };
  }
  return key.startsWith(SHORT_PREFIX) ? { container: undefined, override: key.slice(SHORT_PREFIX.length) } : undefined;
}

function behindAny(key: string, prefixes: readonly string[]): string | undefined {
  const prefix = prefixes.find((start) => key.startsWith(start));
  return prefix === undefined ? undefined : key.slice(prefix.length);
}

/** `NAME.OVERRIDE`; neither holds a dot. */
function splitAtDot(text: string): { container: string; override: string } | undefined {
  const dot = text.indexOf('.');
  return dot <= 0 ? undefined : { container: text.slice(0, dot), override: text.slice(dot + 1) };
}
