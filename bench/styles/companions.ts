import type { Random } from '../random.ts';
import type { Application } from './application.ts';
import { heading, selectorLabels } from './application.ts';
import type { Lines } from './yaml-lines.ts';
import { block, indent, scalars, sequence } from './yaml-lines.ts';

/** The Namespace with the given name, under Pod Security enforcement in most cases. */
export function namespace(name: string, random: Random): Lines {
  const level = random.pick(['restricted', 'restricted', 'baseline', 'privileged']);
  return [
    'apiVersion: v1',
    'kind: Namespace',
    ...block('metadata', [
      `name: ${name}`,
      ...block('labels', [
        `example.com/team: ${name.split('-')[0] ?? name}`,
        ...(random.chance(0.75)
          ? [`pod-security.kubernetes.io/enforce: ${level}`, 'pod-security.kubernetes.io/warn: restricted']
          : []),
      ]),
      ...block('annotations', [`example.com/contact: "#${name}"`]),
    ]),
  ];
}

/** The ServiceAccount that the application's pods use. */
export function serviceAccount(application: Application, random: Random): Lines {
  return [
    ...heading(application, random, { apiVersion: 'v1', kind: 'ServiceAccount' }),
    ...(random.chance(0.7) ? ['automountServiceAccountToken: false'] : []),
    ...sequence('imagePullSecrets', [['name: registry']], application.compact),
  ];
}

/** A Service in front of the application; a few are open to the outside. */
export function service(application: Application, random: Random): Lines {
  const type = random.pick(['ClusterIP', 'ClusterIP', 'ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer']);
  return [
    ...heading(application, random, { apiVersion: 'v1', kind: 'Service' }),
    ...block('spec', [
      `type: ${type}`,
      ...(type === 'LoadBalancer' ? ['loadBalancerSourceRanges: [203.0.113.0/24, 198.51.100.0/24]'] : []),
      ...sequence(
        'ports',
        [
          ['name: http', 'port: 80', 'targetPort: http', 'protocol: TCP'],
          ['name: metrics', 'port: 9102', 'targetPort: metrics'],
        ],
        application.compact,
      ),
      ...block('selector', selectorLabels(application)),
    ]),
  ];
}

/** An Ingress with one to three hosts, most of them with TLS. */
export function ingress(application: Application, random: Random): Lines {
  const hosts = Array.from({ length: random.integer(1, 3) }, (_, index) => `${application.name}-${index}.example.com`);
  const annotations = [
    'cert-manager.io/cluster-issuer: public',
    'nginx.ingress.kubernetes.io/proxy-body-size: 8m',
    'nginx.ingress.kubernetes.io/ssl-redirect: "true"',
  ];
  return [
    ...heading(application, random, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', annotations }),
    ...block('spec', [
      'ingressClassName: nginx',
      ...(random.chance(0.85)
        ? sequence(
            'tls',
            [[...scalars('hosts', hosts, application.compact), `secretName: ${application.name}-tls`]],
            application.compact,
          )
        : []),
      ...sequence(
        'rules',
        hosts.map((host) => [
          `host: ${host}`,
          ...block('http', sequence('paths', [ingressPath(application)], application.compact)),
        ]),
        application.compact,
      ),
    ]),
  ];
}

function ingressPath(application: Application): Lines {
  return [
    'path: /',
    'pathType: Prefix',
    ...block('backend', block('service', [`name: ${application.name}`, ...block('port', ['name: http'])])),
  ];
}

/** A ConfigMap with plain values and files as block scalars. */
export function configMap(application: Application, random: Random): Lines {
  const routes = Array.from({ length: random.integer(8, 32) }, (_, index) => [
    `  - match: "/v${index % 3}/${application.component}/${random.hexadecimal(6)}"`,
    `    target: http://${application.name}.${application.namespace}.svc:80`,
    `    retries: ${random.integer(0, 5)}`,
  ]);
  return [
    ...heading(application, random, { apiVersion: 'v1', kind: 'ConfigMap' }),
    ...block('data', [
      'GREETING: "Grüß Gott, 世界"',
      `MAX_BODY_BYTES: "${random.integer(1, 64) * 1024}"`,
      'settings.yaml: |',
      ...indent([
        '# Read at start; a change needs a restart.',
        'server:',
        `  port: ${application.port}`,
        'routes:',
        ...routes.flat(),
      ]),
      'notice.txt: >-',
      '  This service keeps no personal data. Requests are logged for thirty days',
      `  and may be read by team ${application.team}.`,
    ]),
  ];
}

/** A Role; about one in eight may do everything in its namespace. */
export function role(application: Application, random: Random): Lines {
  const rules = random.chance(0.12)
    ? [["apiGroups: ['*']", "resources: ['*']", "verbs: ['*']"]]
    : [
        ['apiGroups: [""]', 'resources: ["configmaps", "endpoints"]', 'verbs: [get, list, watch]'],
        [
          'apiGroups: ["coordination.k8s.io"]',
          'resources: ["leases"]',
          `resourceNames: [${application.name}]`,
          'verbs: [get, update]',
        ],
        ...(random.chance(0.3) ? [['apiGroups: [""]', 'resources: [secrets]', 'verbs: [get, list]']] : []),
      ];
  return [
    ...heading(application, random, { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' }),
    ...sequence('rules', rules, application.compact),
  ];
}

/** The RoleBinding of the application's service account to its Role; a few bind cluster-admin instead. */
export function roleBinding(application: Application, random: Random): Lines {
  const reference = random.chance(0.08)
    ? ['kind: ClusterRole', 'name: cluster-admin']
    : ['kind: Role', `name: ${application.name}`];
  return [
    ...heading(application, random, { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' }),
    ...block('roleRef', ['apiGroup: rbac.authorization.k8s.io', ...reference]),
    ...sequence(
      'subjects',
      [['kind: ServiceAccount', `name: ${application.name}`, `namespace: ${application.namespace}`]],
      application.compact,
    ),
  ];
}

/** A NetworkPolicy that lets the ingress controller and the team in, and DNS and the database out. */
export function networkPolicy(application: Application, random: Random): Lines {
  const { compact } = application;
  const outbound: Lines[] = [
    [
      ...sequence(
        'to',
        [block('namespaceSelector', block('matchLabels', ['kubernetes.io/metadata.name: kube-system']))],
        compact,
      ),
      ...sequence('ports', [['protocol: UDP', 'port: 53']], compact),
    ],
    [
      ...sequence('to', [block('ipBlock', ['cidr: 10.0.0.0/8', 'except: [10.9.0.0/16]'])], compact),
      ...sequence('ports', [['protocol: TCP', 'port: 5432']], compact),
    ],
  ];
  const inbound = [
    ...sequence(
      'from',
      [
        block('namespaceSelector', block('matchLabels', ['kubernetes.io/metadata.name: ingress-nginx'])),
        block('podSelector', block('matchLabels', [`app.kubernetes.io/part-of: ${application.team}`])),
      ],
      compact,
    ),
    ...sequence('ports', [['protocol: TCP', 'port: http']], compact),
  ];
  return [
    ...heading(application, random, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' }),
    ...block('spec', [
      ...block('podSelector', block('matchLabels', selectorLabels(application))),
      ...scalars('policyTypes', ['Ingress', 'Egress'], compact),
      ...sequence('ingress', [inbound], compact),
      ...sequence('egress', outbound, compact),
    ]),
  ];
}

/** A HorizontalPodAutoscaler on the application's Deployment. */
export function autoscaler(application: Application, random: Random): Lines {
  return [
    ...heading(application, random, { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' }),
    ...block('spec', [
      ...block('scaleTargetRef', ['apiVersion: apps/v1', 'kind: Deployment', `name: ${application.name}`]),
      `minReplicas: ${random.integer(1, 3)}`,
      `maxReplicas: ${random.integer(4, 30)}`,
      ...sequence(
        'metrics',
        ['cpu', 'memory'].map((name) => [
          'type: Resource',
          ...block('resource', [
            `name: ${name}`,
            ...block('target', ['type: Utilization', `averageUtilization: ${random.integer(50, 90)}`]),
          ]),
        ]),
        application.compact,
      ),
    ]),
  ];
}
