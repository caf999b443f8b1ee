import { bareKind } from '../../core/coverage.ts';
import { containerOf, type Exception, type MatchedFinding } from '../../core/exception.ts';
import { matchesGlob, matchesPathGlob } from '../../core/glob.ts';
import type { Path } from '../../core/path.ts';
import { type CheckCatalogue, parseSelector } from '../check-selection.ts';
import { asEntries } from './entries.ts';
import type { LoadedConfig } from './load.ts';
import type { Config } from './schema.ts';

type ConfigException = NonNullable<Config['exceptions']>[number];
type ObjectPattern = NonNullable<ConfigException['objects']>[number];

/** The exceptions of a configuration, one for each check selector and each baseline. `isPartial`: the input is a part of it. */
export function configExceptions(loaded: LoadedConfig, catalogue: CheckCatalogue, isPartial: boolean): Exception[] {
  return (loaded.config.exceptions ?? []).flatMap((entry, index) =>
    exceptionsOf(entry, ['exceptions', index], loaded, catalogue, isPartial),
  );
}

function exceptionsOf(
  entry: ConfigException,
  path: Path,
  loaded: LoadedConfig,
  catalogue: CheckCatalogue,
  isPartial: boolean,
): Exception[] {
  const { reason, until, owner, checks, fingerprints } = entry;
  const terms = { reason, until, ...(owner !== undefined && { owner }) };
  if (fingerprints !== undefined) {
    const location = loaded.locate([...path, 'fingerprints']);
    return [{ ...terms, check: '', scope: { of: 'fingerprints', fingerprints, isPartial }, location }];
  }
  const matches = matcherOf(entry, loaded);
  return asEntries(checks).map((word, index) => ({
    ...terms,
    check: word,
    scope: { of: 'findings', checks: parseSelector(word, catalogue).checks, matches, isPartial },
    location: loaded.locate(typeof checks === 'string' ? [...path, 'checks'] : [...path, 'checks', index]),
  }));
}

function matcherOf({ objects, paths }: ConfigException, loaded: LoadedConfig): (finding: MatchedFinding) => boolean {
  const globs = asEntries(paths);
  return (finding) => {
    if (objects !== undefined && !objects.some((pattern) => isOf(pattern, finding))) return false;
    const [location] = finding.locations;
    if (globs.length === 0) return true;
    if (location === undefined) return false;
    const path = loaded.pathOf(location.file);
    return globs.some((glob) => matchesPathGlob(glob, path));
  };
}

function isOf({ kind, namespace, name, containers }: ObjectPattern, { subject, part }: MatchedFinding): boolean {
  if (kind !== undefined && !matchesGlob(kind, kind.includes('/') ? subject.kind : bareKind(subject.kind)))
    return false;
  if (namespace !== undefined && !matchesGlob(namespace, subject.namespace ?? '')) return false;
  if (name !== undefined && !matchesGlob(name, subject.name)) return false;
  if (containers === undefined) return true;
  const container = containerOf(part);
  return container !== undefined && asEntries(containers).some((glob) => matchesGlob(glob, container));
}
