import type { Version } from '../core/check.ts';
import { nearest } from '../core/nearest.ts';
import { providers } from '../core/provider.ts';
import { type Severity, severities } from '../core/severity.ts';
import { parseVersion } from '../kubernetes/version.ts';
import { UsageError } from './command.ts';

const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A namespace as given.
 * @throws UsageError if none can have the name.
 */
export function parseNamespace(given: string): string {
  if (NAMESPACE.test(given)) return given;
  throw new UsageError(`"${given}" is no name of a namespace`, 'small letters, digits and dashes, 63 at most');
}

/**
 * A version of Kubernetes as given.
 * @throws UsageError if it is none.
 */
export function parseTargetVersion(given: string): Version {
  const version = parseVersion(given);
  if (version === undefined) throw new UsageError(`"${given}" is no Kubernetes version`, 'write it like 1.34');
  return version;
}

/**
 * The name of a provider as given.
 * @throws UsageError if it is not known.
 */
export function parseProvider(given: string): string {
  if (providers.some((provider) => provider === given)) return given;
  const close = nearest(given, providers);
  const hint = close === undefined ? `providers: ${providers.join(', ')}` : `did you mean: ${close}`;
  throw new UsageError(`there is no provider "${given}"`, hint);
}

/** True for the name of a severity. */
export function isSeverity(text: string | undefined): text is Severity {
  return severities.some((severity) => severity === text);
}
