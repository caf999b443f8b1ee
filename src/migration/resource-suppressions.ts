import type { ObjectScope } from '../core/exception.ts';
import { asObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { templatePathsOf } from '../kubernetes/pod-template.ts';
import { annotationSuppressions, isReadOnTemplates } from './annotation-suppressions.ts';
import { labelSuppressions } from './label-suppressions.ts';
import type { PlacedSuppression, Suppression } from './suppression.ts';

/**
 * What an object's annotations and labels tell other tools not to report: annotations on the object, those of kube-score also
 * on its pod template; labels of kubeaudit on a namespace and on pods.
 */
export function resourceSuppressions(resource: Resource): PlacedSuppression[] {
  const templates = templatePathsOf(resource);
  const placed: PlacedSuppression[] = [];
  read(['metadata', 'annotations'], annotationSuppressions);
  for (const template of templates) {
    if (template.length > 0)
      read([...template, 'metadata', 'annotations'], (key, value) =>
        isReadOnTemplates(key) ? annotationSuppressions(key, value) : [],
      );
    read([...template, 'metadata', 'labels'], labelSuppressions);
  }
  if (resource.kind === 'Namespace') read(['metadata', 'labels'], labelSuppressions);
  return placed;

  function read(path: Path, suppressionsOf: (key: string, value: string) => ObjectSuppression[]): void {
    let map: unknown = resource.content;
    for (const segment of path) map = asObject(map)[segment];
    const texts = asObject(map);
    for (const key of Object.keys(texts)) {
      const value = texts[key];
      if (typeof value !== 'string') continue;
      for (const suppression of suppressionsOf(key, value)) {
        const location = resource.origin.locate([...path, key])[0];
        if (location === undefined) continue;
        const { container, ...rest } = suppression;
        placed.push({ ...rest, scope: scopeOf(resource, container), location });
      }
    }
  }
}

type ObjectSuppression = Suppression & { readonly container?: string | undefined };

function scopeOf({ kind, namespace, name }: Resource, container: string | undefined): ObjectScope {
  return { of: 'object', kind, namespace, name, containers: container === undefined ? [] : [container] };
}
