import type { ImageReference } from './image-reference.ts';

/** A part of a registry that a user names: `host[/path-prefix][:tag]`. */
interface ImagePattern {
  readonly registry: string;
  /** Empty for the whole registry. */
  readonly prefix: string;
  readonly tag: string | undefined;
}

/**
 * True if an image comes from the part of a registry that the pattern `host[/path-prefix][:tag]` names. The prefix ends at a
 * `/` or at the end of the repository; a tag must be equal. The case of letters in the host does not matter.
 */
export function matchesImagePattern({ registry, repository, tag }: ImageReference, pattern: string): boolean {
  const wanted = parsePattern(pattern);
  if (registry.toLowerCase() !== wanted.registry) return false;
  if (wanted.tag !== undefined && wanted.tag !== tag) return false;
  return wanted.prefix === '' || repository === wanted.prefix || repository.startsWith(`${wanted.prefix}/`);
}

/** The first segment is always the host, with its port if it has one; a tag is looked for behind it only. */
function parsePattern(pattern: string): ImagePattern {
  const slash = pattern.indexOf('/');
  if (slash === -1) return { registry: pattern.toLowerCase(), prefix: '', tag: undefined };
  const rest = pattern.slice(slash + 1);
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  const path = colon === -1 ? rest : rest.slice(0, colon);
  return {
    registry: pattern.slice(0, slash).toLowerCase(),
    prefix: path.endsWith('/') ? path.slice(0, -1) : path,
    tag: colon === -1 ? undefined : rest.slice(colon + 1),
  };
}
