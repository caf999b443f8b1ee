import { workloadKinds } from './pod-template.ts';

/** The kinds that every cluster has whose objects name Secrets of their namespace. */
export const secretUserKinds: readonly string[] = [...workloadKinds, 'ServiceAccount', 'networking.k8s.io/Ingress'];
