const SERVICE = 'service.beta.kubernetes.io/';

/** Annotations by which clouds make a load balancer internal, with the values that do. */
const internal: ReadonlyMap<string, readonly string[]> = new Map([
  [`${SERVICE}aws-load-balancer-internal`, ['true', '0.0.0.0/0']],
  [`${SERVICE}aws-load-balancer-scheme`, ['internal']],
  [`${SERVICE}azure-load-balancer-internal`, ['true']],
  [`${SERVICE}openstack-internal-load-balancer`, ['true']],
  [`${SERVICE}oci-load-balancer-internal`, ['true']],
  [`${SERVICE}alibaba-cloud-loadbalancer-address-type`, ['intranet']],
  ['networking.gke.io/load-balancer-type', ['internal']],
  ['cloud.google.com/load-balancer-type', ['internal']],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', ['private']],
]);

/** Only Google reads the value in any case: to the others it is a text as any, and the load balancer is public. */
const IN_ANY_CASE: readonly string[] = ['networking.gke.io/load-balancer-type', 'cloud.google.com/load-balancer-type'];

/** True if the annotations of a Service ask for a load balancer that only the cloud network reaches. */
export function isInternalLoadBalancer(annotations: ReadonlyMap<string, string>): boolean {
  for (const [key, values] of internal) {
    const value = annotations.get(key);
    if (value === undefined) continue;
    if (values.includes(IN_ANY_CASE.includes(key) ? value.toLowerCase() : value)) return true;
  }
  return false;
}
