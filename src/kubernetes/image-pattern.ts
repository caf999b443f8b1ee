import { remembered } from '../core/remembered.ts';
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
  const wanted = patternOf(pattern);
  if (registry.toLowerCase() !== wanted.registry) return false;
  if (wanted.tag !== undefined && wanted.tag !== tag) return false;
  return wanted.prefix === '' || repository === wanted.prefix || repository.startsWith(`${wanted.prefix}/`);
}

const patternOf = remembered(parsePattern);

/** As an image reference is read, but that a host may stand alone, and a number behind its colon is a port. */
function parsePattern(pattern: string): ImagePattern {
  const colon = pattern.indexOf(':', pattern.lastIndexOf('/') + 1);
  const hasTag = colon !== -1 && (pattern.includes('/') || !/^\d+$/.test(pattern.slice(colon + 1)));
  const tag = hasTag ? pattern.slice(colon + 1) : undefined;
  const named = hasTag ? pattern.slice(0, colon) : pattern;
  const slash = named.indexOf('/');
  const first = slash === -1 ? named : named.slice(0, slash);
  if (first === '' || first === 'localhost' || /[.:]/.test(first)) {
    const host = first.toLowerCase();
    const registry = host === 'index.docker.io' ? 'docker.io' : host;
    return { registry, prefix: slash === -1 ? '' : withoutEndSlash(named.slice(slash + 1)), tag };
  }
  return { registry: 'docker.io', prefix: slash === -1 ? `library/${named}` : withoutEndSlash(named), tag };
}

function withoutEndSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
