const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const HOST = `(?:${HOST_PART}(?:\\.${HOST_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH = new RegExp(`^${NAME_PART}(?:/${NAME_PART})*$`);
const REGISTRY = new RegExp(`^${HOST}$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const BARE_DIGEST = /^[a-f0-9]{64}$/;

const LONGEST_REFERENCE = 1024;
const LONGEST_PATH = 255;

/** What keeps a text from being an image reference. */
export type ImageReferenceFault = 'empty' | 'template' | 'space' | 'length' | 'digest' | 'tag' | 'upperCase' | 'form';

/** The parts of a well-formed reference that say which version it means. */
export interface ImageVersion {
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** The tag and digest of a reference as container runtimes read it, or what is wrong with it. Takes linear time. */
export function readImageVersion(reference: string): ImageVersion | ImageReferenceFault {
  if (reference === '') return 'empty';
  if (reference.includes('{{') || reference.includes('${')) return 'template';
  if (/\s/.test(reference)) return 'space';
  if (reference.length > LONGEST_REFERENCE) return 'length';
  // Runtimes take it for the identity of an image on the node.
  if (BARE_DIGEST.test(reference)) return 'form';
  const at = reference.indexOf('@');
  const digest = at === -1 ? undefined : reference.slice(at + 1);
  if (digest !== undefined && !DIGEST.test(digest)) return 'digest';
  const named = at === -1 ? reference : reference.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return 'tag';
  return nameFault(colon === -1 ? named : named.slice(0, colon)) ?? { tag, digest };
}

function nameFault(name: string): ImageReferenceFault | undefined {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const hasRegistry = first === 'localhost' || /[.:A-Z]/.test(first);
  const path = hasRegistry ? name.slice(slash + 1) : name;
  if (path.length > LONGEST_PATH) return 'length';
  if (hasRegistry && !REGISTRY.test(first)) return 'form';
  if (PATH.test(path)) return undefined;
  return PATH.test(path.toLowerCase()) ? 'upperCase' : 'form';
}
