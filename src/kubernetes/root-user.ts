import type { Container } from './container.ts';

/**
 * What makes the process of a container root of its node, if anything may: `runAsUser` where it is 0, or the `image`, which
 * then names the user. Windows has no root, and root of a user namespace is nobody on the node.
 */
export function rootUserFrom(container: Container): 'runAsUser' | 'image' | undefined {
  if (container.effective('runAsNonRoot') === true) return undefined;
  const user = container.effective('runAsUser') ?? undefined;
  if (user !== undefined && user !== 0) return undefined;
  const { isLinux, pod } = container.workload;
  if (!isLinux || pod['hostUsers'] === false) return undefined;
  return user === 0 ? 'runAsUser' : 'image';
}
