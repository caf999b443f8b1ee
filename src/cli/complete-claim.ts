import { checks } from '../checks/registry.generated.ts';
import { bareKind, type CompleteClaim } from '../core/coverage.ts';
import { nearest } from '../core/nearest.ts';
import { isBuiltInKind } from '../kubernetes/schema/built-in-schemas.ts';
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
  for (const name of names ?? []) refuseMisspelt(name, value);
  return { kinds: names, namespace };
}

/**
 * A kind that no check looks for may be a custom one, or one that will be looked for one day. One that is nearly such a kind
 * would claim nothing without a word.
 */
function refuseMisspelt(name: string, value: string): void {
  const known = new Set(checks.flatMap(({ reads }) => reads));
  const candidates = name.includes('/') ? known : new Set([...known].map(bareKind));
  if (known.has(name) || candidates.has(name) || isBuiltInKind(bareKind(name))) return;
  const meant = nearest(name, candidates);
  if (meant === undefined || !isSlip(name, meant)) return;
  throw new UsageError(
    `--complete=${value}: no check looks for "${name}"; did you mean ${meant}?`,
    'write the group of a custom kind: --complete=shop.example/Order',
  );
}

/** From this many characters on, two kinds that begin alike and are as long are hardly two. */
const LONG_KIND = 8;

/** True for another case, a plural, or a slip in a long name. The kinds of another group have a right to their names. */
function isSlip(name: string, meant: string): boolean {
  const [lower, other] = [name.toLowerCase(), meant.toLowerCase()];
  if (lower === other || lower === `${other}s`) return true;
  if (groupOf(name) !== groupOf(meant) || lower.charAt(0) !== other.charAt(0)) return false;
  return bareKind(name).length >= LONG_KIND && Math.abs(name.length - meant.length) <= 1;
}

function groupOf(kind: string): string {
  return kind.slice(0, kind.length - bareKind(kind).length);
}
