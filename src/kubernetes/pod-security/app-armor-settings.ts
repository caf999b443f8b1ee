import type { Path } from '../../core/path.ts';
import { appArmorAnnotationPrefix, appArmorFieldsFrom } from '../app-armor.ts';
import { type EvaluatedContainer, type EvaluatedPod, objectIn, textOf } from './evaluated-pod.ts';

/** An AppArmor profile that a pod or one of its containers names in a field. */
export interface AppArmorProfile {
  /** Undefined for the pod's. */
  readonly container: EvaluatedContainer | undefined;
  readonly type: string;
  readonly location: Path;
}

/** An AppArmor profile that an annotation names. */
export interface AppArmorAnnotation {
  readonly key: string;
  readonly value: string;
  readonly location: Path;
}

export interface AppArmorSettings {
  readonly profiles: readonly AppArmorProfile[];
  readonly annotations: readonly AppArmorAnnotation[];
}

/** From this server version on, fields are no longer copied to annotations. */
const ANNOTATIONS_NOT_WRITTEN_FROM = 34;

const UNCONFINED = 'Unconfined';
const UNCONFINED_IN_ANNOTATIONS = 'unconfined';

/**
 * The AppArmor settings of a pod as the server stores it. Of a new Linux pod the server copies annotations to fields that
 * are not set, and in some versions fields to annotations that are not there; of what it copies, `Unconfined` alone matters.
 */
export function appArmorSettings(pod: EvaluatedPod): AppArmorSettings {
  const profiles: AppArmorProfile[] = [];
  const annotations: AppArmorAnnotation[] = pod.annotationKeys(appArmorAnnotationPrefix).map((key) => {
    return { key, value: pod.annotation(key) ?? '', location: ['metadata', 'annotations', key] };
  });
  if (pod.serverMinor < appArmorFieldsFrom) return { profiles, annotations };
  const byKey = new Map(annotations.map((one) => [one.key, one]));
  const copies = !pod.isTemplate && !pod.isWindows;
  const ofPod = objectIn(pod.securityContext, 'appArmorProfile');
  const podType = ofPod === undefined ? undefined : textOf(ofPod['type']);
  const podLocation = ['spec', 'securityContext', 'appArmorProfile', 'type'];
  if (podType !== undefined) profiles.push({ container: undefined, type: podType, location: podLocation });
  for (const container of pod.containers) {
    const key = `${appArmorAnnotationPrefix}${container.name}`;
    const own = objectIn(container.securityContext, 'appArmorProfile');
    const ownLocation = container.at('securityContext', 'appArmorProfile', 'type');
    const ownType = own === undefined ? undefined : textOf(own['type']);
    const annotation = byKey.get(key);
    if (ownType !== undefined) profiles.push({ container, type: ownType, location: ownLocation });
    if (!copies) continue;
    if (annotation === undefined) {
      if (pod.serverMinor >= ANNOTATIONS_NOT_WRITTEN_FROM || (ownType ?? podType) !== UNCONFINED) continue;
      const location = ownType === undefined ? podLocation : ownLocation;
      annotations.push({ key, value: UNCONFINED_IN_ANNOTATIONS, location });
    } else if (ownType === undefined && annotation.value === UNCONFINED_IN_ANNOTATIONS && podType !== UNCONFINED) {
      profiles.push({ container, type: UNCONFINED, location: annotation.location });
    }
  }
  return { profiles, annotations };
}
