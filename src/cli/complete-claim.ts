import type { CompleteClaim } from '../core/coverage.ts';
import { UsageError } from './command.ts';

/** The value that a bare `--complete` stands for. */
export const everything = 'all';

/** A kind, alone or behind its group; a version is no group. */
const KIND = /^(?:(?!v\d)[a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]*$/;

/** Reads `all`, `KIND,…`, `@NAMESPACE`, `KIND,…@NAMESPACE`. */
export function parseCompleteClaim(value: string): CompleteClaim {
  const at = value.indexOf('@');
  const kindsText = at === -1 ? value : value.slice(0, at);
  const namespace = at === -1 ? undefined : value.slice(at + 1);
  if (value === '') throw new UsageError('--complete= names nothing', 'write --complete for everything');
  if (namespace?.includes(','))
    throw new UsageError(
      `--complete=${value} names two namespaces`,
      'repeat the option: --complete=@shop --complete=@jobs',
    );
  if (namespace === '') throw new UsageError(`--complete=${value} names no namespace behind the @`);
  const names = kindsText === everything || kindsText === '' ? undefined : kindsText.split(',');
  const wrong = names?.find((name) => !KIND.test(name));
  if (wrong !== undefined) {
    throw new UsageError(
      `--complete=${value}: "${wrong}" is no kind`,
      'write it as in manifests: --complete=NetworkPolicy,ServiceAccount@shop',
    );
  }
  return { kinds: names, namespace };
}
