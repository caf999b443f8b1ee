import { asList, asNumber, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { Workload } from './workload.ts';

/** A declared volume of a pod. One without a source is an emptyDir. */
export interface Volume {
  readonly name: string;
  readonly content: JsonObject;
  /** The cleaned path of a hostPath volume. */
  readonly hostPath: string | undefined;
  at(...path: Path): Place;
}

/** A token that a projected volume asks for. */
export interface ProjectedToken {
  readonly volume: string;
  /** Seconds; 3600 unless set. */
  readonly expirationSeconds: number;
  /** Whom the token is meant for; undefined or empty for the API server. */
  readonly audience: string | undefined;
  at(...path: Path): Place;
}

/** The volumes that a pod spec declares, mounted or not. */
export function volumesOf(workload: Workload): Volume[] {
  return asList(workload.pod['volumes']).map((entry, index) => new VolumeView(workload, asObject(entry), index));
}

/** A class, as a scan makes many: the members of a literal would be made anew for each volume. */
class VolumeView implements Volume {
  readonly name: string;
  readonly content: JsonObject;
  private readonly workload: Workload;
  private readonly index: number;

  constructor(workload: Workload, content: JsonObject, index: number) {
    this.name = asString(content['name']) ?? '';
    this.content = content;
    this.workload = workload;
    this.index = index;
  }

  get hostPath(): string | undefined {
    const path = asString(asObject(this.content['hostPath'])['path']);
    return path === undefined ? undefined : cleanPath(path);
  }

  at(...path: Path): Place {
    return this.workload.at('volumes', this.index, ...path);
  }
}

/** The service account tokens that the volumes project. */
export function projectedTokensOf(workload: Workload): ProjectedToken[] {
  const tokens: ProjectedToken[] = [];
  for (const volume of workload.volumes) {
    const sources = asList(asObject(volume.content['projected'])['sources']);
    for (const [index, source] of sources.entries()) {
      const token = asObject(source)['serviceAccountToken'];
      if (token === undefined || token === null) continue;
      tokens.push({
        volume: volume.name,
        get expirationSeconds() {
          return asNumber(asObject(token)['expirationSeconds']) ?? 3600;
        },
        get audience() {
          return asString(asObject(token)['audience']);
        },
        at: (...rest) => volume.at('projected', 'sources', index, 'serviceAccountToken', ...rest),
      });
    }
  }
  return tokens;
}

/** True for the token that the API server gives to every pod. */
export function isInjectedToken({ volume, expirationSeconds }: ProjectedToken): boolean {
  return volume.startsWith('kube-api-access-') && expirationSeconds === 3607;
}

/**
 * Collapses repeated slashes, resolves `.` and `..`, and drops a trailing slash, as the node does with a path. Windows pipes
 * and drives are left as they are.
 */
export function cleanPath(path: string): string {
  if (path.includes('\\') || /^[A-Za-z]:/.test(path)) return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** True if the path equals the folder or lies below it; both cleaned. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`);
}
