import { type Exception, parseExceptionValue } from '../core/exception.ts';
import { asObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { templatePathsOf } from './pod-template.ts';
import { textMap } from './resource.ts';

const PREFIX = 'seawall.dev/ignore.';

/** The exceptions that an object's annotations state, and those of its pod template. */
export function annotationExceptions(resource: Resource): Exception[] {
  const own: Path = ['metadata', 'annotations'];
  const templates = templatePathsOf(resource).filter((template) => template.length > 0);
  const paths = [own, ...templates.map((template) => [...template, ...own])];
  return paths.flatMap((path) => exceptionsAt(resource, path));
}

function exceptionsAt(resource: Resource, path: Path): Exception[] {
  const exceptions: Exception[] = [];
  let value: unknown = resource.content;
  for (const key of path) value = asObject(value)[key];
  for (const [annotation, text] of textMap(value)) {
    if (!annotation.startsWith(PREFIX)) continue;
    const location = resource.origin.locate([...path, annotation])[0];
    if (location === undefined) continue;
    const terms = parseExceptionValue(text);
    exceptions.push({
      check: annotation.slice(PREFIX.length),
      reason: terms.reason,
      until: terms.until,
      scope: {
        of: 'object',
        kind: resource.kind,
        namespace: resource.namespace,
        name: resource.name,
        containers: terms.containers,
      },
      location,
    });
  }
  return exceptions;
}
