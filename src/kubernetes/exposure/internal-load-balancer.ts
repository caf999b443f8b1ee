import type { JsonObject } from '../../core/json.ts';

const SERVICE = 'service.beta.kubernetes.io/';
const AWS_INTERNAL = `${SERVICE}aws-load-balancer-internal`;
const AWS_SCHEME = `${SERVICE}aws-load-balancer-scheme`;
const AWS_TYPE = `${SERVICE}aws-load-balancer-type`;

/** Annotations by which clouds make a load balancer internal, with the values that do. */
const internal: ReadonlyMap<string, readonly string[]> = new Map([
  [AWS_INTERNAL, ['true', '0.0.0.0/0']],
  [AWS_SCHEME, ['internal']],
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

/** Types that hand a Service to the AWS Load Balancer Controller; `nlb` alone is the cloud provider's, and public. */
const OF_AWS_CONTROLLER: readonly string[] = ['external', 'nlb-ip'];
const AWS_CONTROLLER_CLASS = 'service.k8s.aws/nlb';

/** True if the annotations of a Service, or its class, ask for a load balancer that only the cloud network reaches. */
export function isInternalLoadBalancer(annotations: ReadonlyMap<string, string>, spec: JsonObject): boolean {
  for (const [key, values] of internal) {
    const value = annotations.get(key);
    if (value === undefined) continue;
    if (values.includes(IN_ANY_CASE.includes(key) ? value.toLowerCase() : value)) return true;
  }
  return isInternalByDefault(annotations, spec);
}

/** The AWS Load Balancer Controller makes a load balancer internal where no annotation says what it shall be (since 2.2). */
function isInternalByDefault(annotations: ReadonlyMap<string, string>, spec: JsonObject): boolean {
  if (annotations.has(AWS_SCHEME) || annotations.has(AWS_INTERNAL)) return false;
  // The class says who makes the load balancer; the type does where there is none.
  const givenClass = spec['loadBalancerClass'] ?? undefined;
  if (givenClass !== undefined) return givenClass === AWS_CONTROLLER_CLASS;
  return OF_AWS_CONTROLLER.includes(annotations.get(AWS_TYPE) ?? '');
}
