import { asList, asObject, asString, isObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { isStored } from './object.ts';

/** A version of the API by which someone writes an object, and where the input says so. */
export interface WrittenVersion {
  readonly apiVersion: string;
  readonly path: Path;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The versions by which an object is written. A manifest has one. The API server converts what it stores to a version of its
 * own choice; the managed fields, and what kubectl applied last, tell what the clients use.
 */
export function writtenVersions(resource: Resource): WrittenVersion[] {
  const versions = [versionAt(resource.content['apiVersion'], ['apiVersion'])];
  if (isStored(resource)) {
    const metadata = asObject(resource.content['metadata']);
    for (const [index, entry] of asList(metadata['managedFields']).entries()) {
      const path = ['metadata', 'managedFields', index, 'apiVersion'];
      versions.push(versionAt(asObject(entry)['apiVersion'], path));
    }
    const applied = asString(asObject(metadata['annotations'])[LAST_APPLIED]);
    versions.push(versionAt(appliedVersion(applied ?? ''), ['metadata', 'annotations', LAST_APPLIED]));
  }
  return versions.filter((version) => version !== undefined);
}

function versionAt(apiVersion: unknown, path: Path): WrittenVersion | undefined {
  return typeof apiVersion === 'string' ? { apiVersion, path } : undefined;
}

function appliedVersion(text: string): unknown {
  try {
    const applied: unknown = JSON.parse(text);
    return isObject(applied) ? applied['apiVersion'] : undefined;
  } catch {
    return undefined;
  }
}
