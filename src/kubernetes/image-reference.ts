import { remembered } from '../core/remembered.ts';

/** An image reference, parsed as container runtimes do: `[host[:port]/]path[:tag][@digest]`. */
export interface ImageReference {
  /** `docker.io` where the reference names no registry. */
  readonly registry: string;
  /** The path in the registry; `library/` is filled in for Docker Hub. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…`. */
  readonly digest: string | undefined;
}

/**
 * Parses a reference. The first segment is a registry only if a slash follows and it holds a dot or a colon or is
 * `localhost`; a tag is looked for after the last slash only.
 */
export const parseImageReference: (reference: string) => ImageReference = remembered(parse);

function parse(reference: string): ImageReference {
  const at = reference.indexOf('@');
  const digest = at === -1 ? undefined : reference.slice(at + 1);
  const named = at === -1 ? reference : reference.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  const path = colon === -1 ? named : named.slice(0, colon);
  const slash = path.indexOf('/');
  const first = slash === -1 ? '' : path.slice(0, slash);
  const hasRegistry = first === 'localhost' || first.includes('.') || first.includes(':');
  const registry = !hasRegistry || first === 'index.docker.io' ? 'docker.io' : first;
  const repository = hasRegistry ? path.slice(slash + 1) : path;
  const isOfficial = registry === 'docker.io' && !repository.includes('/');
  return { registry, repository: isOfficial ? `library/${repository}` : repository, tag, digest };
}
