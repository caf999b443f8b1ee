import { strings } from '../core/parameter.ts';

/** The namespaces of Kubernetes itself, which every cluster has, or what the user names in their place. */
export const systemNamespaces = strings('kube-system', 'kube-public', 'kube-node-lease');
