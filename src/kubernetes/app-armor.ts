import { asObject, asString, type JsonObject } from '../core/json.ts';
import type { Container } from './container.ts';

/** What stands before a container's name in the annotation that names its AppArmor profile. */
export const appArmorAnnotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';

/** The first minor version that reads the fields. */
export const appArmorFieldsFrom = 30;

const CONFINING_TYPES: readonly unknown[] = ['RuntimeDefault', 'Localhost'];
const RUNTIME_DEFAULT = 'runtime/default';
const LOCALHOST = 'localhost/';

/** True if the profile confines: the type is `RuntimeDefault` or `Localhost`. */
export function isConfiningProfile(profile: JsonObject): boolean {
  return CONFINING_TYPES.includes(profile['type']);
}

/** True if the value of an annotation names a profile that confines. */
export function isConfiningAnnotation(value: string): boolean {
  return value === RUNTIME_DEFAULT || value.startsWith(LOCALHOST);
}

/** The annotation that names the profile of a container, if it has one. */
export function appArmorAnnotationOf(container: Container): string | undefined {
  const annotations = asObject(container.workload.podMetadata['annotations']);
  return asString(annotations[`${appArmorAnnotationPrefix}${container.name}`]);
}

/** True if a field or an annotation says that AppArmor confines the container. */
export function asksForAppArmor(container: Container): boolean {
  return (
    isConfiningProfile(asObject(container.effective('appArmorProfile'))) ||
    isConfiningAnnotation(appArmorAnnotationOf(container) ?? '')
  );
}
