import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  packages: Record<string, LockEntry>;
}

const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * Completes the lockfile after a change of dependencies: npm leaves out the optional packages of platforms that the
 * registry at hand does not hold, and `npm ci` then refuses the file. They are entered by name and version, without
 * integrity, and only their own platform ever installs them.
 */
export function completeLockfile(lockfile: Lockfile): Lockfile {
  const packages = { ...lockfile.packages };
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const hoisted = `node_modules/${name}`;
      if (packages[hoisted] !== undefined || packages[`${path}/${hoisted}`] !== undefined) continue;
      packages[hoisted] = { version, ...platformOf(name), dev: true, optional: true };
    }
  }
  return { ...lockfile, packages: Object.fromEntries(Object.entries(packages).toSorted(byPath)) };
}

function isLockfile(value: unknown): value is Lockfile {
  return typeof value === 'object' && value !== null && 'packages' in value;
}

function byPath([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}

function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu'> {
  const words = name.split(/[/-]/);
  const os = OPERATING_SYSTEMS.find((system) => words.includes(system)) ?? 'none';
  const cpu = PROCESSORS.find((processor) => words.includes(processor)) ?? 'none';
  return { os: [os], cpu: [cpu] };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lockfile: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isLockfile(lockfile)) throw new Error('package-lock.json names no packages');
  writeFileSync(path, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`);
}
