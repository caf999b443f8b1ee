import type { Version } from '../../core/check.ts';
import { asList, asNumber, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { newestVersion } from '../version.ts';
import { serverMinorOf } from './policy-version.ts';

/** How a pod comes to its evaluation. */
export interface PodSetting {
  /** The version of the API server; the newest known where it is not given. */
  readonly serverVersion?: Version;
  /**
   * True for the template of a controller, judged as such: the API server fills in less there than in a pod. The pods that
   * the template makes are judged as pods.
   */
  readonly isTemplate?: boolean;
}

/** A pod or template with what the API server fills in. Fields of a wrong type, which it refuses, count as unset. */
export interface EvaluatedPod {
  readonly serverMinor: number;
  readonly isTemplate: boolean;
  readonly spec: JsonObject;
  readonly securityContext: JsonObject;
  /** Init, regular and ephemeral containers, in this order. */
  readonly containers: readonly EvaluatedContainer[];
  readonly volumes: readonly EvaluatedVolume[];
  /** By `os.name` alone. */
  readonly isWindows: boolean;
  /** True if the pod has a user namespace of its own: `hostUsers: false`. */
  readonly hasOwnUserNamespace: boolean;
  /** The keys of the annotations that begin so. */
  annotationKeys(prefix: string): readonly string[];
  annotation(key: string): string | undefined;
}

export interface EvaluatedContainer {
  readonly name: string;
  readonly content: JsonObject;
  readonly securityContext: JsonObject;
  readonly ports: readonly EvaluatedPort[];
  at(...path: Path): Path;
}

export interface EvaluatedPort {
  /** 0 for none. */
  readonly hostPort: number;
  /** The field that opens it. */
  readonly location: Path;
}

export interface EvaluatedVolume {
  readonly name: string;
  readonly content: JsonObject;
  at(...path: Path): Path;
}

const HOST_NETWORK: Path = ['spec', 'hostNetwork'];

/** From this server version on, the template of a controller keeps its ports as they are under `hostNetwork`. */
const TEMPLATE_PORTS_KEPT_FROM = 28;

/** The view of a pod, or of a pod template, that checks judge: any object with `metadata` and `spec`. */
export function evaluatedPod(
  pod: JsonObject,
  { serverVersion = newestVersion, isTemplate = false }: PodSetting,
): EvaluatedPod {
  const spec = asObject(pod['spec']);
  const annotations = asObject(asObject(pod['metadata'])['annotations']);
  const serverMinor = serverMinorOf(serverVersion);
  const fillsPorts = spec['hostNetwork'] === true && (!isTemplate || serverMinor < TEMPLATE_PORTS_KEPT_FROM);
  return {
    serverMinor,
    isTemplate,
    spec,
    securityContext: asObject(spec['securityContext']),
    containers: [
      ...containersIn(spec, 'initContainers', fillsPorts),
      ...containersIn(spec, 'containers', fillsPorts),
      ...containersIn(spec, 'ephemeralContainers', false),
    ],
    volumes: asList(spec['volumes']).map((entry, index) => {
      const content = asObject(entry);
      return { name: textOf(content['name']), content, at: (...path) => ['spec', 'volumes', index, ...path] };
    }),
    isWindows: asObject(spec['os'])['name'] === 'windows',
    hasOwnUserNamespace: spec['hostUsers'] === false,
    annotationKeys: (prefix) => Object.keys(annotations).filter((key) => key.startsWith(prefix)),
    annotation: (key) => asString(annotations[key]),
  };
}

/** The text; anything else reads as an empty one, which is what the API server makes of null. */
export function textOf(value: unknown): string {
  return asString(value) ?? '';
}

/** The mapping at a key, or undefined where there is none: an empty mapping is not the same as none. */
export function objectIn(parent: JsonObject, key: string): JsonObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

function containersIn(spec: JsonObject, field: string, fillsPorts: boolean): EvaluatedContainer[] {
  return asList(spec[field]).map((entry, index) => {
    const content = asObject(entry);
    const at = (...path: Path): Path => ['spec', field, index, ...path];
    return {
      name: textOf(content['name']),
      content,
      securityContext: asObject(content['securityContext']),
      get ports() {
        return asList(content['ports']).map((port, number) =>
          portOf(port, at('ports', number, 'hostPort'), fillsPorts),
        );
      },
      at,
    };
  });
}

function portOf(entry: unknown, location: Path, fillsPorts: boolean): EvaluatedPort {
  const port = asObject(entry);
  const hostPort = asNumber(port['hostPort']) ?? 0;
  if (hostPort !== 0 || !fillsPorts) return { hostPort, location };
  return { hostPort: asNumber(port['containerPort']) ?? 0, location: HOST_NETWORK };
}
