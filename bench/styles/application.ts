import type { Random } from '../random.ts';
import type { Lines } from './yaml-lines.ts';
import { block } from './yaml-lines.ts';

/** What the manifests of one application share, so that selectors, references and bindings really meet. */
export interface Application {
  readonly name: string;
  readonly namespace: string;
  readonly team: string;
  readonly component: string;
  readonly port: number;
  readonly version: string;
  /** Whether sequences are written with the dash under their key. */
  readonly compact: boolean;
  /** Whether the files start with a document marker. */
  readonly marked: boolean;
}

const teams = ['payments', 'catalogue', 'identity', 'logistics', 'search', 'insight', 'platform', 'messaging'];
const stages = ['production', 'staging', 'preview'];
const subjects = [
  'checkout',
  'basket',
  'invoice',
  'ledger',
  'refund',
  'account',
  'session',
  'profile',
  'parcel',
  'route',
  'depot',
  'courier',
  'stock',
  'price',
  'review',
  'image',
  'ranking',
  'query',
  'index',
  'event',
  'metric',
  'alert',
  'mail',
];
const components = ['api', 'worker', 'web', 'gateway', 'scheduler', 'consumer', 'exporter'];
const ports = [3000, 4000, 5000, 8000, 8080, 8443, 9000, 9090];

/** Namespaces that the applications live in, in a fixed order. */
export function namespaceNames(): readonly string[] {
  return teams.flatMap((team) => stages.map((stage) => `${team}-${stage}`));
}

/** Makes up the application with the given number; the number keeps names unique. */
export function inventApplication(random: Random, number: number): Application {
  const team = random.pick(teams);
  const component = random.pick(components);
  return {
    name: `${random.pick(subjects)}-${component}-${number}`,
    namespace: `${team}-${random.pick(stages)}`,
    team,
    component,
    port: random.pick(ports),
    version: `${random.integer(0, 9)}.${random.integer(0, 40)}.${random.integer(0, 12)}`,
    compact: random.chance(0.3),
    marked: random.chance(0.4),
  };
}

/** The two labels that selectors use. */
export function selectorLabels(application: Application): Lines {
  return [`app.kubernetes.io/name: ${application.name}`, `app.kubernetes.io/instance: ${application.namespace}`];
}

/** `apiVersion`, `kind` and `metadata` as people write them, with comments and labels; ends before `spec`. */
export function heading(
  application: Application,
  random: Random,
  identity: { apiVersion: string; kind: string; name?: string; annotations?: Lines; clusterWide?: boolean },
): Lines {
  const annotations = [...(identity.annotations ?? [])];
  if (random.chance(0.35)) annotations.push(`example.com/owner: ${application.team}@example.com`);
  if (random.chance(0.25))
    annotations.push(`example.com/runbook: "https://wiki.example.com/runbooks/${application.name}"`);
  return [
    ...(application.marked ? ['---'] : []),
    ...(random.chance(0.4) ? [`# ${identity.kind} of ${application.name}, owned by team ${application.team}.`] : []),
    `apiVersion: ${identity.apiVersion}`,
    `kind: ${identity.kind}`,
    ...block('metadata', [
      `name: ${identity.name ?? application.name}`,
      ...(identity.clusterWide === true ? [] : [`namespace: ${application.namespace}`]),
      ...block('labels', [
        ...selectorLabels(application),
        `app.kubernetes.io/component: ${application.component}`,
        `app.kubernetes.io/part-of: ${application.team}`,
        `app.kubernetes.io/version: "${application.version}"`,
        'app.kubernetes.io/managed-by: kustomize',
      ]),
      ...(annotations.length > 0 ? block('annotations', annotations) : []),
    ]),
  ];
}
