import type { Random } from '../random.ts';
import type { Application } from './application.ts';
import { selectorLabels } from './application.ts';
import type { Lines } from './yaml-lines.ts';
import { block, scalars, sequence } from './yaml-lines.ts';

/** A careless thing that a pod does; each is something that scanners report. */
export type Trait =
  | 'privileged'
  | 'host-path'
  | 'runtime-socket'
  | 'latest-tag'
  | 'host-network'
  | 'host-process-ids'
  | 'root'
  | 'password-in-environment'
  | 'added-capability'
  | 'no-limits';

const traits: readonly Trait[] = [
  'privileged',
  'host-path',
  'runtime-socket',
  'latest-tag',
  'host-network',
  'host-process-ids',
  'root',
  'password-in-environment',
  'added-capability',
  'no-limits',
];

const remarks = [
  '# Raised after the load test in March; do not lower it without asking the team.',
  '# Keep in step with the value in the load balancer.',
  '# The old address stays until every client has moved.',
  '# TODO: move to the shared settings once they are versioned.',
  '# See the runbook before changing this.',
];

const settings: readonly (readonly [string, string])[] = [
  ['LOG_LEVEL', 'info'],
  ['LOG_FORMAT', 'json'],
  ['HTTP_TIMEOUT', '"30"'],
  ['MAX_CONNECTIONS', '"128"'],
  ['FEATURE_NEW_PRICING', '"true"'],
  ['CACHE_TTL', '5m'],
  ['QUEUE_NAME', "'orders.created'"],
  ['REGION', 'eu-central-1'],
  ['TRACING_SAMPLE_RATIO', '"0.05"'],
  ['RETRY_LIMIT', '"7"'],
  ['BASE_URL', 'https://shop.example.com/v2'],
  ['ALLOWED_ORIGINS', '"https://shop.example.com,https://admin.example.com"'],
  ['TZ', 'Europe/Vienna'],
];

/** Chooses what is wrong with a workload: nothing for four fifths of them, else one to three traits. */
export function inventTraits(random: Random): ReadonlySet<Trait> {
  const chosen = new Set<Trait>();
  if (random.chance(0.2)) {
    const wanted = random.integer(1, 3);
    while (chosen.size < wanted) chosen.add(random.pick(traits));
  }
  return chosen;
}

/** The fields of a PodSpec for `application`, good but for the given traits. */
export function podSpec(
  application: Application,
  random: Random,
  careless: ReadonlySet<Trait>,
  restartPolicy: 'Always' | 'OnFailure',
): Lines {
  const { compact, name } = application;
  const containers = [container(application, random, careless, restartPolicy === 'Always')];
  if (random.chance(0.55)) containers.push(sidecar(application, random));
  const tolerated = random.chance(0.3);
  return [
    `serviceAccountName: ${name}`,
    'automountServiceAccountToken: false',
    ...(restartPolicy === 'Always' ? [] : [`restartPolicy: ${restartPolicy}`]),
    ...(careless.has('host-network') ? ['hostNetwork: true', 'dnsPolicy: ClusterFirstWithHostNet'] : []),
    ...(careless.has('host-process-ids') ? ['hostPID: true'] : []),
    ...(careless.has('root')
      ? []
      : block('securityContext', [
          'runAsNonRoot: true',
          `runAsUser: ${random.integer(1000, 65000)}`,
          'fsGroup: 2000',
          ...block('seccompProfile', ['type: RuntimeDefault']),
        ])),
    ...(random.chance(0.35) ? sequence('initContainers', [migration(application, random)], compact) : []),
    ...sequence('containers', containers, compact),
    ...volumes(application, careless),
    ...(random.chance(0.5) ? spread(application) : []),
    ...(tolerated
      ? sequence(
          'tolerations',
          [['key: dedicated', 'operator: Equal', `value: ${application.team}`, 'effect: NoSchedule']],
          compact,
        )
      : []),
    ...(tolerated ? block('nodeSelector', ['kubernetes.io/os: linux', `example.com/pool: ${application.team}`]) : []),
    `terminationGracePeriodSeconds: ${random.pick([30, 45, 60, 120])}`,
  ];
}

function container(application: Application, random: Random, careless: ReadonlySet<Trait>, serves: boolean): Lines {
  const { compact, name, port, team } = application;
  const tag = careless.has('latest-tag') ? ':latest' : `:${application.version}@sha256:${random.hexadecimal(64)}`;
  return [
    `name: ${application.component}`,
    `image: registry.example.com/${team}/${name}${tag}`,
    `imagePullPolicy: ${random.pick(['IfNotPresent', 'Always'])}`,
    ...scalars('args', [`--listen=:${port}`, '--metrics=:9102', `"--name=${name}"`, '--drain-timeout=20s'], compact),
    ...sequence(
      'ports',
      [
        ['name: http', `containerPort: ${port}`, 'protocol: TCP'],
        ['name: metrics', 'containerPort: 9102'],
      ],
      compact,
    ),
    ...(random.chance(0.6) ? sequence('envFrom', [block('configMapRef', [`name: ${name}`])], compact) : []),
    ...sequence('env', environment(application, random, careless), compact),
    ...(careless.has('no-limits') ? [] : resources(random)),
    ...(serves ? [...probe('livenessProbe', '/healthz', random), ...probe('readinessProbe', '/ready', random)] : []),
    ...containerSecurity(careless),
    ...sequence('volumeMounts', mounts(careless), compact),
  ];
}

function environment(application: Application, random: Random, careless: ReadonlySet<Trait>): readonly Lines[] {
  const start = random.integer(0, settings.length - 1);
  const count = random.integer(4, 13);
  const variables: Lines[] = [];
  for (let index = 0; index < count; index++) {
    const [key, value] = settings[(start + index) % settings.length] ?? ['EMPTY', '""'];
    const remark = random.chance(0.12) ? [random.pick(remarks)] : [];
    variables.push([`name: ${key}`, ...remark, `value: ${value}`]);
  }
  variables.push(['name: POD_NAME', ...block('valueFrom', block('fieldRef', ['fieldPath: metadata.name']))]);
  variables.push(
    careless.has('password-in-environment')
      ? ['name: DATABASE_PASSWORD', `value: "not-so-secret-${random.hexadecimal(8)}"`]
      : [
          'name: DATABASE_PASSWORD',
          ...block('valueFrom', block('secretKeyRef', [`name: ${application.name}-database`, 'key: password'])),
        ],
  );
  return variables;
}

function resources(random: Random): Lines {
  const memory = random.pick([64, 128, 256, 512]);
  return block('resources', [
    ...block('requests', [`cpu: ${random.pick(['50m', '100m', '250m', '"1"'])}`, `memory: ${memory}Mi`]),
    ...block('limits', [...(random.chance(0.3) ? [random.pick(remarks)] : []), 'cpu: "2"', `memory: ${memory * 2}Mi`]),
  ]);
}

function probe(key: string, path: string, random: Random): Lines {
  return block(key, [
    ...block('httpGet', [`path: ${path}`, 'port: http']),
    `initialDelaySeconds: ${random.integer(2, 20)}`,
    `periodSeconds: ${random.integer(5, 30)}`,
    'timeoutSeconds: 3',
    `failureThreshold: ${random.integer(2, 6)}`,
  ]);
}

function containerSecurity(careless: ReadonlySet<Trait>): Lines {
  if (careless.has('privileged')) return block('securityContext', ['privileged: true']);
  return block('securityContext', [
    ...(careless.has('root') ? ['runAsUser: 0'] : []),
    'allowPrivilegeEscalation: false',
    'readOnlyRootFilesystem: true',
    ...block('capabilities', [
      ...(careless.has('added-capability') ? ['add: ["SYS_ADMIN", NET_ADMIN]'] : []),
      'drop:',
      '  - ALL',
    ]),
  ]);
}

function mounts(careless: ReadonlySet<Trait>): readonly Lines[] {
  return [
    ['name: scratch', 'mountPath: /tmp'],
    ['name: settings', 'mountPath: /etc/settings', 'readOnly: true'],
    ...(careless.has('host-path') ? [['name: host-logs', 'mountPath: /host/var/log']] : []),
    ...(careless.has('runtime-socket') ? [['name: runtime', 'mountPath: /var/run/docker.sock']] : []),
  ];
}

function volumes(application: Application, careless: ReadonlySet<Trait>): Lines {
  const list: Lines[] = [
    ['name: scratch', ...block('emptyDir', ['sizeLimit: 256Mi'])],
    ['name: settings', ...block('configMap', [`name: ${application.name}`, 'defaultMode: 0440'])],
  ];
  if (careless.has('host-path'))
    list.push(['name: host-logs', ...block('hostPath', ['path: /var/log', 'type: Directory'])]);
  if (careless.has('runtime-socket'))
    list.push(['name: runtime', ...block('hostPath', ['path: /var/run/docker.sock', 'type: Socket'])]);
  return sequence('volumes', list, application.compact);
}

function spread(application: Application): Lines {
  return sequence(
    'topologySpreadConstraints',
    [
      [
        'maxSkew: 1',
        'topologyKey: topology.kubernetes.io/zone',
        'whenUnsatisfiable: ScheduleAnyway',
        ...block('labelSelector', block('matchLabels', selectorLabels(application))),
      ],
    ],
    application.compact,
  );
}

function sidecar(application: Application, random: Random): Lines {
  return [
    'name: log-shipper',
    `image: registry.example.com/platform/log-shipper:4.2.${random.integer(0, 9)}`,
    ...scalars('args', ['--input=/tmp/log', '--output=https://logs.example.com/ingest'], application.compact),
    'resources:',
    '  requests: {cpu: 10m, memory: 32Mi}',
    '  limits: {cpu: 100m, memory: 64Mi}',
    ...containerSecurity(new Set()),
    ...sequence('volumeMounts', [['name: scratch', 'mountPath: /tmp']], application.compact),
  ];
}

function migration(application: Application, random: Random): Lines {
  return [
    'name: migrate',
    `image: registry.example.com/${application.team}/${application.name}:${application.version}`,
    'command: ["/bin/sh", "-c"]',
    'args:',
    '  - |',
    '    set -eu',
    '    echo "waiting for the database"',
    '    until nc -z "$DATABASE_HOST" 5432; do sleep 1; done',
    `    ./migrate --to=${random.integer(20, 400)} --lock-timeout=30s`,
    ...resources(random),
    ...containerSecurity(new Set()),
  ];
}
