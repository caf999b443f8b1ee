const TYPES: readonly string[] = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const ENGINE_TYPE = 'container_engine_t';
const ENGINE_TYPE_FROM = 31;

/** True if the Pod Security Standards of a minor version allow containers the SELinux type; the empty one is none. */
export function isContainerSelinuxType(type: string, minor: number): boolean {
  return TYPES.includes(type) || (type === ENGINE_TYPE && minor >= ENGINE_TYPE_FROM);
}
