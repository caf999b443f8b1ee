import type { Path } from '../core/path.ts';
import { keyOf, type Place, type Resource } from '../core/resource.ts';
import { credentialPlace } from './credential-place.ts';
import { byFormat, byNameToo, findInFields } from './find-in-fields.ts';
import { isOwnKind } from './kind.ts';
import { described, isVariableOrCommand, type LiteralCredential } from './literal-credential.ts';
import { mayHoldCredential } from './may-hold-credential.ts';
import { lastApplied } from './secret-data.ts';
import type { WholeObject } from './whole-object.ts';

/** A credential in a field, or a key, that no check of a kind or a field of its own looks at. */
export interface FieldCredential extends LiteralCredential {
  /** The name of the field, or of the list that it is an entry of; for a key, of the mapping that it stands in. */
  readonly field: string;
  /** True if a key of the field is the credential, or holds it. */
  readonly isKey: boolean;
  /** What is wrong: the field, or the list that has it as an entry, as a fact names entries by what they say. */
  readonly about: Place;
}

/** The mappings of kinds whose values have checks of their own. */
const VALUES: ReadonlyMap<string, ReadonlySet<string | number>> = new Map([
  ['Secret', new Set<string | number>(['data', 'stringData'])],
  ['ConfigMap', new Set<string | number>(['data', 'binaryData'])],
]);
const NO_FIELDS: ReadonlySet<string | number> = new Set();
const CONTAINERS: ReadonlySet<string | number> = new Set(['initContainers', 'containers', 'ephemeralContainers']);

const NOTHING: readonly FieldCredential[] = [];

/** The credentials of an object in all that is left by the checks of variables, commands, ConfigMaps and Secrets. */
export function fieldCredentials({ resource, templates }: WholeObject): readonly FieldCredential[] {
  const isDescribed = isOwnKind(resource.kind);
  if (isDescribed && !mayHoldCredential(resource.content, VALUES.get(resource.kind) ?? NO_FIELDS)) return NOTHING;
  const search = isDescribed ? byFormat : byNameToo;
  const found = findInFields(resource.content, search, judgedElsewhere(resource, templates));
  if (found.length === 0) return NOTHING;
  return found.map(({ credential, path, isKey, text }) => ({
    ...described(credential),
    field: nameOf(isKey ? path.slice(0, -1) : path),
    isKey,
    at: isKey ? keyOf({ resource, path }) : credentialPlace({ resource, path }, text ?? '', credential),
    about: { resource, path: typeof path.at(-1) === 'number' ? path.slice(0, -1) : path },
  }));
}

function nameOf(path: Path): string {
  return path.findLast((segment) => typeof segment === 'string') ?? '';
}

/** Tells the fields of a resource that other checks look at. */
function judgedElsewhere({ kind }: Resource, templates: readonly Path[]): (path: Path) => boolean {
  const values = VALUES.get(kind);
  if (values !== undefined) return (path) => isValue(path, values) || (kind === 'Secret' && isCopy(path));
  if (templates.length === 0) return isNowhere;
  return (path) => mayBeInContainer(path) && templates.some((template) => isInContainer(path, template));
}

function isNowhere(): boolean {
  return false;
}

function isValue(path: Path, values: ReadonlySet<string | number>): boolean {
  return path.length === 2 && values.has(path[0] ?? '');
}

function isCopy(path: Path): boolean {
  return path.length === 3 && path[2] === lastApplied;
}

/** Cheap, as it is asked of every field. */
function mayBeInContainer(path: Path): boolean {
  const key = path[path.length - 1];
  return key === 'value' || key === 'command' || key === 'args';
}

function isInContainer(path: Path, template: Path): boolean {
  const depth = template.length;
  if (path[depth] !== 'spec' || !CONTAINERS.has(path[depth + 1] ?? '')) return false;
  return template.every((key, index) => key === path[index]) && isVariableOrCommand(path, depth + 3);
}
