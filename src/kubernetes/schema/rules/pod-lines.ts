import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

/** What tests compare: the violations of a Pod with one container `a`, changed as given. */
export function containerLines(container: JsonObject, spec: JsonObject = {}): string[] {
  return podLines({ containers: [{ name: 'a', image: 'b', ...container }], ...spec });
}

/** What tests compare: the violations of a Pod with a spec. */
export function podLines(spec: JsonObject): string[] {
  return violationLines({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec });
}
