import type { Resource } from '../core/resource.ts';

/** The field of the spec that says how the pods are replaced: a Deployment names it otherwise than the others. */
export function updateStrategyField({ kind }: Pick<Resource, 'kind'>): 'strategy' | 'updateStrategy' {
  return kind === 'apps/Deployment' ? 'strategy' : 'updateStrategy';
}
