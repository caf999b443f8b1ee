import type { JsonValue } from '../json-text.ts';

/** The base against which relative URIs of files are read: the folder that the scan was run in. */
export const sourceRoot = '%SRCROOT%';

/**
 * A file of a report as an artifactLocation object (SARIF 2.1.0, 3.4): a relative reference to the source root, or a `file` URI for an absolute
 * path, both percent-encoded as RFC 3986 wants it. Drive letters and network shares of Windows are absolute too.
 */
export function artifactLocation(file: string): JsonValue {
  if (file.startsWith('//')) return { uri: `file:${encodedPath(file)}` };
  if (file.startsWith('/')) return { uri: `file://${encodedPath(file)}` };
  const drive = /^([A-Za-z]:)\//.exec(file)?.[1];
  if (drive !== undefined) return { uri: `file:///${drive}${encodedPath(file.slice(drive.length))}` };
  return { uri: encodedPath(file), uriBaseId: sourceRoot };
}

function encodedPath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
